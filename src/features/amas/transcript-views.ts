import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, file, row, text } from '../../discord/ui.ts';
import { cutEnd, formatted, messageLink, quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { browseId, showId } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import type { Transcript } from './ports.ts';
import { amaColours, titleText } from './words-views.ts';

/**
 * One post holds at most 4,000 units and about 10,000 bytes of text; its own words take some, and a unit can have
 * three bytes.
 */
const room = {
  units: 3_300,
  bytes: 8_400,
  question: 500,
  answer: 1_000,
  parked: 12,
  parkedLine: 160,
} as const;

/** Posts of one transcript. */
export const MOST_PARTS = 10;

/** A part of the transcript: texts that stand below each other. */
interface Part {
  texts: string[];
  units: number;
  bytes: number;
}

/**
 * All posts of a transcript in their order, grouped by topic; what does not fit into `most` of them (ten) is in the file
 * alone. `file: false`: it goes without.
 */
export function transcriptViews(
  transcript: Transcript,
  t: Translate,
  options: { file?: boolean; most?: number } = {},
): MessageBody[] {
  const { ama } = transcript;
  const { parts, left } = pack(blocksOf(transcript, t), options.most ?? MOST_PARTS);
  return parts.map(({ texts }, index) => {
    const last = index === parts.length - 1;
    const rest = last && left > 0 ? [text(t('amas.transcript.tooMany', { count: left }))] : [];
    const controls = [
      button({ id: transcriptMark(ama, index), label: t('amas.direct.open') }),
      button({
        id: browseId.build({ ama: ama.id, on: 'transcript' }),
        label: t('amas.card.questions'),
        emoji: '💬',
      }),
    ];
    const body = [
      text(headingOf(transcript, { part: index + 1, parts: parts.length }, t)),
      ...texts.map((each) => text(each)),
      ...rest,
      ...(index === 0 && options.file !== false ? [file(transcriptFileName(ama, t))] : []),
      row(...controls),
    ];
    return { components: [container(body, { accent: amaColours.closed })] };
  });
}

/** How a part is found again in the thread. */
export function transcriptMark({ id }: Pick<Ama, 'id'>, part: number): string {
  return showId.build({ ama: id, on: 'transcript', event: part });
}

/** Goes along with the first part. */
export function transcriptFileName({ id }: Pick<Ama, 'id'>, t: Translate): string {
  return `ama-${id}-${t('amas.transcript.file')}.md`;
}

function headingOf(
  { ama, receipt }: Transcript,
  place: { part: number; parts: number },
  t: Translate,
): string {
  const title = titleText(ama);
  if (place.part > 1) {
    return `### ${t('amas.transcript.more', { title, part: String(place.part), parts: String(place.parts) })}`;
  }
  const start = stamp(ama.startAt, 'D');
  const intro = t('amas.transcript.intro', { answered: receipt.answered, start });
  return `## ${t('amas.transcript.title', { title })}\n-# ${intro}`;
}

/** What stands together: a topic's heading goes with its first question. */
interface Block {
  words: string;
  /** Said again, shorter, where a new post begins in the middle of a topic. */
  topic: string | undefined;
  questions: number;
}

function blocksOf({ ama, topics, parked }: Transcript, t: Translate): Block[] {
  const named = topics.length > 1 || topics[0]?.tag !== undefined;
  const blocks: Block[] = topics.flatMap(({ tag, questions }) => {
    const heading = named ? topicHeading(tag, t) : undefined;
    return questions.map((question, index) => {
      const words = questionText(ama, question, t);
      const first = index === 0 && heading !== undefined;
      return {
        words: first ? `${heading}\n${words}` : words,
        topic: first ? undefined : heading,
        questions: 1,
      };
    });
  });
  if (parked.length === 0) return blocks;
  const lines = parked
    .slice(0, room.parked)
    .map(({ number, text: asked }) => `**${number}** ${shown(asked, room.parkedLine)}`);
  const more = parked.length - lines.length;
  const rest = more > 0 ? [t('amas.transcript.tooMany', { count: more })] : [];
  const words = [`### 🅿️ ${t('amas.transcript.parked')}`, ...lines, ...rest].join('\n');
  return [...blocks, { words, topic: undefined, questions: parked.length }];
}

function topicHeading(tag: string | undefined, t: Translate): string {
  if (tag === undefined) return `### ${t('amas.transcript.noTopic')}`;
  return `### ${t('amas.transcript.topic', { tag: shown(tag, 60) })}`;
}

function questionText({ guildId, threadId, channelId }: Ama, question: Question, t: Translate): string {
  const { answer, number } = question;
  const asked = quoted(`**${number}** ${shownText(question.text, room.question)}`);
  if (!answer) return asked;
  const by = `<@${answer.by}>`;
  const words = formatted(answer.text, room.answer);
  const place =
    answer.messageId === undefined
      ? ''
      : ` · [${t('amas.transcript.open')}](${messageLink({ guildId, channelId: threadId ?? channelId, messageId: answer.messageId })})`;
  if (answer.kind === 'voice' && words === '') {
    return `${asked}\n${t('amas.transcript.voiceEmpty', { by })}${place}`;
  }
  const who = t(answer.kind === 'voice' ? 'amas.transcript.voice' : 'amas.transcript.answer', { by });
  const cut = words.length < answer.text.length && cutEnd.test(words) ? `\n${t('amas.transcript.cut')}` : '';
  return `${asked}\n${who}${place}\n${words}${cut}`;
}

/** Fills one post after the other; `left`: questions that no post has room for. */
function pack(blocks: readonly Block[], most: number): { parts: Part[]; left: number } {
  const parts: Part[] = [emptyPart()];
  for (const [index, { words, topic }] of blocks.entries()) {
    const last = parts.at(-1) ?? emptyPart();
    if (add(last, words)) continue;
    if (parts.length === most) {
      return { parts, left: blocks.slice(index).reduce((sum, { questions }) => sum + questions, 0) };
    }
    const next = emptyPart();
    add(next, topic === undefined ? words : `${topic}\n${words}`);
    parts.push(next);
  }
  return { parts, left: 0 };
}

const emptyPart = (): Part => ({ texts: [], units: 0, bytes: 0 });
/** Each text is a component; with the rest of a post below 40. */
const MOST_TEXTS = 30;

function add(part: Part, words: string): boolean {
  const units = part.units + words.length;
  const bytes = part.bytes + Buffer.byteLength(words);
  if (part.texts.length > 0 && (units > room.units || bytes > room.bytes || part.texts.length >= MOST_TEXTS))
    return false;
  part.texts.push(words);
  part.units = units;
  part.bytes = bytes;
  return true;
}
