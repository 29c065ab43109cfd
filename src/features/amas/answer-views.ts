import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import { formatted, quoted, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { browseId, questionId } from './custom-ids.ts';
import type { Answer, Question } from './model.ts';
import type { ImageFile } from './ports.ts';
import { amaColours, questionFacts, questionHeading } from './words-views.ts';

const room = { question: 1_100, answer: 2_000 } as const;

/**
 * An answer in the thread, with its question. Mentions the asker, and nobody else, unless they asked anonymously.
 * `pictures`: the names of files that go along.
 */
export function answerView(
  question: Question,
  answer: Answer,
  t: Translate,
  pictures: readonly string[] = [],
): MessageBody {
  const { anonymous, askerId, amaId } = question;
  const parts = [
    text(`### ${questionHeading(question, t)}`),
    text(quoted(shownText(question.text, room.question))),
    ...(pictures.length > 0 ? [gallery(question, pictures, t)] : []),
    text(`-# ${questionFacts(question, t).join(' · ')}`),
    separator(),
    text(answerText(answer, t)),
    row(
      button({
        id: answerMark(question),
        label: t('amas.question.number', { number: String(question.number) }),
      }),
      button({
        id: browseId.build({ ama: amaId, on: 'answer' }),
        label: t('amas.card.questions'),
        emoji: '💬',
      }),
    ),
  ];
  return {
    components: [container(parts, { accent: amaColours.closed })],
    allowed_mentions: { parse: [], users: anonymous ? [] : [askerId] },
  };
}

/** How it is found again in the thread. */
export function answerMark({ id }: Pick<Question, 'id'>): string {
  return questionId.build({ question: id, on: 'answer', event: 0 });
}

const pictureKinds: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** What the files are called: Discord rewrites names that it does not like. */
export function pictureNames(images: readonly Pick<ImageFile, 'contentType'>[]): string[] {
  return images.map(({ contentType }, index) => `picture-${index + 1}.${pictureKinds[contentType] ?? 'png'}`);
}

function gallery(question: Question, pictures: readonly string[], t: Translate) {
  const alt = t('amas.question.number', { number: String(question.number) });
  return mediaGallery(pictures.map((file) => ({ file, alt })));
}

function answerText({ kind, text: said, by }: Answer, t: Translate): string {
  const words = formatted(said, room.answer);
  const who = `<@${by}>`;
  if (kind === 'voice') {
    return words === ''
      ? `**${t('amas.answer.voice', { by: who })}**`
      : `**${t('amas.answer.voiceNoted', { by: who })}**\n${words}`;
  }
  return `**${t('amas.answer.by', { by: who })}**\n${words}`;
}
