import { delivered, refused } from '../../discord/post-once.ts';
import { type EventPlan, type EventState, eventLimits } from '../../discord/scheduled-events.ts';
import { messageLink, plain } from '../../discord/words.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { cleanLines } from '../../shared/text.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';
import { announcementLink } from './words-views.ts';

/** Discord's own event of an AMA. */
export interface EventMessages {
  /** Made where it is missing, and brought in line with the AMA: words, times, status. `nothing`: none is needed. */
  sync(ama: Ama, once: Once): Promise<Delivery | { kind: 'nothing' }>;
}

export function eventMessages(deps: AmaMessagesDeps): EventMessages {
  const { events, clock, guildT } = deps;

  const planOf = async (ama: Ama): Promise<EventPlan> => {
    const { guildId, channelId, stageId, title, startAt, endAt } = ama;
    const t = guildT(guildId);
    const link = announcementLink(ama) ?? messageLink({ guildId, channelId });
    const way = t('amas.card.eventWords', { link });
    // The way to ask is worth more than the end of a long description.
    const about = cleanLines(ama.description, eventLimits.description - way.length - 2);
    const place =
      stageId === undefined
        ? {
            location: t('amas.card.eventPlace', {
              channel: (await deps.channelName(channelId)) ?? channelId,
            }),
          }
        : { channelId: stageId };
    return {
      name: plain(title, eventLimits.name),
      description: about === '' ? way : `${about}\n\n${way}`,
      startAt,
      endAt,
      place,
    };
  };
  const reasonOf = ({ guildId, title }: Ama) =>
    guildT(guildId)('amas.card.eventReason', { title: plain(title, 100) });

  const make = async (ama: Ama, once: Once): Promise<Delivery | { kind: 'nothing' }> => {
    if (ama.status !== 'scheduled' || ama.startAt <= clock.now()) return { kind: 'nothing' };
    const { guildId, id } = ama;
    const plan = await planOf(ama);
    const found = once.mayHaveHappened
      ? await events.findOwn(
          guildId,
          (event) => event.name === plan.name && event.startAt === secondsOf(plan.startAt),
        )
      : undefined;
    if (found && !found.ok) return refused(found.failure);
    const made = found?.value
      ? { ok: true as const, value: found.value }
      : await events.create(guildId, plan, reasonOf(ama));
    // Where the stage is closed to Hearth, the event leads to the announcement, as the preview said.
    if (!made.ok && refused(made.failure).kind === 'forbidden' && ama.stageId !== undefined)
      return make({ ...ama, stageId: undefined }, once);
    if (!made.ok) return refused(made.failure);
    await deps.place(id, { eventId: made.value.id });
    return { kind: 'sent' };
  };

  const bringInLine = async (ama: Ama, event: EventState): Promise<Delivery> => {
    const { guildId } = ama;
    const wanted = statusOf(ama);
    if (event.status === 'completed' || event.status === 'cancelled') return { kind: 'sent' };
    if (wanted === 'over') {
      // Forward only: what has begun is completed, what has not is cancelled.
      const end = event.status === 'active' ? 'completed' : 'cancelled';
      return delivered(await events.setStatus(guildId, event.id, end));
    }
    const plan = await planOf(ama);
    const change = changeOf(event, plan, clock.now());
    if (change) {
      const edited = await events.edit(guildId, event.id, change, reasonOf(ama));
      if (!edited.ok) return refused(edited.failure);
    }
    if (wanted !== 'active' || event.status === 'active') return { kind: 'sent' };
    return delivered(await events.setStatus(guildId, event.id, 'active'));
  };

  return {
    async sync(ama, once) {
      const { guildId, id, eventId } = ama;
      if (eventId === undefined) return make(ama, once);
      const event = await events.find(guildId, eventId);
      if (event.ok) return bringInLine(ama, event.value);
      const missing = refused(event.failure);
      if (missing.kind !== 'gone') return missing;
      await deps.place(id, { eventId: undefined });
      return { kind: 'nothing' };
    },
  };
}

function statusOf({ status }: Ama): 'scheduled' | 'active' | 'over' {
  if (status === 'scheduled') return 'scheduled';
  return status === 'live' ? 'active' : 'over';
}

/** Discord keeps seconds. */
const secondsOf = (at: number): number => Math.floor(at / 1000) * 1000;

/** Undefined: it says so already. What is in the past cannot be set. */
function changeOf(event: EventState, plan: EventPlan, now: number): Partial<EventPlan> | undefined {
  const { name, description, startAt, endAt } = plan;
  const moved =
    secondsOf(event.startAt) !== secondsOf(startAt) && startAt > now && event.status === 'scheduled';
  const ended =
    (event.endAt === undefined ? undefined : secondsOf(event.endAt)) !== secondsOf(endAt) && endAt > now;
  const change: Partial<EventPlan> = {
    ...(event.name === name ? {} : { name }),
    ...(event.description === description ? {} : { description }),
    ...(moved ? { startAt } : {}),
    ...(ended ? { endAt } : {}),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}
