import { plain, shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { PollKind, PollOption, PollSpec, Privacy } from './model.ts';

/** The small words of all poll views. */

export const colours = { open: 0xe8743b, closed: 0x4f9d69, quiet: 0x8a8f98 } as const;

/** How an option is written among markdown: its emoji and its escaped words. */
export function optionText(option: PollOption | undefined, max = 200): string {
  if (!option) return '?';
  const emoji = option.emoji === undefined ? '' : `${option.emoji} `;
  const words = shown(option.label, Math.max(1, max - emoji.length));
  return words === '' ? emoji.trim() || '…' : emoji + words;
}

/** An option where no markdown is shown; a custom emoji would appear as its code there, so it is left out. */
export function optionPlain(option: PollOption | undefined, max: number): string {
  if (!option) return '?';
  const emoji = option.emoji === undefined || option.emoji.startsWith('<') ? '' : `${option.emoji} `;
  return plain(emoji + option.label, max);
}

/** Whole percent of `part` in `whole`, in the language's manner. */
export function percent(part: number, whole: number, t: Translate): string {
  return t('polls.card.percent', { value: whole > 0 ? Math.round((part / whole) * 100) : 0 });
}

/** A mean with one decimal; two where one would round away the difference from a whole number. */
export function decimal(value: number, t: Translate): string {
  const written = value.toFixed(Math.abs(value * 10 - Math.round(value * 10)) < 1e-9 ? 1 : 2);
  return t.locale === 'de' ? written.replace('.', ',') : written;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], t: Translate): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return t('polls.result.and', { first: items.slice(0, -1).join(', '), last });
}

/** At most `most` of the items, and how many more there are. */
export function listedUpTo(items: readonly string[], most: number, t: Translate): string {
  if (items.length <= most) return listed(items, t);
  const list = items.slice(0, most).join(', ');
  return t('polls.card.andMore', { list, count: items.length - most });
}

/** What to do, in words: `choose up to 3`. */
export function howTo(spec: Pick<PollSpec, 'kind' | 'maxChoices'>, t: Translate): string {
  return t(`polls.how.${spec.kind}`, { max: spec.maxChoices });
}

export const privacyKeys = {
  open: 'open',
  'staff-blind': 'staffBlind',
  sealed: 'sealed',
} as const satisfies Record<Privacy, string>;

/** Who can see what, honestly, as printed on the poll. */
export function privacyLine(privacy: Privacy, over: boolean, t: Translate): string {
  if (privacy === 'sealed' && over) return t('polls.privacyLines.sealedClosed');
  return t(`polls.privacyLines.${privacyKeys[privacy]}`);
}

export function roleMentions(ids: readonly string[], t: Translate): string {
  return listedUpTo(
    ids.map((id) => `<@&${id}>`),
    8,
    t,
  );
}

export function weightMentions(weights: PollSpec['weights'], t: Translate): string {
  const each = weights.map(({ roleId, weight }) => t('polls.card.weight', { role: `<@&${roleId}>`, weight }));
  return listedUpTo(each, 8, t);
}

/** `12 votes`, and what they weigh where that differs. */
export function votesText(voters: number, weight: number | undefined, t: Translate): string {
  const votes = t('polls.card.votes', { count: voters });
  return weight === undefined || weight === voters ? votes : t('polls.card.weighted', { votes, weight });
}

/** An option in words; of a rating, its number with a star, so that a column of them stands straight. */
export function choiceText(kind: PollKind, option: PollOption | undefined, index: number, max = 200): string {
  return kind === 'rating' ? `${index + 1} ⭐` : optionText(option, max);
}
