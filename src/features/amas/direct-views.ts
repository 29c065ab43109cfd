import type { MessageBody } from '../../discord/interaction.ts';
import { container, linkButton, row, text } from '../../discord/ui.ts';
import { messageLink, quoted, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Ama, Question } from './model.ts';
import { amaColours, announcementLink, titleText } from './words-views.ts';

const room = { question: 900, words: 900 } as const;

/** What an asker hears; `target`: the question that theirs was merged into. */
export interface Told {
  what: 'answered' | 'declined' | 'parked';
  ama: Ama;
  question: Question;
  target: Question | undefined;
}

/** A direct message to an asker. Its buttons only lead somewhere: a press in a direct message has no server. */
export function toldView(told: Told, t: Translate): MessageBody {
  const { ama, question, target } = told;
  const parts = [
    text(toldMark(told, t)),
    ...links(ama, target ?? question, t),
    text(t(told.what === 'declined' ? 'amas.direct.whyYouLast' : 'amas.direct.whyYou')),
  ];
  const accent = told.what === 'answered' ? amaColours.closed : amaColours.closing;
  return { components: [container(parts, { accent })] };
}

/** How it is found again: by its words, which name the AMA and the question. */
export function toldMark(told: Told, t: Translate): string {
  const asked = shownText(told.question.original ?? told.question.text, room.question);
  return `${newsText(told, t)}\n-# ${t('amas.direct.yours')}\n${quoted(asked)}`;
}

function newsText({ what, ama, question, target }: Told, t: Translate): string {
  const title = titleText(ama);
  switch (what) {
    case 'answered': {
      if (target) return t('amas.direct.mergedAnswered', { title });
      const voice = question.answer?.kind === 'voice';
      return t(voice ? 'amas.direct.answeredVoice' : 'amas.direct.answered', { title });
    }
    case 'declined': {
      const { reason = 'other', words = '' } = (target ?? question).declined ?? {};
      const said = shownText(words, room.words);
      const news = t('amas.direct.declined', { title, reason: t(`amas.reasons.${reason}`) });
      return said === '' ? news : `${news}\n${t('amas.direct.words')}\n${quoted(said)}`;
    }
    case 'parked':
      return t('amas.direct.parked', { title });
    default:
      return what satisfies never;
  }
}

function links(ama: Ama, { answer }: Question, t: Translate) {
  const { guildId, threadId, channelId: channel } = ama;
  const channelId = threadId ?? channel;
  const messageId = answer?.messageId;
  const home = announcementLink(ama);
  const buttons = [
    ...(messageId !== undefined
      ? [linkButton({ url: messageLink({ guildId, channelId, messageId }), label: t('amas.direct.read') })]
      : []),
    ...(home === undefined ? [] : [linkButton({ url: home, label: t('amas.direct.open') })]),
  ];
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** A direct message to somebody who pressed Remind me. */
export function reminderView(ama: Ama, t: Translate): MessageBody {
  const home = announcementLink(ama);
  const parts = [
    text(`${reminderMark(ama, t)}\n-# ${t('amas.direct.remindWords')}`),
    ...(home === undefined ? [] : [row(linkButton({ url: home, label: t('amas.direct.open') }))]),
  ];
  return { components: [container(parts, { accent: amaColours.scheduled })] };
}

/** How it is found again in somebody's direct messages: by its words, which name the AMA and its start. */
export function reminderMark(ama: Ama, t: Translate): string {
  return t('amas.direct.remind', { title: titleText(ama), relative: stamp(ama.startAt, 'R') });
}
