import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { ThanksCard } from '../../charts/types.ts';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, linkButton, mediaGallery, row, text } from '../../discord/ui.ts';
import { plain, quoted, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { detailsId, giveId } from './custom-ids.ts';
import type { Milestone, Shoutout, Value } from './model.ts';
import {
  milestoneParts,
  peopleText,
  plainValue,
  sourceLink,
  thanksColour,
  valueText,
} from './words-views.ts';

const room = { reason: 1_500, drawn: 280, alt: 1_000 } as const;

export interface CardState {
  shoutout: Shoutout;
  values: readonly Value[];
  /** What was reached with it. */
  milestones: readonly Milestone[];
  /** Goes along as a file of this name. */
  picture?: { file: string; alt: string } | undefined;
}

/** What everybody reads, and those who are thanked are glad to: they are mentioned, and nobody else. */
export function shoutoutCard(
  { shoutout, values, milestones, picture }: CardState,
  t: Translate,
): MessageBody {
  const { receiverIds, giverId, reason, value } = shoutout;
  const valueWords = valueText(value, values);
  const heading = t('shoutouts.card.title', { people: peopleText(receiverIds, t) });
  const parts: APIComponentInContainer[] = [
    text(valueWords === undefined || picture ? `### ${heading}` : `### ${heading}\n**${valueWords}**`),
    // A picture shows a short reason whole, and its alt text says it.
    ...(picture && reason.length <= room.drawn ? [] : [text(quoted(shownText(reason, room.reason)))]),
    ...(picture ? [mediaGallery([picture])] : []),
    text(`-# ${t('shoutouts.card.from', { giver: `<@${giverId}>` })}`),
    ...(milestones.length > 0 ? [text(milestones.map((each) => milestoneLine(each, t)).join('\n'))] : []),
    row(...buttons(shoutout, t)),
  ];
  return {
    components: [container(parts, { accent: thanksColour })],
    allowed_mentions: { parse: [], users: [...receiverIds] },
  };
}

/** The same as a picture. `nameOf`: how people are called; a mention would be a bare number there. */
export function drawnCard(
  { receiverIds, giverId, reason, value: key }: Shoutout,
  values: readonly Value[],
  nameOf: (userId: string) => string | undefined,
  t: Translate,
): { card: ThanksCard; alt: string } | undefined {
  const names = receiverIds.flatMap((id) => nameOf(id) ?? []);
  const giver = nameOf(giverId);
  // Who is not known by name cannot be thanked by name.
  if (names.length < receiverIds.length || giver === undefined) return undefined;
  const people = new Intl.ListFormat(t.locale).format(names);
  const value = values.find((each) => each.key === key);
  const card = {
    kind: 'thanks',
    title: t('shoutouts.card.drawn', { people }),
    value: value ? plainValue(value) : '',
    reason,
    from: t('shoutouts.card.from', { giver }),
  } as const;
  return { card, alt: plain(t('shoutouts.card.alt', { people, giver, reason }), room.alt) };
}

/** How it is found again in its channel. */
export function cardMark({ id }: Pick<Shoutout, 'id'>): string {
  return detailsId.build({ shoutout: id, on: 'card' });
}

function buttons(shoutout: Shoutout, t: Translate) {
  const link = sourceLink(shoutout);
  return [
    ...(link === undefined ? [] : [linkButton({ url: link, label: t('shoutouts.card.source') })]),
    button({
      id: giveId.build({ on: 'card', event: shoutout.id }),
      label: t('shoutouts.card.give'),
      emoji: '🙌',
    }),
    button({ id: cardMark(shoutout), label: t('shoutouts.details.details') }),
  ];
}

/** Said kindly, once. */
export function milestoneLine({ kind, userId }: Milestone, t: Translate): string {
  const { what, count } = milestoneParts(kind);
  const who = `<@${userId}>`;
  if (what === 'year') return `🎂 ${t('shoutouts.milestone.year', { who, count })}`;
  if (count === 1) return `🌱 ${t(`shoutouts.milestone.${what}First`, { who })}`;
  return `🎉 ${t(`shoutouts.milestone.${what}`, { who, count })}`;
}
