import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { pickId, reviewId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import { questionMenu } from './panel-views.ts';
import type { QueueState } from './ports.ts';
import { askerText, titleText } from './words-views.ts';

const room = { line: 260, lines: 5 } as const;
const colours = { waiting: 0xf5a524, empty: 0x30a46c } as const;

/** The questions that wait for a moderator: one message, however many there are. */
export function queueView({ ama, pending, waiting }: QueueState, t: Translate): MessageBody {
  const shownOnes = pending.slice(0, room.lines);
  const more = waiting - shownOnes.length;
  const over = ama.status === 'closed' || ama.status === 'cancelled';
  const count = Math.max(waiting, shownOnes.length);
  const words = over && count === 0 ? t('amas.queue.over') : t('amas.queue.waiting', { count });
  const parts: APIComponentInContainer[] = [
    text(`### ${t('amas.queue.title', { title: titleText(ama) })}\n${words}`),
    ...(shownOnes.length === 0
      ? []
      : [
          text(
            [
              ...shownOnes.map((question) => line(question, t)),
              ...(more > 0 ? [t('amas.queue.more', { count: more })] : []),
            ].join('\n'),
          ),
        ]),
    row(
      button({
        id: queueMark(ama),
        label: t('amas.queue.review'),
        emoji: '📥',
        style: shownOnes.length > 0 ? 'primary' : 'secondary',
        disabled: shownOnes.length === 0,
      }),
    ),
    ...(shownOnes.length === 0
      ? []
      : [row(questionMenu(pickId.build({ ama: ama.id, from: 'queue' }), shownOnes, t))]),
  ];
  return { components: [container(parts, { accent: count > 0 ? colours.waiting : colours.empty })] };
}

/** How it is found again in the staff channel. */
export function queueMark({ id }: Pick<Ama, 'id'>): string {
  return reviewId.build({ ama: id });
}

function line(question: Question, t: Translate): string {
  const words = shown(question.text, room.line);
  const since = t('amas.queue.since', { relative: stamp(question.askedAt, 'R') });
  const first = question.firstTimer ? [t('amas.panel.firstTimer')] : [];
  const facts = [askerText(question, t), since, ...first].join(' · ');
  return `${t('amas.queue.line', { number: String(question.number), text: words })}\n-# ${facts}`;
}
