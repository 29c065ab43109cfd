import type { Counting } from './counting.ts';
import { type Shoutout, type ShoutoutStatus, shoutoutLimits } from './model.ts';
import { type ShoutoutCall, type ShoutoutPolicy, type ShoutoutService, WITHDRAW_MS } from './ports.ts';
import { refuse } from './refuse.ts';
import type { ShoutoutSettingsRepository } from './settings-repository.ts';
import type { ShoutoutQueue } from './shoutout-queue.ts';
import type { ShoutoutRepository } from './shoutout-repository.ts';

export interface EndServiceParts {
  shoutouts: ShoutoutRepository;
  settings: ShoutoutSettingsRepository;
  counting: Counting;
  queue: ShoutoutQueue;
  policy: ShoutoutPolicy;
}

type Ending = 'withdraw' | 'void' | 'shoutout' | 'messagesGone' | 'channelGone';

/** How a shout-out comes to count no longer: withdrawn, void, or because what it was for is gone. */
export function createEndService(parts: EndServiceParts): Pick<ShoutoutService, Ending> {
  const { shoutouts, settings, counting, queue, policy } = parts;

  const load = ({ guildId, shoutoutId }: { guildId: string; shoutoutId: number }): Shoutout => {
    const found = Number.isSafeInteger(shoutoutId) ? shoutouts.find(shoutoutId) : undefined;
    return found?.guildId === guildId ? found : refuse('shoutouts.refusals.not-found');
  };

  /** False: it did not count any more. */
  const end = (
    id: number,
    to: Exclude<ShoutoutStatus, 'given'>,
    by: { at: number; actorId: string | undefined; reason: string },
  ): boolean => {
    const stored = shoutouts.load(id);
    if (!stored || !shoutouts.end(id, to, by.at, to === 'void' ? by.reason : '')) return false;
    counting.remove(stored);
    shoutouts.note(id, { ...by, kind: to });
    queue.takeDown(id, by.at);
    const { guildId, giverId, receiverIds } = stored.shoutout;
    if ((settings.find(guildId)?.settings.badges.length ?? 0) > 0) {
      for (const userId of [giverId, ...receiverIds]) queue.badges(guildId, userId, by.at);
    }
    return true;
  };

  const ended = (
    call: ShoutoutCall & { shoutoutId: number },
    to: 'withdrawn' | 'void',
    reason: string,
  ): Shoutout => {
    const before = load(call);
    if (before.status === to) return before;
    if (!end(before.id, to, { at: call.now, actorId: call.actor.userId, reason })) {
      refuse('shoutouts.refusals.not-given');
    }
    return load(call);
  };

  return {
    shoutout: load,

    withdraw(call) {
      const shoutout = load(call);
      if (shoutout.giverId !== call.actor.userId) refuse('shoutouts.refusals.not-yours');
      const late = call.now - shoutout.createdAt > WITHDRAW_MS;
      if (shoutout.status === 'given' && late) {
        refuse('shoutouts.refusals.too-late', { minutes: WITHDRAW_MS / 60_000 });
      }
      return ended(call, 'withdrawn', '');
    },

    void(call) {
      if (!policy.mayManage(call.guildId, call.actor)) refuse('shoutouts.refusals.staff-only');
      const reason = call.reason.trim().slice(0, shoutoutLimits.voidReason);
      if (reason === '') refuse('shoutouts.refusals.reason-missing');
      return ended(call, 'void', reason);
    },

    messagesGone({ guildId, messageIds, now }) {
      for (const messageId of messageIds) {
        shoutouts.forgetCard(guildId, messageId);
        for (const { id } of shoutouts.forMessage(guildId, messageId)) {
          end(id, 'lost', { at: now, actorId: undefined, reason: '' });
        }
      }
    },

    channelGone({ guildId, channelId, now }) {
      const stored = settings.find(guildId);
      if (stored?.settings.channelId !== channelId) return;
      // Nothing is given until an admin names another one.
      settings.save(
        guildId,
        { ...stored, settings: { ...stored.settings, channelId: undefined } },
        { at: now, by: 'discord' },
      );
      queue.channelLost(guildId, now);
    },
  };
}
