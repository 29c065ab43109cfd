import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { controls } from '../../discord/controls.ts';
import type { CustomId } from '../../discord/custom-id.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody } from '../../discord/interaction.ts';
import { inPlace, typedIn } from '../../discord/press.ts';
import { plainLine } from '../../shared/text.ts';
import { keepFormId, keepId, leftOutId, monthsPart } from './counting-settings-custom-ids.ts';
import { countingPanel, keepForm } from './counting-settings-views.ts';
import type { CountingSurface } from './pause-types.ts';

const { on } = controls((params) => params);
type Run = Parameters<typeof on>[2];

/** Every control of the panel for counting. Each choice is saved at once and the panel drawn anew. */
export function countingSetupComponents(surface: CountingSurface): readonly ComponentHandler[] {
  const { settings, writer, flushHeard } = surface;
  return [
    admins('select', leftOutId, async (call) => {
      const { guildId, now } = call;
      // What is heard but not yet written was said under the old rule.
      await flushHeard();
      await writer.write(() => settings.leaveOut(guildId, pickedIn(call.raw), now));
      return inPlace(call, countingNow(surface, call, call.t('counting.setup.saved')));
    }),
    admins('button', keepId, (call) => ({
      kind: 'modal',
      modal: keepForm(settings.state(call.guildId), call.t),
    })),
    admins('modal', keepFormId, async (call) => {
      const { guildId, now } = call;
      const months = monthsIn(typedIn(call).text(monthsPart));
      await writer.write(() => settings.keepFor(guildId, months, now));
      return inPlace(call, countingNow(surface, call, call.t('counting.setup.saved')));
    }),
  ];
}

/** The panel as it is now. */
export function countingNow(
  { settings }: Pick<CountingSurface, 'settings'>,
  { guildId, t }: Pick<Call, 'guildId' | 't'>,
  note?: string,
): MessageBody {
  return countingPanel(settings.state(guildId), t, note);
}

function admins(kind: ComponentHandler['kind'], id: CustomId<object>, run: Run): ComponentHandler {
  return { ...on(kind, id, run), requires: PermissionFlagsBits.ManageGuild };
}

/** Channels that were picked; a client may send anything. */
function pickedIn(raw: object): string[] {
  const { data } = raw as APIMessageComponentInteraction;
  const values = 'values' in data && Array.isArray(data.values) ? data.values.map(String) : [];
  return values.filter((id) => /^[1-9]\d{0,19}$/u.test(id));
}

/** `13`, `13 months`; NaN is refused where it is saved. */
function monthsIn(typed: string): number {
  return Number(/^(\d{1,3})(?:[ .]*[\p{L}]{1,12})?$/u.exec(plainLine(typed))?.[1] ?? Number.NaN);
}
