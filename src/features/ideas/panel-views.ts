import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, linkButton, row, separator, text } from '../../discord/ui.ts';
import { quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  approveId,
  decideId,
  followId,
  moveId,
  objectId,
  scoreId,
  supportId,
  takeBackId,
} from './custom-ids.ts';
import type { Category, Idea, Merge, ReviewCase } from './model.ts';
import { type Decision, SECOND_CHANCE_MS, type SupportOutcome } from './ports.ts';
import { openFormId, pagesId, panelId } from './private-custom-ids.ts';
import { presentRung, statusColours, statusText, takesSupport } from './status-views.ts';
import { authorText, categoryText, linkTo, type Named, nameOf, numberText } from './words-views.ts';

/** All that the panel of an idea shows one person. */
export interface PanelState {
  own: SupportOutcome;
  categories: readonly Category[];
  /** The idea is theirs. */
  owner: boolean;
  staff: boolean;
  review: ReviewCase | undefined;
  /** Scores needed. */
  need: number;
  /** Where it lives on. */
  target: Named | undefined;
  /** The merge that can still be undone. */
  merge: Merge | undefined;
  /** What staff can decide now. */
  decisions: readonly Decision[];
  /** UTC ms. */
  now: number;
}

/** UTF-16 units. */
const room = { title: 120, body: 500, reason: 300, note: 400 } as const;

/** An idea for one person: how it stands, what they hold, what they can do; for staff what staff can do. */
export function ideaPanel(state: PanelState, t: Translate, note?: string): MessageBody {
  const { idea } = state.own;
  const parts: APIComponentInContainer[] = [
    text(heading(state, t)),
    text(shownText(idea.body, room.body)),
    text(standing(state, t).join('\n')),
    ...rows(memberButtons(state, t)),
    ...(state.owner ? rows(ownerButtons(state, t)) : []),
    ...(state.staff ? staffPart(state, t) : []),
  ];
  const top: APIMessageTopLevelComponent[] = note === undefined ? [] : [text(note)];
  return { components: [...top, container(parts, { accent: statusColours[idea.status] })] };
}

/** At most five buttons a row. */
function rows(buttons: readonly APIButtonComponent[]) {
  const rowsNeeded = Math.ceil(buttons.length / 5);
  return Array.from({ length: rowsNeeded }, (_, index) => row(...buttons.slice(index * 5, index * 5 + 5)));
}

function heading({ own: { idea }, categories }: PanelState, t: Translate): string {
  const words = { number: numberText(idea.number, t), author: authorText(idea, t) };
  const category = categoryText(idea.category, categories);
  const byline =
    category === undefined
      ? t('ideas.card.byline', words)
      : t('ideas.card.bylineCategory', { ...words, category });
  return `## ${shown(idea.title, room.title)}\n-# ${byline}`;
}

function standing(state: PanelState, t: Translate): string[] {
  const { own, owner, review, target, now } = state;
  const { idea, supporting, following, viaMerge } = own;
  const reason = shownText(idea.reason ?? '', room.reason);
  const back = idea.statusAt + SECOND_CHANCE_MS;
  return [
    `**${statusText(idea.status, t)}** · ${t('ideas.card.supporters', { count: idea.supporters })}`,
    idea.status === 'gathering' ? progress(idea, t) : undefined,
    idea.status === 'in-review' && review?.closedAt === undefined && review !== undefined
      ? t('ideas.panel.due', { full: stamp(review.dueAt, 'f'), relative: stamp(review.dueAt, 'R') })
      : undefined,
    idea.status === 'merged' && target ? t('ideas.panel.merged', { idea: nameOf(target, t) }) : undefined,
    owner && idea.status === 'expired' && idea.chances === 0 && now < back
      ? t('ideas.panel.chanceFrom', { full: stamp(back, 'D') })
      : undefined,
    reason === '' ? undefined : `**${t('ideas.panel.reason')}**\n${quoted(reason)}`,
    owner ? t('ideas.panel.yours') : undefined,
    supporting ? t('ideas.panel.youSupport') : undefined,
    viaMerge ? t('ideas.own.moved') : undefined,
    following ? t('ideas.panel.youFollow') : undefined,
  ].filter((line) => line !== undefined);
}

function progress(idea: Idea, t: Translate): string {
  const counts = { have: String(idea.supporters), goal: String(presentRung(idea)?.goal ?? 0) };
  if (idea.deadline === undefined) return t('ideas.panel.progressOpen', counts);
  return t('ideas.panel.progress', { ...counts, relative: stamp(idea.deadline, 'R') });
}

