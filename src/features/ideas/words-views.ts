import { messageLink, shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Category, Idea } from './model.ts';

/** The small words that all public views of ideas share. User text is escaped and cut here. */

/** What it takes to name an idea and to lead there. */
export type Named = Pick<Idea, 'number' | 'title' | 'guildId' | 'channelId' | 'messageId'>;

/** `Idea 12`; of one that is not public yet, without a number. */
export function numberText(number: number | undefined, t: Translate): string {
  return number === undefined
    ? t('ideas.card.unnumbered')
    : t('ideas.card.number', { number: String(number) });
}

export function linkTo({ guildId, channelId, messageId }: Named): string | undefined {
  if (channelId === undefined || messageId === undefined) return undefined;
  return messageLink({ guildId, channelId, messageId });
}

/** `Idea 12: Title`, as a link where it stands somewhere. At most about `max` units of title. */
export function nameOf(idea: Named, t: Translate, max = 160): string {
  const words = t('ideas.notes.link', { number: numberText(idea.number, t), title: shown(idea.title, max) });
  const link = linkTo(idea);
  return link === undefined ? `**${words}**` : `[${words}](${link})`;
}

/**
 * Who stands on it. Members never read the name of an anonymous author here, nor of one who did not want to be
 * credited for a message that somebody else brought in.
 */
export function authorText(
  idea: Pick<Idea, 'anonymous' | 'authorId' | 'suggestedBy' | 'consent'>,
  t: Translate,
): string {
  const { anonymous, authorId, suggestedBy, consent } = idea;
  if (anonymous) return t('ideas.card.anonymous');
  const by = suggestedBy === undefined ? undefined : `<@${suggestedBy}>`;
  // Nobody is named for somebody else's pressing before they have agreed.
  if (consent === 'asked' || consent === 'refused')
    return by === undefined ? t('ideas.card.someone') : t('ideas.card.broughtIn', { by });
  const author = `<@${authorId}>`;
  return by === undefined ? author : t('ideas.card.suggested', { author, by });
}

/** The category's emoji and name, escaped; undefined where it has none or the server dropped it. */
export function categoryText(key: string | undefined, categories: readonly Category[]): string | undefined {
  const category = categories.find((each) => each.key === key);
  if (!category) return undefined;
  const name = shown(category.name, 60);
  return category.emoji === undefined ? name : `${category.emoji} ${name}`;
}

/** Mentions that tell who is meant; whether they ping is decided by the body's `allowed_mentions`. */
export function people(userIds: readonly string[]): string {
  return userIds.map((id) => `<@${id}>`).join(', ');
}
