import { controls } from '../../discord/controls.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { type PrivacyAct, privacyId } from './pause-custom-ids.ts';
import { forgetMember } from './pause-jobs.ts';
import type { CountingSurface } from './pause-types.ts';
import { privacyCard } from './pause-views.ts';

const { on } = controls((params) => params);

type Act = (surface: CountingSurface, call: Call) => Promise<unknown>;

/** What each action does; all of them are harmless a second time. */
const acts: Readonly<Record<PrivacyAct, Act>> = {
  stop: ({ pauses, writer }, { guildId, actor, now }) =>
    writer.write(() => pauses.pause(guildId, actor.userId, now)),
  async 'go-on'(surface, { guildId, actor, now }) {
    const { pauses, writer } = surface;
    // What is new is not to be taken for what is still to be forgotten.
    await forgetMember(surface, guildId, actor.userId);
    await writer.write(() => pauses.goOn(guildId, actor.userId, now));
  },
};

/** The controls of a member's card. */
export function pauseComponents(surface: CountingSurface): readonly ComponentHandler[] {
  return [
    on(
      'button',
      privacyId,
      async (call, { act }) => {
        await acts[act](surface, call);
        return inPlace(call, privacyNow(surface, call, call.t(`counting.card.done.${act}`)));
      },
      'defer-update',
    ),
  ];
}

/** The card of whoever asks, as things are now. */
export function privacyNow(
  { pauses, settings }: Pick<CountingSurface, 'pauses' | 'settings'>,
  { guildId, actor, t }: Pick<Call, 'guildId' | 'actor' | 't'>,
  note?: string,
): MessageBody {
  const months = settings.state(guildId).retentionMonths;
  return privacyCard({ ...pauses.lookUp(guildId, actor.userId), months }, t, note);
}
