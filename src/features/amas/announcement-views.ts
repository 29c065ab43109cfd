import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, linkButton, row, section, separator, text } from '../../discord/ui.ts';
import { messageLink, plain, quoted, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { askId, browseId, remindId, showId } from './custom-ids.ts';
import type { Ama } from './model.ts';
import { amaColours, answering, endStamp, people, titleText } from './words-views.ts';

/** UTF-16 units; with the fixed words below Discord's 4,000. */
const room = { description: 1_400, reason: 700 } as const;
/** People called together in one message; each mention costs 23 units and one of Discord's 100 listed. */
export const CALLED_AT_ONCE = 80;

/** What everybody sees of an AMA, from the announcement until long after. */
export function announcementView(ama: Ama, t: Translate): MessageBody {
  const parts: APIComponentInContainer[] = [
    text(`## 🎤 ${titleText(ama)}\n-# ${phaseText(ama, t)}`),
    ...descriptionOf(ama),
    text(facts(ama, t).join('\n')),
    separator(),
    text(standing(ama, t).join('\n')),
    row(...buttons(ama, t)),
  ];
  return { components: [container(parts, { accent: amaColours[ama.status] })] };
}

/** How it is found again in its channel. */
export function announcementMark({ id }: Pick<Ama, 'id'>): string {
  return browseId.build({ ama: id, on: 'card' });
}

function phaseText(ama: Ama, t: Translate): string {
  switch (ama.status) {
    case 'scheduled':
      return t('amas.card.scheduled', { relative: stamp(ama.startAt, 'R') });
    case 'live':
      return t('amas.card.live', { relative: stamp(ama.endAt, 'R') });
    case 'closing':
      return t('amas.card.closing');
    case 'closed':
      return t('amas.card.closed', { relative: stamp(ama.statusAt, 'R') });
    case 'cancelled':
      return t('amas.card.cancelled');
    default:
      return ama.status satisfies never;
  }
}

function descriptionOf({ description }: Ama) {
  const words = shownText(description, room.description);
  return words === '' ? [] : [text(words)];
}

function facts(ama: Ama, t: Translate): string[] {
  const { startAt, endAt, stageId } = ama;
  return [
    t('amas.card.guests', { people: people(answering(ama)) }),
    t('amas.card.when', { start: stamp(startAt, 'F'), end: endStamp({ startAt, endAt }) }),
    ...(stageId === undefined ? [] : [t('amas.card.stage', { channel: `<#${stageId}>` })]),
  ];
}

function standing(ama: Ama, t: Translate): string[] {
  const { questions, supports, threadId } = ama;
  const counts = t('amas.card.counts', { questions, supports });
  switch (ama.status) {
    case 'scheduled':
    case 'live': {
      if (questions === 0) return [counts, t('amas.card.first')];
      return [counts, t(ama.status === 'live' ? 'amas.card.during' : 'amas.card.before')];
    }
    case 'closing':
      return [counts];
    case 'closed':
      return [
        counts,
        threadId === undefined
          ? t('amas.card.readNowhere')
          : t('amas.card.read', { thread: `<#${threadId}>` }),
      ];
    case 'cancelled': {
      const reason = shownText(ama.cancelReason, room.reason);
      const why = reason === '' ? [] : [quoted(t('amas.card.cancelledReason', { reason }))];
      return [counts, ...why, t('amas.card.kept')];
    }
    default:
      return ama.status satisfies never;
  }
}

function buttons(ama: Ama, t: Translate) {
  const { id, guildId, threadId, status } = ama;
  const questions = button({
    id: announcementMark(ama),
    label: t('amas.card.questions'),
    emoji: '💬',
  });
  if (status === 'closed' || status === 'cancelled') {
    if (threadId === undefined) return [questions];
    const url = messageLink({ guildId, channelId: threadId });
    return [linkButton({ url, label: t('amas.card.answers'), emoji: '📜' }), questions];
  }
  const ask = askButton(ama, 'card', t);
  if (status !== 'scheduled') return [ask, questions];
  return [
    ask,
    button({ id: remindId.build({ ama: id }), label: t('amas.card.remind'), emoji: '🔔' }),
    questions,
  ];
}

export function askButton({ id }: Pick<Ama, 'id'>, on: 'card' | 'again' | 'air', t: Translate) {
  return button({
    id: askId.build({ ama: id, on }),
    label: t('amas.card.ask'),
    emoji: '🙋',
    style: 'primary',
  });
}

/** The Ask button once more, below the talk that has buried the announcement. */
export function askAgainView(ama: Ama, t: Translate): MessageBody {
  const words = t('amas.card.again', { title: titleText(ama) });
  return { components: [section(words, askButton(ama, 'again', t))] };
}

export function askAgainMark({ id }: Pick<Ama, 'id'>): string {
  return askId.build({ ama: id, on: 'again' });
}

/** For those who asked to be reminded and take no direct messages: all in one. It pings them alone. */
export function togetherView(ama: Ama, userIds: readonly string[], t: Translate): MessageBody {
  const called = userIds.slice(0, CALLED_AT_ONCE);
  const words = t('amas.card.calledTogether', {
    title: `**${titleText(ama)}**`,
    relative: stamp(ama.startAt, 'R'),
    people: people(called),
  });
  return {
    components: [
      text(words),
      row(askButton(ama, 'card', t), button({ id: togetherMark(ama), label: t('amas.direct.open') })),
    ],
    allowed_mentions: { parse: [], users: [...called] },
  };
}

export function togetherMark({ id }: Pick<Ama, 'id'>): string {
  return showId.build({ ama: id, on: 'reminder', event: 0 });
}

/** The thread below it, where answers and transcript stand. */
export function threadName(ama: Pick<Ama, 'title'>, t: Translate): string {
  return plain(t('amas.card.thread', { title: ama.title }), limits.threadName);
}
