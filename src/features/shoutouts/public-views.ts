import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import { quoted, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { milestoneLine } from './card-views.ts';
import { giveId, thankId } from './custom-ids.ts';
import type { Milestone, Shoutout, Value } from './model.ts';
import type { RingReport, RoundUp } from './result-types.ts';
import { cardLink, peopleText, thanksColour, valueText } from './words-views.ts';

const room = { values: 6, examples: 2, reason: 220, people: 12, firstTimers: 20, milestones: 8 } as const;

/** Somebody has been with us for a year, or more: they are mentioned. */
export function yearView(milestone: Milestone, t: Translate): MessageBody {
  const { userId } = milestone;
  const thank = button({ id: yearMark(milestone), label: t('shoutouts.milestone.thank'), emoji: '🙌' });
  return {
    components: [
      container([text(`### ${milestoneLine(milestone, t)}`), row(thank)], { accent: thanksColour }),
    ],
    allowed_mentions: { parse: [], users: [userId] },
  };
}

/** How it is found again. */
export function yearMark({ userId, kind }: Milestone): string {
  return thankId.build({ user: userId, on: 'milestone', kind });
}

export interface RoundUpState {
  roundUp: RoundUp;
  values: readonly Value[];
  picture?: { file: string; alt: string } | undefined;
}

/** A month of thanks. Names people without pinging anybody: they heard of it when it happened. */
export function roundUpView({ roundUp, values, picture }: RoundUpState, t: Translate): MessageBody {
  const { month, shoutouts, givers, receivers, firstTimers, byValue, milestones } = roundUp;
  const gave = milestones.filter(({ kind }) => kind === 'given-1').map(({ userId }) => userId);
  const firsts = [...firstsText('firstTimers', firstTimers, t), ...firstsText('firstGivers', gave, t)];
  // First times are told above, of all in one line.
  const more = milestones.filter(({ kind }) => kind !== 'given-1' && kind !== 'received-1');
  const parts: APIComponentInContainer[] = [
    text(
      `## ${t('shoutouts.roundUp.title', { month: monthName(month, t) })}\n${t('shoutouts.roundUp.counts', { shoutouts, givers, receivers })}`,
    ),
    ...(picture ? [mediaGallery([picture])] : []),
    ...(firsts.length > 0 ? [text(firsts.join('\n'))] : []),
    ...byValue.slice(0, room.values).flatMap((part) => [separator(), text(valuePart(part, values, t))]),
    ...(more.length > 0 ? [separator(), text(milestonesText(more, t))] : []),
    row(button({ id: roundUpMark(month), label: t('shoutouts.card.give'), emoji: '🙌' })),
  ];
  return {
    components: [container(parts, { accent: thanksColour })],
    allowed_mentions: { parse: [] },
  };
}

/** How it is found again. */
export function roundUpMark(month: string): string {
  return giveId.build({ on: 'round-up', event: Number(month.replace('-', '')) });
}

export function monthName(month: string, t: Translate): string {
  const words = new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${month}-15T12:00:00Z`));
}

function firstsText(which: 'firstTimers' | 'firstGivers', all: readonly string[], t: Translate): string[] {
  if (all.length === 0) return [];
  const more = all.length - room.firstTimers;
  const people = peopleText(all.slice(0, room.firstTimers), t);
  const words = `${which === 'firstTimers' ? '🌱' : '🤝'} ${t(`shoutouts.roundUp.${which}`, { people })}`;
  return [more > 0 ? `${words} ${t('shoutouts.roundUp.more', { count: more })}` : words];
}

function valuePart(
  { value, shoutouts, people, examples }: RoundUp['byValue'][number],
  values: readonly Value[],
  t: Translate,
): string {
  const name = valueText(value, values) ?? t('shoutouts.roundUp.noValue');
  const named = peopleText(people.slice(0, room.people), t);
  return [
    `### ${name}\n-# ${t('shoutouts.roundUp.value', { count: shoutouts })}${named === '' ? '' : ` · ${named}`}`,
    ...examples.slice(0, room.examples).map((example) => exampleText(example, t)),
  ].join('\n');
}

function exampleText(shoutout: Shoutout, t: Translate): string {
  const link = cardLink(shoutout);
  const who = t('shoutouts.details.people', {
    giver: `<@${shoutout.giverId}>`,
    people: peopleText(shoutout.receiverIds, t),
  });
  const place = link === undefined ? '' : ` · [${t('shoutouts.roundUp.read')}](${link})`;
  return `${quoted(shownText(shoutout.reason.replaceAll(/\s+/gu, ' '), room.reason))}\n-# ${who}${place}`;
}

function milestonesText(milestones: readonly Milestone[], t: Translate): string {
  const more = milestones.length - room.milestones;
  const lines = milestones.slice(0, room.milestones).map((milestone) => milestoneLine(milestone, t));
  return [...lines, ...(more > 0 ? [t('shoutouts.roundUp.more', { count: more })] : [])].join('\n');
}

/** For admins, in numbers only. */
export function ringView(report: RingReport, month: string, t: Translate): MessageBody {
  const { rings, people, inside, shoutouts } = report;
  const percent = String(shoutouts === 0 ? 0 : Math.round((inside / shoutouts) * 100));
  const words = t('shoutouts.rings.words', { rings, people, inside, percent });
  return {
    components: [
      container([text(`### ${ringMark(month, t)}\n${words}\n-# ${t('shoutouts.rings.small')}`)], {
        accent: thanksColour,
      }),
    ],
    allowed_mentions: { parse: [] },
  };
}

/** How it is found again: by its heading. */
export function ringMark(month: string, t: Translate): string {
  return t('shoutouts.rings.title', { month: monthName(month, t) });
}

/** For admins: something only they can mend. */
export function troubleView(words: string): MessageBody {
  return { components: [text(words)], allowed_mentions: { parse: [] } };
}
