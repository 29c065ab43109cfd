import type { Translate } from '../../i18n/translate.ts';
import { stripBidi } from '../../shared/text.ts';
import type { Question } from './model.ts';
import type { Transcript } from './ports.ts';

/** How people are called in a file that leaves Discord: a mention would be a bare number there. */
export type NameOf = (userId: string) => string | undefined;

/** The whole transcript as Markdown (UTF-8), nothing shortened. Anonymous askers stay anonymous. */
export function transcriptMarkdown(transcript: Transcript, nameOf: NameOf, t: Translate): string {
  const { ama, topics, parked } = transcript;
  const guests = ama.guestIds.flatMap((id) => nameOf(id) ?? []);
  const facts = [
    `- ${t('amas.transcript.start')}: ${iso(ama.startAt)}`,
    `- ${t('amas.transcript.end')}: ${iso(ama.endAt)}`,
    ...(guests.length > 0 ? [`- ${t('amas.transcript.guests')}: ${guests.map(safe).join(', ')}`] : []),
  ];
  const chapters = topics.flatMap(({ tag, questions }) => {
    const heading =
      tag === undefined ? t('amas.transcript.noTopic') : t('amas.transcript.topic', { tag: safe(tag) });
    return [`## ${heading}`, ...questions.map((question) => entry(question, nameOf, t))];
  });
  const owed = parked.map((question) => entry(question, nameOf, t));
  return [
    `# ${safe(ama.title)}`,
    facts.join('\n'),
    ...(ama.description === '' ? [] : [lines(ama.description)]),
    ...chapters,
    ...(owed.length > 0 ? [`## ${t('amas.transcript.parked')}`, ...owed] : []),
    '',
  ].join('\n\n');
}

function entry(question: Question, nameOf: NameOf, t: Translate): string {
  const { number, anonymous, askerId, supports, answer } = question;
  const asker = anonymous ? t('amas.transcript.anonymous') : nameOf(askerId);
  const facts = [
    `${t('amas.transcript.support')}: ${supports}`,
    ...(asker === undefined ? [] : [`${t('amas.transcript.askedBy')}: ${safe(asker)}`]),
  ].join(' · ');
  return [
    `### ${t('amas.question.number', { number: String(number) })}`,
    quotedLines(question.text),
    `*${facts}*`,
    ...(answer ? [answerText(answer, nameOf, t)] : []),
  ].join('\n\n');
}

function answerText(
  { kind, by, text }: NonNullable<Question['answer']>,
  nameOf: NameOf,
  t: Translate,
): string {
  const name = safe(nameOf(by) ?? '–');
  if (kind === 'voice' && text === '') return t('amas.transcript.voiceEmpty', { by: name });
  const who = t(kind === 'voice' ? 'amas.transcript.voice' : 'amas.transcript.answer', { by: name });
  return `${who}\n\n${formattedLines(text)}`;
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');

/** Members' words cannot turn into headings, links, pictures or markup of the file. */
function safe(raw: string): string {
  return lines(raw).replace(/\s+/gu, ' ');
}

function lines(raw: string): string {
  return stripBidi(raw)
    .replace(/[\\`*_~|[\]<>!]/gu, '\\$&')
    .replace(/^(\s*)([#+=-])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2')
    .trim();
}

/** An answer keeps its markdown, but makes no chapters and no markup of its own, and closes its code blocks. */
function formattedLines(raw: string): string {
  const text = stripBidi(raw)
    .replace(/<(?=[a-z/!?])/giu, '&lt;')
    .replace(/^(\s*)(#|[=-]{2,}\s*$)/gmu, '$1\\$2')
    .trim();
  return text.split('```').length % 2 === 0 ? `${text}\n\`\`\`` : text;
}

function quotedLines(raw: string): string {
  return lines(raw)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