function memberButtons({ own, owner }: PanelState, t: Translate): APIButtonComponent[] {
  const { idea, supporting, following, viaMerge } = own;
  const link = linkTo(idea);
  const about = { idea: idea.id };
  const support = button({
    id: supportId.build(about),
    label: t(supporting ? 'ideas.panel.stop' : 'ideas.panel.support'),
    ...(supporting ? {} : { style: 'success' as const, emoji: '👍' }),
  });
  const follow = button({
    id: followId.build(about),
    label: t(following ? 'ideas.panel.unfollow' : 'ideas.panel.follow'),
  });
  const whole = pagesId.build({ ...about, what: 'text', page: 0, turn: 'on' });
  const report = button({
    id: openFormId.build({ ...about, what: 'report' }),
    label: t('ideas.panel.report'),
  });
  const open = takesSupport(idea.status) && idea.number !== undefined && !owner;
  return [
    ...(viaMerge ? moveButtons(idea.id, t) : open ? [support] : []),
    follow,
    button({ id: whole, label: t('ideas.panel.whole') }),
    ...(owner || idea.number === undefined ? [] : [report]),
    ...(link === undefined ? [] : [linkButton({ url: link, label: t('ideas.panel.open') })]),
  ];
}

/** Whom a merge brought here says whether they stay. */
export function moveButtons(ideaId: number, t: Translate) {
  return [
    button({
      id: moveId.build({ idea: ideaId, answer: 'keep' }),
      label: t('ideas.own.keep'),
      style: 'success',
    }),
    button({ id: moveId.build({ idea: ideaId, answer: 'withdraw' }), label: t('ideas.own.withdraw') }),
  ];
}

function ownerButtons({ own: { idea }, staff, merge, now }: PanelState, t: Translate): APIButtonComponent[] {
  const { status, reached, chances, statusAt } = idea;
  const about = { idea: idea.id };
  const early = status === 'queued' || status === 'gathering';
  const free = status === 'queued' || (status === 'gathering' && reached === 0);
  const lives = !['queued', 'withdrawn', 'merged'].includes(status);
  const back = status === 'expired' && chances === 0 && now >= statusAt + SECOND_CHANCE_MS;
  return [
    ...(free && !staff ? [formButton(idea, 'edit', t)] : []),
    ...(lives && !free ? [formButton(idea, 'update', t)] : []),
    ...(early && !staff
      ? [button({ id: takeBackId.build(about), label: t('ideas.panel.withdraw'), style: 'danger' })]
      : []),
    ...(back
      ? [
          button({
            id: panelId.build({ ...about, action: 'second-chance' }),
            label: t('ideas.panel.chance'),
            style: 'success',
            emoji: '🌱',
          }),
        ]
      : []),
    ...(merge ? [button({ id: objectId.build({ merge: merge.id }), label: t('ideas.panel.object') })] : []),
  ];
}

function formButton({ id }: Idea, what: 'edit' | 'update', t: Translate) {
  return button({ id: openFormId.build({ idea: id, what }), label: t(`ideas.panel.${what}`) });
}

function staffPart(state: PanelState, t: Translate): APIComponentInContainer[] {
  const { own, review, need } = state;
  const have = review?.scores.length ?? 0;
  const waits = own.idea.status === 'in-review' && review?.closedAt === undefined && have < need;
  return [
    separator(),
    text(t('ideas.panel.staff')),
    ...(waits && review ? [text(`-# ${t('ideas.panel.scoresNeeded', { need, have: String(have) })}`)] : []),
    ...rows(decisionButtons(state, waits && review !== undefined, t)),
    ...rows(staffButtons(state, t)),
  ];
}

function decisionButtons(
  { own: { idea }, decisions, review }: PanelState,
  waits: boolean,
  t: Translate,
): APIButtonComponent[] {
  const score = button({
    id: scoreId.build({ idea: idea.id }),
    label: t('ideas.panel.score'),
    style: 'primary',
  });
  const scorable = idea.status === 'in-review' && review !== undefined && review.closedAt === undefined;
  return [
    ...(scorable ? [score] : []),
    ...decisions.map((to) =>
      button({
        id: decideId.build({ idea: idea.id, from: idea.status, to }),
        label: t(`ideas.panel.decide.${to}`),
        disabled: waits,
      }),
    ),
  ];
}

function staffButtons({ own: { idea }, merge }: PanelState, t: Translate): APIButtonComponent[] {
  const about = { idea: idea.id };
  const approve = button({
    id: approveId.build(about),
    label: t('ideas.panel.approve'),
    style: 'success',
  });
  const takeBack = button({ id: takeBackId.build(about), label: t('ideas.panel.withdraw'), style: 'danger' });
  const trail = pagesId.build({ ...about, what: 'trail', page: 0, turn: 'on' });
  return [
    ...(idea.status === 'queued' ? [approve] : []),
    formButton(idea, 'edit', t),
    ...(idea.status === 'withdrawn' ? [] : [takeBack]),
    button({ id: trail, label: t('ideas.panel.trail') }),
    button({ id: panelId.build({ ...about, action: 'author' }), label: t('ideas.panel.author') }),
    ...(merge
      ? [button({ id: panelId.build({ ...about, action: 'undo-merge' }), label: t('ideas.panel.undoMerge') })]
      : []),
  ];
}
