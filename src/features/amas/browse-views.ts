import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, row, section, separator, text } from '../../discord/ui.ts';
import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { askId, pickId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import { questionMenu } from './panel-views.ts';
import type { AmaPage, BrowseOrder, ReadQuestion } from './ports.ts';
import { browsePageId, mineId, nextUpId, supportId } from './private-custom-ids.ts';
import { isOver, takesSupport } from './rules.ts';
import { amaColours, questionFacts, titleText } from './words-views.ts';

/** UTF-16 units of one question in a list of five. */
const room = { text: 420 } as const;

export interface Browsed {
  ama: Ama;
  page: AmaPage<ReadQuestion>;
  order: BrowseOrder;
  /** UTC ms. */
  now: number;
}

/** The questions that everybody may read, five a page, each with a button to support it. */
export function browseView({ ama, page, order, now }: Browsed, t: Translate): MessageBody {
  const other = order === 'support' ? 'new' : 'support';
  const turn = (to: number, way: 'back' | 'on') =>
    browsePageId.build({ ama: ama.id, order, page: Math.max(0, to), turn: way });
  const mine = mineId.build({ ama: ama.id, page: 0, turn: 'on' });
  const ask = button({
    id: askId.build({ ama: ama.id, on: 'browse' }),
    label: t('amas.browse.ask'),
    emoji: '🙋',
    style: 'primary',
  });
  return whole(ama, [
    text(t('amas.browse.title', { title: titleText(ama) })),
    separator(),
    ...(page.rows.length === 0
      ? [text(t('amas.browse.empty'))]
      : page.rows.map((read) => supportLine(read, { ama, order, page: page.page, now }, t))),
    ...picker(
      ama,
      page.rows.map(({ question }) => question),
      t,
    ),
    ...footer(page, t),
    row(
      ...(isOver(ama, now) ? [] : [ask]),
      ...leaves(page, turn, t),
      ...(page.total > 1
        ? [
            button({
              id: browsePageId.build({ ama: ama.id, order: other, page: 0, turn: 'on' }),
              label: t(`amas.browse.orders.${other}`),
            }),
          ]
        : []),
      button({ id: mine, label: t('amas.browse.mineButton') }),
    ),
  ]);
}

function supportLine(
  { question, supporting, own }: ReadQuestion,
  at: { ama: Ama; order: BrowseOrder; page: number; now: number },
  t: Translate,
): APIComponentInContainer {
  const line = questionLine(question, t, own ? [t('amas.browse.yours')] : []);
  if (own || !takesSupport(at.ama, question, at.now)) return text(line);
  return section(
    line,
    button({
      id: supportId.build({ question: question.id, at: 'list', order: at.order, page: at.page }),
      label: t(supporting ? 'amas.browse.stop' : 'amas.browse.support'),
      emoji: '👍',
      style: supporting ? 'success' : 'secondary',
    }),
  );
}

/** A question in a list: its words, what is known of it, how it stands. */
export function questionLine(question: Question, t: Translate, more: readonly string[] = []): string {
  const status = question.status === 'approved' ? [] : [t(`amas.questionStatus.${question.status}`)];
  const facts = [...status, ...questionFacts(question, t), ...more].join(' · ');
  return `**${question.number}** ${shown(question.text, room.text)}\n-# ${facts}`;
}

/** One's own, whatever became of them. */
export function mineView(ama: Ama, page: AmaPage<ReadQuestion>, now: number, t: Translate): MessageBody {
  const turn = (to: number, way: 'back' | 'on') =>
    mineId.build({ ama: ama.id, page: Math.max(0, to), turn: way });
  const ask = button({
    id: askId.build({ ama: ama.id, on: 'mine' }),
    label: t('amas.browse.ask'),
    emoji: '🙋',
    style: 'primary',
  });
  const buttons = [...(isOver(ama, now) ? [] : [ask]), ...leaves(page, turn, t)];
  const questions = page.rows.map(({ question }) => question);
  return whole(ama, [
    text(t('amas.browse.mine', { title: titleText(ama) })),
    separator(),
    text(questions.map((each) => ownLine(each, t)).join('\n\n') || t('amas.browse.emptyMine')),
    ...picker(ama, questions, t),
    ...footer(page, t),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ]);
}

function ownLine(question: Question, t: Translate): string {
  const { status, supports, anonymous, number, declined } = question;
  const facts = [
    t(`amas.questionStatus.${status}`),
    ...(declined ? [t(`amas.reasons.${declined.reason}`)] : []),
    t('amas.question.supports', { count: String(supports) }),
    ...(anonymous ? [t('amas.question.anonymous')] : []),
  ].join(' · ');
  return `**${number}** ${shown(question.text, room.text)}\n-# ${facts}`;
}

/** All that wait for an answer, by rank; for those who run it. */
export function nextUpView(ama: Ama, page: AmaPage<Question>, t: Translate): MessageBody {
  const turn = (to: number, way: 'back' | 'on') =>
    nextUpId.build({ ama: ama.id, page: Math.max(0, to), turn: way });
  const buttons = leaves(page, turn, t);
  return whole(ama, [
    text(t('amas.browse.upNext', { title: titleText(ama) })),
    separator(),
    text(page.rows.map((each) => questionLine(each, t)).join('\n') || t('amas.browse.emptyNext')),
    ...picker(ama, page.rows, t),
    ...footer(page, t),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ]);
}

function whole(ama: Ama, parts: APIComponentInContainer[]): MessageBody {
  return { components: [container(parts, { accent: amaColours[ama.status] })] };
}

function picker(ama: Ama, questions: readonly Question[], t: Translate): APIComponentInContainer[] {
  if (questions.length === 0) return [];
  const id = pickId.build({ ama: ama.id, from: 'list' });
  return [row(questionMenu(id, questions.slice(0, limits.selectOptions), t, t('amas.browse.pick')))];
}

function footer({ page, pages, total }: AmaPage<unknown>, t: Translate): APIComponentInContainer[] {
  if (total === 0) return [];
  return [text(t('amas.browse.page', { page: String(page + 1), pages: String(pages), total }))];
}

/** Two buttons, where there is more than one page. */
export function leaves(
  { page, pages }: AmaPage<unknown>,
  id: (to: number, way: 'back' | 'on') => string,
  t: Translate,
) {
  if (pages <= 1) return [];
  return [
    button({ id: id(page - 1, 'back'), label: t('amas.browse.previous'), disabled: page === 0 }),
    button({ id: id(page + 1, 'on'), label: t('amas.browse.next'), disabled: page >= pages - 1 }),
  ];
}
