import type { OutgoingFile } from '../../discord/interaction.ts';
import { plain } from '../../discord/words.ts';
import { pictureNames } from './card-views.ts';
import type { Idea } from './model.ts';
import type { ImageFile } from './ports.ts';

/** What it takes to bring a card up to date. */
export type CardPlace = Pick<Idea, 'id' | 'channelId' | 'messageId'>;

const REMEMBERED = 500;

/** Which cards lost their pictures. Forgotten with the process: then one edit is refused, and it is known again. */
export function pictureMemory() {
  const gone = new Set<string>();
  const cards = new Map<string, CardPlace>();
  return {
    areGone: (messageId: string | undefined): boolean => messageId !== undefined && gone.has(messageId),
    shownBy(messageId: string, card: CardPlace): void {
      cards.delete(messageId);
      cards.set(messageId, card);
      const oldest = cards.keys().next().value;
      if (cards.size > REMEMBERED && oldest !== undefined) cards.delete(oldest);
    },
    /** The card, if it was shown lately. */
    lose(messageId: string): CardPlace | undefined {
      gone.add(messageId);
      return cards.get(messageId);
    },
  };
}

/** The files to send along; none where the store does not have all of them any more. */
export function picturesFor(idea: Idea, images: readonly ImageFile[]): OutgoingFile[] {
  const names = pictureNames(idea);
  if (images.length !== names.length) return [];
  return images.map(({ data, contentType }, index) => ({
    name: names[index] ?? `picture-${index + 1}`,
    data,
    contentType,
    description: plain(idea.title, 200),
  }));
}
