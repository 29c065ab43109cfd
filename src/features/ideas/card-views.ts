import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import { plain, quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { detailsId, followId, supportId } from './custom-ids.ts';
import type { Category, Idea } from './model.ts';
import { SECOND_CHANCE_MS } from './ports.ts';
import { presentRung, progressBar, statusColours, statusText, takesSupport } from './status-views.ts';
import { authorText, categoryText, type Named, nameOf, numberText } from './words-views.ts';

/** All that a card shows besides the idea itself. */
export interface CardState {
  idea: Idea;
  categories: readonly Category[];
  /** When the review is due, where a case is open. UTC ms. */
  dueAt: number | undefined;
  /** The idea that it was merged into. */
  target: Named | undefined;
}

/** UTF-16 units; together with the fixed words below Discord's 4,000 and, at 3 bytes each, its 10,000 bytes. */
const room = { title: 160, body: 1_300, problem: 500, update: 220, updates: 2, reason: 450 } as const;

/**
 * The idea as its channel sees it. `controls: false` for somebody's own copy, without buttons; the pictures need
 * their files, so a copy leaves them out.
 */
export function ideaCard(
  state: CardState,
  t: Translate,
  options: { controls?: boolean; pictures?: boolean } = {},
): MessageBody {
  const { controls = true, pictures = true } = options;
  const { idea } = state;
  if (idea.status === 'withdrawn') return withdrawnCard(idea, t);
  const parts: APIComponentInContainer[] = [
    text(heading(state, t)),
    ...ideaTexts(idea, t).map((each) => text(each)),
    ...(pictures && idea.imageNames.length > 0 ? [gallery(idea, t)] : []),
    separator(),
    text(standing(state, t).join('\n')),
    ...(controls ? [buttons(idea, t)] : []),
  ];
  return { components: [container(parts, { accent: statusColours[idea.status] })] };
}

/** What was taken back is not shown any more, nor who wrote it: it may have been abuse. */
function withdrawnCard(idea: Idea, t: Translate): MessageBody {
  const status = `**${statusText(idea.status, t)}**`;
  const lines = [status, t('ideas.card.withdrawn'), ...reason(idea, t, 'reason')];
  const parts = [text(`## ${numberText(idea.number, t)}`), text(lines.join('\n'))];
  return { components: [container(parts, { accent: statusColours.withdrawn })] };
}

function heading({ idea, categories }: CardState, t: Translate): string {
  const title = shown(idea.title, room.title);
  const words = { number: numberText(idea.number, t), author: authorText(idea, t) };
  const category = categoryText(idea.category, categories);
  const byline =
    category === undefined
      ? t('ideas.card.byline', words)
      : t('ideas.card.bylineCategory', { ...words, category });
  return `## ${title}\n-# ${byline}`;
}

function ideaTexts(idea: Idea, t: Translate): string[] {
  const body = shownText(idea.body, room.body);
  const problem = shownText(idea.problem, room.problem);
  const updates = idea.updates.slice(-room.updates).map(({ at, text: added }) => {
    const when = t('ideas.card.update', { when: stamp(at, 'D') });
    return `**${when}**\n${shownText(added, room.update)}`;
  });
  const texts = [body, ...(problem === '' ? [] : [`**${t('ideas.card.problem')}**\n${problem}`]), ...updates];
  const cut = texts.some((each) => each.endsWith('…')) || idea.updates.length > room.updates;
  return [...texts.filter((each) => each !== ''), ...(cut ? [`-# ${t('ideas.card.cut')}`] : [])];
}

function gallery(idea: Idea, t: Translate) {
  const number = idea.number === undefined ? '–' : String(idea.number);
  const title = plain(idea.title, 160);
  return mediaGallery(
    pictureNames(idea).map((file, index) => ({
      file,
      alt: t('ideas.card.picture', { index: String(index + 1), number, title }),
    })),
  );
}

const pictureKinds = /\.(png|jpe?g|gif|webp)$/iu;

/**
 * The files' names on the card, the same each time it is drawn: Discord rewrites names that it does not like,
 * and the card has to find its pictures again when it is edited.
 */
export function pictureNames({ imageNames }: Pick<Idea, 'imageNames'>): string[] {
  return imageNames.map((name, index) => {
    const kind = pictureKinds.exec(name)?.[1]?.toLowerCase() ?? 'png';
    return `picture-${index + 1}.${kind}`;
  });
}

function standing(state: CardState, t: Translate): string[] {
  const { idea, dueAt } = state;
  const status = `**${statusText(idea.status, t)}**`;
  const crowd = t('ideas.card.supporters', { count: idea.supporters });
  switch (idea.status) {
    case 'queued':
      return [status, t('ideas.card.queued')];
    case 'gathering':
      return [status, ...gathering(idea, t)];
    case 'in-review':
      return [`${status} · ${crowd}`, promise(dueAt, t)];
    case 'planned':
    case 'in-progress':
    case 'shipped':
    case 'declined':
      return [`${status} · ${crowd}`, ...reason(idea, t, 'answer')];
    case 'expired':
      return [status, ...expired(idea, t)];
    case 'merged':
      return [`${status} · ${crowd}`, merged(state, t)];
    case 'withdrawn':
      return [status, t('ideas.card.withdrawn')];
    default:
      return idea.status satisfies never;
  }
}

function gathering(idea: Idea, t: Translate): string[] {
  const { rungs, reached, supporters, deadline } = idea;
  const rung = presentRung(idea);
  if (!rung) return [t('ideas.card.supporters', { count: supporters })];
  const steps = rungs.length;
  const step = Math.min(reached + 1, steps);
  const next = rungs[reached + 1];
  const ends =
    deadline === undefined
      ? undefined
      : t('ideas.card.ends', { relative: stamp(deadline, 'R'), full: stamp(deadline, 'f') });
  const where = steps > 1 ? t('ideas.card.step', { step: String(step), steps: String(steps) }) : undefined;
  return [
    progressBar(supporters, rung.goal),
    needed(idea, rung.goal, t),
    [where, ends].filter((each) => each !== undefined).join(' · '),
    `-# ${next ? t('ideas.card.next', next) : t('ideas.card.last', { goal: String(rung.goal) })}`,
  ].filter((line) => line !== '');
}

function needed({ supporters, basis }: Idea, goal: number, t: Translate): string {
  const counts = { have: String(supporters), goal: String(goal) };
  if (!basis) return t('ideas.card.neededPlain', counts);
  const key = basis.counted === 'took-part' ? 'ideas.card.tookPart' : 'ideas.card.usedHearth';
  return t('ideas.card.needed', {
    ...counts,
    basis: t(key, { active: basis.active, days: String(basis.days) }),
  });
}

function promise(dueAt: number | undefined, t: Translate): string {
  if (dueAt === undefined) return t('ideas.card.review');
  return t('ideas.card.reviewPromise', { full: stamp(dueAt, 'f'), relative: stamp(dueAt, 'R') });
}

function reason(idea: Idea, t: Translate, key: 'answer' | 'reason'): string[] {
  const words = shownText(idea.reason ?? '', room.reason);
  return words === '' ? [] : [`**${t(`ideas.card.${key}`)}**`, quoted(words)];
}

function expired(idea: Idea, t: Translate): string[] {
  const goal = presentRung(idea)?.goal ?? 0;
  const had = t('ideas.card.expired', { have: String(idea.supporters), goal: String(goal) });
  if (idea.chances > 0) return [had];
  return [had, t('ideas.card.comeback', { full: stamp(idea.statusAt + SECOND_CHANCE_MS, 'D') })];
}

function merged({ target }: CardState, t: Translate): string {
  return target ? t('ideas.card.merged', { idea: nameOf(target, t) }) : t('ideas.card.mergedSomewhere');
}

function buttons(idea: Idea, t: Translate) {
  const details = button({
    id: detailsId.build({ idea: idea.id, on: 'card', event: 0 }),
    label: t('ideas.card.details'),
  });
  const follow = button({
    id: followId.build({ idea: idea.id }),
    label: t('ideas.card.follow'),
    emoji: '🔔',
  });
  if (!takesSupport(idea.status)) return row(follow, details);
  const support = button({
    id: supportId.build({ idea: idea.id }),
    label: t('ideas.card.support'),
    emoji: '👍',
    style: 'success',
  });
  return row(support, follow, details);
}
