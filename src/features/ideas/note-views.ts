import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { approveId, consentId, detailsId, takeBackId } from './custom-ids.ts';
import type { Category, Idea, IdeaEvent, Merge } from './model.ts';
import { statusColours } from './status-views.ts';
import { authorText, categoryText, nameOf } from './words-views.ts';

/** What staff hears. `event` is undefined where nothing in the trail stands for it. */
export type StaffNote =
  | { kind: 'queued'; idea: Idea; categories: readonly Category[]; event: IdeaEvent | undefined }
  | { kind: 'report'; idea: Idea; event: IdeaEvent }
  | { kind: 'objection'; idea: Idea; event: IdeaEvent }
  | { kind: 'revealed'; idea: Idea; event: IdeaEvent }
  | { kind: 'merge'; idea: Idea; event: IdeaEvent; merge: Merge }
  | { kind: 'lost'; idea: Idea; event: IdeaEvent | undefined }
  | { kind: 'cannot-post'; idea: Idea; channelId: string; reason: string }
  | { kind: 'no-channel'; idea: Idea }
  | { kind: 'cannot-update' | 'cannot-tell'; idea: Idea; reason: string }
  | { kind: 'cannot-role'; idea: Idea; roleId: string; reason: string }
  | { kind: 'tags-forbidden' | 'tags-full'; channelId: string; tags: readonly string[] }
  | { kind: 'cannot-pin'; channelId: string };

/** Staff sees no author of an anonymous idea either: that takes the override, which is written down. */
export function staffNote(note: StaffNote, t: Translate): MessageBody {
  if (note.kind === 'queued') return queuedNote(note, t);
  if (!('idea' in note)) return { components: [text(houseText(note, t))] };
  const details = button({ id: detailsOf(note), label: t('ideas.card.details') });
  return { components: [text(ideaText(note, t)), row(details)] };
}

type AboutIdea = Extract<StaffNote, { idea: Idea }>;

function detailsOf(note: AboutIdea): string {
  const event = 'event' in note ? (note.event?.id ?? 0) : 0;
  return detailsId.build({ idea: note.idea.id, on: 'note', event });
}

/**
 * How a note is known again: by its event, or else by its words. `always`: it stands for a state and not for an
 * event, so it is said once while it stands among the last messages.
 */
export function noteMark(note: StaffNote, t: Translate): { mark: string; always: boolean } {
  if (!('idea' in note)) return { mark: houseText(note, t), always: true };
  if ('event' in note) return { mark: detailsOf(note), always: false };
  return { mark: ideaText(note, t), always: true };
}

function ideaText(note: Exclude<AboutIdea, { kind: 'queued' }>, t: Translate): string {
  const idea = nameOf(note.idea, t);
  switch (note.kind) {
    case 'report':
      return withReason(
        `${t('ideas.notes.report', { idea })}\n-# ${t('ideas.notes.reportBy', { by: actor(note.event, t) })}`,
        note.event,
      );
    case 'objection':
      return withReason(t('ideas.notes.objection', { idea }), note.event);
    case 'revealed':
      return t('ideas.notes.revealed', { idea, by: actor(note.event, t) });
    case 'merge':
      return t('ideas.notes.merge', {
        idea,
        by: actor(note.event, t),
        full: stamp(note.merge.undoUntil, 'f'),
      });
    case 'lost':
      return t(isOver(note.idea) ? 'ideas.notes.lostClosed' : 'ideas.notes.lost', { idea });
    case 'cannot-post':
      return t('ideas.notes.cannotPost', {
        idea,
        channel: `<#${note.channelId}>`,
        reason: shown(note.reason, 200),
      });
    case 'no-channel':
      return t('ideas.notes.noChannel', { idea });
    case 'cannot-update':
      return t('ideas.notes.cannotUpdate', { idea, reason: shown(note.reason, 200) });
    case 'cannot-tell':
      return t('ideas.notes.cannotTell', { idea, reason: shown(note.reason, 200) });
    case 'cannot-role':
      return t('ideas.notes.cannotRole', {
        idea,
        role: `<@&${note.roleId}>`,
        reason: shown(note.reason, 200),
      });
    default:
      return note satisfies never;
  }
}

type AboutTheHouse = Exclude<StaffNote, { idea: Idea }>;

