import type { Cell } from '../../shared/csv.ts';
import type { Question } from './model.ts';
import type { AmaExportWords } from './ports.ts';

const columns = [
  'number',
  'status',
  'question',
  'original',
  'tag',
  'asker',
  'supports',
  'alsoAsked',
  'askedAt',
  'answer',
  'answeredBy',
  'answeredAt',
  'declineReason',
] as const;

/**
 * A line per question, by number; whoever asked without a name stays unnamed, and what was taken back stays so. Times
 * are UTC, ISO 8601.
 */
export function questionRows(questions: Iterable<Question>, words: AmaExportWords): Cell[][] {
  const rows: Cell[][] = [columns.map((column) => words[column])];
  for (const question of questions) {
    const cells = cellsOf(question, words);
    rows.push(columns.map((column) => cells[column]));
  }
  return rows;
}

function cellsOf(question: Question, words: AmaExportWords): Record<(typeof columns)[number], Cell> {
  const { answer, anonymous, askerId, declined, status } = question;
  const withdrawn = status === 'withdrawn';
  return {
    number: question.number,
    status,
    question: withdrawn ? '' : question.text,
    original: withdrawn ? '' : (question.original ?? ''),
    tag: question.tag ?? '',
    asker: anonymous ? words.anonymous : idOf(askerId),
    supports: question.supports,
    alsoAsked: question.alsoAsked,
    askedAt: iso(question.askedAt),
    answer: answer?.text ?? '',
    answeredBy: answer ? idOf(answer.by) : '',
    answeredAt: answer ? iso(answer.at) : '',
    declineReason: declined ? [declined.reason, declined.words].filter((each) => each !== '').join(': ') : '',
  };
}

/** A long number would be rounded by a spreadsheet, so the id is text that cannot be taken for one. */
function idOf(userId: string): string {
  return `id:${userId}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
