import type { MessageBody } from '../../discord/interaction.ts';
import { button, row, text } from '../../discord/ui.ts';
import { shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { showId } from './custom-ids.ts';
import type { Ama, AmaEvent, Question } from './model.ts';
import { announcementLink, titleText } from './words-views.ts';

/** What staff hears: of what happened on Discord or was looked up, and of what Hearth cannot do. */
export type AmaNote =
  | { kind: 'event'; ama: Ama; event: AmaEvent; question: Question | undefined }
  | { kind: 'cannot-post' | 'cannot-thread' | 'cannot-event'; ama: Ama; channelId: string; reason: string };

/** Undefined where an entry of the trail is nothing that staff has to be told. */
export function noteView(note: AmaNote, t: Translate): MessageBody | undefined {
  const words = noteText(note, t);
  if (words === undefined) return undefined;
  return { components: [text(words), row(button({ id: showIdOf(note), label: t('amas.direct.open') }))] };
}

function showIdOf(note: AmaNote): string {
  return showId.build({ ama: note.ama.id, on: 'note', event: note.kind === 'event' ? note.event.id : 0 });
}

/** How it is known again: by its entry in the trail, or else by its words, which stand for a state. */
export function noteMark(note: AmaNote, t: Translate): { mark: string; always: boolean } {
  if (note.kind === 'event') return { mark: showIdOf(note), always: false };
  return { mark: noteText(note, t) ?? '', always: true };
}

function nameOf(ama: Ama, t: Translate): string {
  const name = t('amas.notes.name', { title: titleText(ama) });
  const link = announcementLink(ama);
  return link === undefined ? name : `[${name}](${link})`;
}

function noteText(note: AmaNote, t: Translate): string | undefined {
  const ama = nameOf(note.ama, t);
  if (note.kind === 'event') return eventTexts[note.event.kind]?.(note, ama, t);
  const reason = shown(note.reason, 200);
  const channel = `<#${note.channelId}>`;
  switch (note.kind) {
    case 'cannot-post':
      return t('amas.notes.cannotPost', { ama, channel, reason });
    case 'cannot-thread':
      return t('amas.notes.cannotThread', { ama, channel, reason });
    case 'cannot-event':
      return t('amas.notes.cannotEvent', { ama, reason });
    default:
      return note satisfies never;
  }
}

type EventNote = Extract<AmaNote, { kind: 'event' }>;

/** What is said of those entries of the trail that staff has to be told of. */
const eventTexts: Partial<Record<AmaEvent['kind'], (note: EventNote, ama: string, t: Translate) => string>> =
  {
    'event-lost': ({ event, ama: { endAt } }, ama, t) => {
      if (event.detail['how'] === 'ended') return t('amas.notes.eventEnded', { ama, end: stamp(endAt, 'f') });
      return t(event.detail['how'] === 'cancelled' ? 'amas.notes.eventCancelled' : 'amas.notes.eventLost', {
        ama,
      });
    },
    'event-changed': ({ event, ama: { startAt, endAt } }, ama, t) => {
      const start = stamp(startAt, 'f');
      if (event.detail['taken'] === 0) return t('amas.notes.eventKept', { ama, start });
      return t('amas.notes.eventMoved', { ama, start, end: stamp(endAt, 'f') });
    },
    'stage-closed': ({ ama: { endAt } }, ama, t) =>
      t('amas.notes.stageClosed', { ama, end: stamp(endAt, 'f') }),
    lost: ({ event }, ama, t) => {
      if (event.detail['what'] === 'channel') return t('amas.notes.lostChannel', { ama });
      return t(event.detail['what'] === 'staff-channel' ? 'amas.notes.lostStaffChannel' : 'amas.notes.lost', {
        ama,
      });
    },
    'asker-revealed': ({ event, question }, ama, t) =>
      t('amas.notes.revealed', {
        ama,
        by: event.actorId === undefined ? '–' : `<@${event.actorId}>`,
        number: String(question?.number ?? '–'),
      }),
  };
