import type { Cell } from '../../shared/csv.ts';
import type { Category, Idea } from './model.ts';
import type { IdeaExportWords } from './ports.ts';
import { goalOf } from './rules.ts';

/** A line per idea, oldest first; whoever did not want to be named stays unnamed. Times are UTC, ISO 8601. */
export function ideaRows(
  ideas: Iterable<Idea>,
  categories: readonly Category[],
  words: IdeaExportWords,
): Cell[][] {
  const {
    number,
    title,
    idea,
    problem,
    category,
    status,
    author,
    supporters,
    goal,
    postedAt,
    statusAt,
    reason,
  } = words;
  const rows: Cell[][] = [
    [number, title, idea, problem, category, status, author, supporters, goal, postedAt, statusAt, reason],
  ];
  for (const each of ideas) {
    const shownCategory = categories.find(({ key }) => key === each.category)?.name ?? each.category;
    rows.push([
      each.number ?? '',
      each.title,
      each.body,
      each.problem,
      shownCategory ?? '',
      each.status,
      shownAuthor(each, words),
      each.supporters,
      goalOf(each),
      each.postedAt === undefined ? '' : iso(each.postedAt),
      iso(each.statusAt),
      each.reason ?? '',
    ]);
  }
  return rows;
}

/** A long number would be rounded by a spreadsheet, so the id is text that cannot be taken for one. */
function shownAuthor({ anonymous, consent, authorId }: Idea, words: IdeaExportWords): string {
  return anonymous || consent === 'asked' || consent === 'refused' ? words.anonymous : `id:${authorId}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