function houseText(note: AboutTheHouse, t: Translate): string {
  const channel = `<#${note.channelId}>`;
  if (note.kind === 'cannot-pin') return t('ideas.notes.cannotPin', { channel });
  const tags = note.tags.map((tag) => `**${shown(tag, 40)}**`).join(', ');
  return t(note.kind === 'tags-full' ? 'ideas.notes.tagsFull' : 'ideas.notes.tagsForbidden', {
    channel,
    tags,
  });
}

const over: ReadonlySet<Idea['status']> = new Set(['shipped', 'declined', 'expired', 'merged', 'withdrawn']);

function isOver({ status }: Idea): boolean {
  return over.has(status);
}

function actor({ actorId }: IdeaEvent, t: Translate): string {
  return actorId === undefined ? t('ideas.card.someone') : `<@${actorId}>`;
}

function withReason(words: string, { detail }: IdeaEvent): string {
  const reason = typeof detail['reason'] === 'string' ? shownText(detail['reason'], 800) : '';
  return reason === '' ? words : `${words}\n${quoted(reason)}`;
}

/** The whole idea, with what staff can do about it. */
export function queuedNote(
  note: Extract<StaffNote, { kind: 'queued' }> & {
    /** Who has decided, in which sense, and when. */
    decided?: { by: string; at: number };
  },
  t: Translate,
): MessageBody {
  const { idea, categories, decided } = note;
  const category = categoryText(idea.category, categories);
  const from = idea.anonymous
    ? t('ideas.notes.queuedAnonymous')
    : t('ideas.notes.queuedBy', { author: authorText(idea, t) });
  const problem = shownText(idea.problem, 700);
  const parts: APIComponentInContainer[] = [
    text(decided ? decidedText(idea, decided, t) : t('ideas.notes.queued')),
    text(
      `### ${shown(idea.title, 160)}\n-# ${[from, category].filter((each) => each !== undefined).join(' · ')}`,
    ),
    ...(idea.body === '' ? [] : [text(shownText(idea.body, 1_500))]),
    ...(problem === '' ? [] : [text(`**${t('ideas.card.problem')}**\n${problem}`)]),
    ...(idea.status === 'queued' ? [row(...queuedButtons(note, t))] : []),
  ];
  return { components: [container(parts, { accent: statusColours.queued })] };
}

function decidedText(idea: Idea, { by, at }: { by: string; at: number }, t: Translate): string {
  const words = { by: `<@${by}>`, at: stamp(at, 'f') };
  return idea.status === 'withdrawn'
    ? t('ideas.notes.turnedDown', words)
    : t('ideas.notes.published', { ...words, idea: nameOf(idea, t) });
}

function queuedButtons(note: Extract<StaffNote, { kind: 'queued' }>, t: Translate) {
  const { id } = note.idea;
  return [
    button({ id: approveId.build({ idea: id }), label: t('ideas.notes.approve'), style: 'success' }),
    button({ id: takeBackId.build({ idea: id }), label: t('ideas.notes.takeBack'), style: 'danger' }),
    button({ id: detailsOf(note), label: t('ideas.card.details') }),
  ];
}

/** Asks the author of a message that somebody suggested; it pings the author alone. */
export function consentView(idea: Idea, t: Translate): MessageBody {
  const author = `<@${idea.authorId}>`;
  const words =
    idea.suggestedBy === undefined
      ? t('ideas.notes.consentUnnamed', { author })
      : t('ideas.notes.consent', { author, by: `<@${idea.suggestedBy}>` });
  return {
    components: [
      text(words),
      row(
        button({
          id: consentId.build({ idea: idea.id, answer: 'agree' }),
          label: t('ideas.notes.agree'),
          style: 'success',
        }),
        button({ id: consentId.build({ idea: idea.id, answer: 'refuse' }), label: t('ideas.notes.refuse') }),
      ),
    ],
    allowed_mentions: { parse: [], users: [idea.authorId] },
  };
}

/** Takes the place of the question; whoever said no is not named any more. */
export function consentAnswered(idea: Idea, t: Translate): MessageBody {
  const words =
    idea.consent === 'agreed'
      ? t('ideas.notes.consentAgreed', { author: `<@${idea.authorId}>` })
      : t('ideas.notes.consentRefused');
  return { components: [text(words)] };
}

export function consentMark({ id }: { id: number }): string {
  return consentId.build({ idea: id, answer: 'agree' });
}
