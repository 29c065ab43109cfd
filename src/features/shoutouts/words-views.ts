import { messageLink, plain, shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type MilestoneKind, type Shoutout, shoutoutLimits, type Value } from './model.ts';

/** The small words that all views of shout-outs share. User text is escaped and cut here. */

/** The bar at the side of everything that is about thanks. */
export const thanksColour = 0xf2b33d;

/** The value's emoji and name, escaped; undefined for none, and for one that the server dropped. */
export function valueText(key: string | undefined, values: readonly Value[]): string | undefined {
  const value = values.find((each) => each.key === key);
  if (!value) return undefined;
  const name = shown(value.name, shoutoutLimits.valueName * 2);
  return value.emoji === '' ? name : `${value.emoji} ${name}`;
}

/** The same for places that show no markdown: choices of forms and commands. A server's own emoji is no text there. */
export function plainValue({ name, emoji }: Value): string {
  const words = plain(name, shoutoutLimits.valueName);
  return emoji === '' || emoji.startsWith('<') ? words : `${emoji} ${words}`;
}

/** Mentions as in a sentence: "A, B and C". Whether they ping is decided by the body's `allowed_mentions`. */
export function peopleText(userIds: readonly string[], t: Translate): string {
  return new Intl.ListFormat(t.locale).format(userIds.map((id) => `<@${id}>`));
}

/** Where its card stands. */
export function cardLink({ guildId, channelId, messageId }: Shoutout): string | undefined {
  if (channelId === undefined || messageId === undefined) return undefined;
  return messageLink({ guildId, channelId, messageId });
}

/** The message that it is for. */
export function sourceLink({ guildId, source }: Pick<Shoutout, 'guildId' | 'source'>): string | undefined {
  return source && messageLink({ guildId, ...source });
}

export function milestoneParts(kind: MilestoneKind): { what: 'given' | 'received' | 'year'; count: number } {
  const [what, count] = kind.split('-') as ['given' | 'received' | 'year', string];
  return { what, count: Number(count) };
}

/** "Was thanked 10 times" */
export function milestoneText(kind: MilestoneKind, t: Translate): string {
  const { what, count } = milestoneParts(kind);
  return t(`shoutoutsSetup.milestones.${what}`, { count });
}
