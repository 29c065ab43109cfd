import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Ama, AmaStatus, Question } from './model.ts';

/** The small words that all public views of AMAs share. User text is escaped and cut here. */

/** The bar at the side of a message; the same meaning everywhere. */
export const amaColours: Readonly<Record<AmaStatus, number>> = {
  scheduled: 0x3e63dd,
  live: 0xe5484d,
  closing: 0xf5a524,
  closed: 0x30a46c,
  cancelled: 0x8b8d98,
};

/** Escaped; at most 160 units, which every title fits into unless it is nothing but signs. */
export function titleText({ title }: Pick<Ama, 'title'>): string {
  return shown(title, 160);
}

/** Mentions that tell who is meant; whether they ping is decided by the body's `allowed_mentions`. */
export function people(userIds: readonly string[]): string {
  return userIds.map((id) => `<@${id}>`).join(', ');
}

/** Those who answer: the guests, or the host where there is none. */
export function answering({ guestIds, hostId }: Pick<Ama, 'guestIds' | 'hostId'>): readonly string[] {
  return guestIds.length > 0 ? guestIds : [hostId];
}

const HALF_A_DAY = 12 * 3_600_000;

/** The date of the end is of interest only where it is another one. */
export function endStamp({ startAt, endAt }: Pick<Ama, 'startAt' | 'endAt'>): string {
  return stamp(endAt, endAt - startAt < HALF_A_DAY ? 't' : 'f');
}

/** `Question 7`, with its topic where it has one. */
export function questionHeading({ number, tag }: Pick<Question, 'number' | 'tag'>, t: Translate): string {
  if (tag === undefined) return t('amas.question.number', { number: String(number) });
  return t('amas.question.heading', { number: String(number), tag: shown(tag, 60) });
}

/** Nobody reads the name of an anonymous asker, here or anywhere. */
export function askerText({ anonymous, askerId }: Pick<Question, 'anonymous' | 'askerId'>, t: Translate) {
  return anonymous ? t('amas.question.anonymous') : t('amas.question.askedBy', { asker: `<@${askerId}>` });
}

/** Support, who else asked, who asked: what everybody may know of a question, in one line. */
export function questionFacts(question: Question, t: Translate): string[] {
  const { supports, alsoAsked, original } = question;
  return [
    t('amas.question.supports', { count: String(supports) }),
    ...(alsoAsked > 0 ? [t('amas.question.alsoAsked', { count: alsoAsked })] : []),
    askerText(question, t),
    ...(original === undefined ? [] : [t('amas.question.edited')]),
  ];
}

/** Where the announcement stands; undefined before it does. */
export function announcementLink({ guildId, channelId, messageId }: Ama): string | undefined {
  return messageId === undefined ? undefined : messageLink({ guildId, channelId, messageId });
}
