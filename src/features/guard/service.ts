import { UserError } from '../../shared/user-error.ts';
import type { CardRepository } from './card-repository.ts';
import type { FirstRepository, NewFirst } from './first-repository.ts';
import {
  type Coverage,
  type FullCard,
  type GuardSettings,
  KEPT_MS,
  minutesLimits,
  OPEN_MS,
  TOO_LATE_MS,
} from './model.ts';
import type { By, GuardPolicy, GuardQueue } from './ports.ts';
import type { GuardSettingsRepository } from './settings-repository.ts';
import { createTelling } from './telling.ts';

export type GuardService = ReturnType<typeof createGuard>;

/** The use cases of the guard. Those that change something are writes; refusals are UserErrors. */
export function createGuard(parts: {
  settings: GuardSettingsRepository;
  firsts: FirstRepository;
  cards: CardRepository;
  queue: GuardQueue;
  policy: Pick<GuardPolicy, 'isPaused' | 'isLeftOut'>;
}) {
  const { settings, firsts, cards, queue, policy } = parts;
  const { settle, looked } = createTelling({ ...parts, settingsOf: settings.find });
  const lookNext = (guildId: string, now: number): void =>
    queue.look(guildId, firsts.nextLook(guildId) ?? now);

  const notice = (first: NewFirst): void => {
    const { guildId, userId, placeId, at } = first;
    const { channelId, minutes } = settings.find(guildId);
    if (channelId === undefined || policy.isPaused(guildId, userId)) return;
    if (policy.isLeftOut(guildId, placeId) || firsts.spokeBefore(first)) return;
    if (firsts.add(first, at + minutes * 60_000)) lookNext(guildId, at);
  };

  return {
    settings: settings.find,
    /** A write. Takes effect for first messages from now on; without a channel what waits is forgotten. */
    change({ changes, ...by }: By & { changes: Partial<GuardSettings> }): void {
      const next = { ...settings.find(by.guildId), ...changes };
      const { min, max } = minutesLimits;
      if (!Number.isInteger(next.minutes) || next.minutes < min || next.minutes > max) {
        throw new UserError('guard.refusals.minutes', { min: String(min), max: String(max) });
      }
      settings.save(by, next);
      if (next.channelId === undefined) firsts.removeWaiting(by.guildId);
      else cards.moveUnposted(by.guildId, next.channelId);
      queue.look(by.guildId, by.now);
    },
    /** A write. Somebody new said something; the first time is kept. */
    notice,
    /** A write, before these are counted: read from the history in their order, because nobody heard them. */
    noticeRead(messages: readonly NewFirst[], now: number): void {
      const spoke = new Set<string>();
      for (const message of messages) {
        if (now - message.at < TOO_LATE_MS && !spoke.has(message.userId)) notice(message);
        spoke.add(message.userId);
      }
    },
    due: firsts.due,
    nextLook: firsts.nextLook,
    looked,
    /** What Discord does not show as it is, the oldest first. */
    behind: (guildId: string): FullCard[] =>
      cards.behind(guildId).map((card) => ({ ...card, firsts: firsts.ofCard(card.id) })),
    /** A write. This version stands on Discord now. */
    shown: cards.shown,
    /** A write. It was never posted, and it is too late to: nobody was told. */
    drop({ id, firsts: told }: FullCard): void {
      for (const first of told) if (first.status === 'carded') settle(first, 'missed');
      cards.remove(id);
    },
    /** Of the last days, what greeters know of and nobody has answered. */
    open: (now: number) => firsts.open(now - OPEN_MS),
    /** A write. Something was heard of one, or (undefined) Hearth was away: what greeters know of is looked at. */
    lookAgain(guildId: string, messageId: string | undefined, now: number): void {
      if (firsts.lookAgain(guildId, messageId, now) > 0) queue.look(guildId, now);
    },
    /** A write. Somebody asked not to be counted. */
    forget(guildId: string, userId: string, now: number): void {
      const first = firsts.ofPerson(guildId, userId);
      if (!first) return;
      firsts.remove(first.id);
      if (first.cardId === undefined) return;
      cards.touch(first.cardId);
      queue.look(guildId, now);
    },
    /** How the newcomers from `from` and before `to` (UTC ms) were received; undefined: nobody looks after them. */
    coverage(guildId: string, from: number, to: number): Coverage | undefined {
      const known = firsts.coverage(guildId, from, to);
      return known.firsts > 0 || settings.find(guildId).channelId !== undefined ? known : undefined;
    },
    /** A write. Returns how many are forgotten because they are old. */
    purge: (now: number): number => firsts.removeBefore(now - KEPT_MS) + cards.removeBefore(now - KEPT_MS),
    /** A write, at every start: what a former process left undone. */
    goOn(now: number): void {
      for (const guildId of firsts.guilds()) lookNext(guildId, now);
      for (const guildId of cards.guildsBehind()) queue.look(guildId, now);
    },
  };
}
