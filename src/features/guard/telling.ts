import type { CardRepository } from './card-repository.ts';
import type { FirstRepository } from './first-repository.ts';
import { BETWEEN_CARDS_MS, type First, type GuardSettings, MOST_ON_CARD, TOO_LATE_MS } from './model.ts';
import type { Looked } from './ports.ts';

/** What becomes of first messages that were looked at. */
export function createTelling(parts: {
  firsts: FirstRepository;
  cards: CardRepository;
  settingsOf: (guildId: string) => GuardSettings;
}) {
  const { firsts, cards, settingsOf } = parts;

  const settle = (first: First, status: First['status']): void => {
    firsts.set({ ...first, status }, undefined);
    if (first.cardId !== undefined) cards.touch(first.cardId);
  };

  /** Those nobody answered in time: onto one card, or later, where there was a card a moment ago. */
  const tell = (guildId: string, unanswered: readonly First[], now: number): void => {
    const { channelId, minutes } = settingsOf(guildId);
    const isLate = ({ at }: First) => now - at > minutes * 60_000 + TOO_LATE_MS;
    const toTell = unanswered.filter((first) => channelId !== undefined && !isLate(first));
    for (const first of unanswered) if (!toTell.includes(first)) settle(first, 'missed');
    if (channelId === undefined || toTell.length === 0) return;
    const last = cards.latestMadeAt(guildId) ?? Number.NEGATIVE_INFINITY;
    const mayTell = last + BETWEEN_CARDS_MS <= now;
    const told = mayTell ? toTell.slice(0, MOST_ON_CARD) : [];
    const cardId = mayTell ? cards.add(guildId, channelId, now) : undefined;
    for (const first of told) firsts.set({ ...first, status: 'carded', cardId }, undefined);
    const nextAt = (mayTell ? now : last) + BETWEEN_CARDS_MS;
    for (const first of toTell.slice(told.length)) firsts.set(first, nextAt);
  };

  return {
    settle,
    /** A write. What was found of those that were due. */
    looked(guildId: string, found: readonly (Looked & { first: First })[], now: number): void {
      const unanswered: First[] = [];
      for (const { first, finding, joinedAt = first.joinedAt } of found) {
        // Meanwhile they may have asked not to be counted.
        const kept = firsts.ofPerson(guildId, first.userId);
        if (kept?.id !== first.id) continue;
        const still = { ...kept, joinedAt };
        if (finding === 'answered' || finding === 'gone') settle(still, finding);
        else if (still.status === 'carded') firsts.set(still, undefined);
        else if (finding === 'unanswered') unanswered.push(still);
        else firsts.remove(still.id);
      }
      tell(guildId, unanswered, now);
    },
  };
}
