import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { pickId, showId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import { questionMenu } from './panel-views.ts';
import { amaColours, people, questionFacts, titleText } from './words-views.ts';

const room = { lines: 10, line: 220 } as const;

export interface ParkedState {
  ama: Ama;
  parked: readonly Question[];
  /** UTC ms; by then they should have an answer. */
  dueAt: number;
  /** Whether that is over. */
  late: boolean;
}

/** What is still owed, in the staff channel: it stays until it is empty, and then says so. */
export function parkedView({ ama, parked, dueAt, late }: ParkedState, t: Translate): MessageBody {
  const title = `### ${t('amas.parked.title', { title: titleText(ama) })}`;
  const open = button({ id: parkedMark(ama), label: t('amas.direct.open') });
  if (parked.length === 0) {
    return {
      components: [
        container([text(`${title}\n${t('amas.parked.done')}`), row(open)], { accent: amaColours.closed }),
      ],
    };
  }
  const count = parked.length;
  const full = stamp(dueAt, 'f');
  const promise = late
    ? t('amas.parked.late', { count, full })
    : t('amas.parked.promise', { count, full, relative: stamp(dueAt, 'R') });
  const lines = parked.slice(0, room.lines).map((question) => line(question, t));
  const more = count - lines.length;
  const parts = [
    text(`${title}\n${promise}`),
    text([...lines, ...(more > 0 ? [t('amas.parked.more', { count: more })] : [])].join('\n')),
    row(questionMenu(pickId.build({ ama: ama.id, from: 'parked' }), parked, t, t('amas.parked.pick'))),
    row(open),
  ];
  return { components: [container(parts, { accent: late ? amaColours.live : amaColours.closing })] };
}

/** How it is found again in the staff channel. */
export function parkedMark({ id }: Pick<Ama, 'id'>): string {
  return showId.build({ ama: id, on: 'list', event: 0 });
}

function line(question: Question, t: Translate): string {
  return `**${question.number}** ${shown(question.text, room.line)}\n-# ${questionFacts(question, t).join(' · ')}`;
}

/** Mentions the host once a week while something is owed. `round` tells one reminder from another. */
export function overdueView(
  { ama, parked }: Pick<ParkedState, 'ama' | 'parked'>,
  round: number,
  t: Translate,
): MessageBody {
  const { guildId, staffChannelId: channelId, parkedMessageId: messageId, hostId } = ama;
  const words = { people: people([hostId]), count: parked.length, title: titleText(ama) };
  const said =
    messageId === undefined
      ? t('amas.parked.overduePlain', words)
      : t('amas.parked.overdue', { ...words, link: messageLink({ guildId, channelId, messageId }) });
  return {
    components: [text(said), row(button({ id: overdueMark(ama, round), label: t('amas.direct.open') }))],
    allowed_mentions: { parse: [], users: [hostId] },
  };
}

export function overdueMark({ id }: Pick<Ama, 'id'>, round: number): string {
  return showId.build({ ama: id, on: 'overdue', event: round });
}
