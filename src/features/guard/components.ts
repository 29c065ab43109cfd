import { PermissionFlagsBits } from 'discord-api-types/v10';
import { controls } from '../../discord/controls.ts';
import type { CustomId } from '../../discord/custom-id.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { missing, permissionWords } from '../../discord/permissions.ts';
import { pickedChannel } from '../../discord/picked-channel.ts';
import { inPlace, picked, typedIn } from '../../discord/press.ts';
import { plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import { cardView } from './card-views.ts';
import {
  cardId,
  guardChannelId,
  guardMinutesFormId,
  guardMinutesId,
  guardRoleId,
  minutesPart,
} from './custom-ids.ts';
import type { GuardSettings } from './model.ts';
import type { By } from './ports.ts';
import { channelTypes, guardPanel, minutesForm } from './setup-views.ts';
import type { GuardSurface } from './surface-types.ts';

const { on } = controls((params) => params);
type Run = Parameters<typeof on>[2];
type PressCall = Parameters<Run>[0];

/** Reading back is how a card is found that may have arrived. */
const needed = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] as const;

const by = ({ guildId, actor, now }: Call): By => ({ guildId, userId: actor.userId, now });

/** The buttons of cards, and every control of the panel; there each choice is saved at once. */
export function guardComponents(surface: GuardSurface): readonly ComponentHandler[] {
  return [
    on('button', cardId, async (call, { card, act }) => {
      const isStaff = requireGreeter(surface, call);
      const { cards, writer } = surface;
      const full = await writer.write(() =>
        act === 'take' ? cards.take(by(call), card) : cards.giveBack(by(call), card, isStaff),
      );
      return { kind: 'update', body: cardView(full, call.guildT) };
    }),
    admins('select', guardChannelId, (call) => saveChannel(surface, call)),
    admins('select', guardRoleId, (call) => save(surface, call, { greeterRoleId: picked(call) })),
    admins('button', guardMinutesId, (call) => ({
      kind: 'modal',
      modal: minutesForm(surface.guard.settings(call.guildId), call.t),
    })),
    admins('modal', guardMinutesFormId, (call) =>
      save(surface, call, { minutes: minutesIn(typedIn(call).text(minutesPart)) }),
    ),
  ];
}

/** The panel as it is now. */
export function guardNow(
  { guard }: Pick<GuardSurface, 'guard'>,
  { guildId, t }: Pick<Call, 'guildId' | 't'>,
  note?: string,
): MessageBody {
  return guardPanel(guard.settings(guildId), t, note);
}

function admins(kind: ComponentHandler['kind'], id: CustomId<object>, run: Run): ComponentHandler {
  return { ...on(kind, id, run), requires: PermissionFlagsBits.ManageGuild };
}

/** Refuses whoever is neither a greeter nor staff; true: they are staff. */
function requireGreeter({ guard, policy }: GuardSurface, { guildId, actor }: Call): boolean {
  const isStaff = policy.mayManage(guildId, actor);
  const { greeterRoleId } = guard.settings(guildId);
  const isGreeter = greeterRoleId !== undefined && actor.roleIds.includes(greeterRoleId);
  if (!isStaff && !isGreeter) throw new UserError('guard.refusals.greeters-only');
  return isStaff;
}

async function save(
  surface: GuardSurface,
  call: PressCall,
  changes: Partial<GuardSettings>,
  note = call.t('guard.setup.saved'),
): Promise<Reply> {
  await surface.writer.write(() => surface.guard.change({ ...by(call), changes }));
  return inPlace(call, guardNow(surface, call, note));
}

/** Only a channel where Hearth can post is saved; none turns the guard off. */
async function saveChannel(surface: GuardSurface, call: PressCall): Promise<Reply> {
  const { guildId, t } = call;
  const channelId = picked(call);
  if (channelId === undefined) return save(surface, call, { channelId }, t('guard.setup.savedOff'));
  const channel = `<#${channelId}>`;
  const { type, ownPermissions = 0n } = pickedChannel(call.raw, channelId);
  const isOffered = type !== undefined && channelTypes.includes(type);
  const lacking = isOffered ? missing(ownPermissions, needed) : [...needed];
  if (lacking.length > 0) {
    const permissions = permissionWords(t, lacking);
    return inPlace(call, guardNow(surface, call, t('guard.setup.missing', { channel, permissions })));
  }
  const open = await surface.isOpenToAll(guildId, channelId);
  const note = open.ok && open.value ? t('guard.setup.savedOpen', { channel }) : undefined;
  return save(surface, call, { channelId }, note);
}

/** `60`, `60 min`, `2 h`; NaN is refused where it is saved. */
function minutesIn(typed: string): number {
  const [, number, unit = ''] = /^(\d{1,4})[ .]*(\p{L}{0,12})$/u.exec(plainLine(typed)) ?? [];
  return Number(number ?? Number.NaN) * (/^(?:h|hours?|std|stunden?)$/iu.test(unit) ? 60 : 1);
}
