import type Sqlite from 'better-sqlite3';
import { folded } from '../../shared/text.ts';
import { asSummary, type SummaryRow, summaryColumns } from './list-repository.ts';
import type { IdeaSummary } from './ports.ts';
import { likeness, rarest, weightIn, wordsOf, wordTrigrams } from './trigrams.ts';

export type SearchRepository = ReturnType<typeof createSearchRepository>;

/** So many entries of the index are read at most for similar ideas, and so many titles compared: that bounds the time. */
const TITLES_READ_ALIKE = 3_000;
const MOST_COMPARED = 50;
/** A title that holds less of the new one (0 to 1) is about something else. */
const ALIKE = 0.4;
/** Nobody reads on after so many. */
const MOST_FOUND = 500;
/** Words too short for trigrams are looked for in so many of the newest titles. */
const TITLES_READ = 2_000;

const visible = `i.guild_id = @guildId AND i.number IS NOT NULL AND i.status NOT IN ('queued', 'withdrawn')`;

interface MatchRow {
  guildId: string;
  match: string;
}

/** Words and similar ideas, by trigrams: parts of words are found, in any script, whatever their case or accents. */
export function createSearchRepository(sqlite: Sqlite.Database) {
  const frequencies = sqlite.prepare<[string], { term: string; doc: number }>(
    'SELECT term, doc FROM idea_title_trigrams WHERE term IN (SELECT value FROM json_each(?))',
  );
  const newestId = sqlite.prepare<[], number>('SELECT max(id) FROM ideas').pluck();
  // As one value: a row per title would cost more than finding them.
  const titlesWith = sqlite
    .prepare<[string], string>('SELECT json_group_array(rowid) FROM idea_titles WHERE idea_titles MATCH ?')
    .pluck();
  const candidates = sqlite.prepare<[{ guildId: string; ids: string }], SummaryRow>(
    `SELECT ${summaryColumns} FROM ideas i WHERE i.id IN (SELECT value FROM json_each(@ids)) AND i.guild_id = @guildId
       AND i.status IN ('gathering', 'in-review', 'planned', 'in-progress', 'shipped')`,
  );
  // In the order of the index, so that it stops at the limit.
  const matching = sqlite.prepare<[MatchRow & { limit: number }], SummaryRow>(
    `WITH picked AS (
       SELECT t.rowid AS id FROM idea_texts t
         CROSS JOIN ideas i INDEXED BY ideas_listed_new ON i.guild_id = @guildId AND i.id = t.rowid
       WHERE t.idea_texts MATCH @match AND ${visible} ORDER BY t.rowid DESC LIMIT @limit)
     SELECT ${summaryColumns} FROM picked JOIN ideas i ON i.id = picked.id ORDER BY i.id DESC`,
  );
  const newest = sqlite.prepare<[{ guildId: string; limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM ideas i WHERE ${visible} ORDER BY i.number DESC LIMIT @limit`,
  );
  const numbered = sqlite.prepare<[{ guildId: string; from: number; to: number; limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM ideas i WHERE ${visible} AND i.number BETWEEN @from AND @to
     ORDER BY i.number LIMIT @limit`,
  );

  /** The most supported of those with the words in their title, then the newest with them anywhere. */
  const find = (guildId: string, text: string, limit: number, where: 'title' | 'anywhere'): SummaryRow[] => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const long = words.filter((word) => !isShort(word));
    const short = words.filter(isShort);
    const hasShort = ({ title }: SummaryRow) => {
      const own = folded(title);
      return short.every((word) => own.includes(word));
    };
    if (long.length === 0) {
      return newest.all({ guildId, limit: TITLES_READ }).filter(hasShort).slice(0, limit);
    }
    const match = long.map(quoted).join(' AND ');
    const inTitle = matching
      .all({ guildId, match: `{title} : (${match})`, limit })
      .filter(hasShort)
      .sort((a, b) => b.supporters - a.supporters || b.id - a.id);
    if (where === 'title' || inTitle.length >= limit) return inTitle.slice(0, limit);
    const known = new Set(inTitle.map(({ id }) => id));
    const others = matching.all({ guildId, match, limit }).filter(({ id }) => !known.has(id));
    return [...inTitle, ...others].slice(0, limit);
  };

  return {
    /** Open and shipped ideas whose title is most like this one, best first; none that merely share a word. */
    similar(guildId: string, title: string, limit: number): IdeaSummary[] {
      const known = frequencies.all(JSON.stringify([...wordTrigrams(title)]));
      const frequency = new Map(known.map(({ term, doc }) => [term, doc]));
      const weight = weightIn(frequency, newestId.get() ?? 0);
      const scores = new Map<number, number>();
      for (const term of rarest(title, frequency, TITLES_READ_ALIKE)) {
        const ids = JSON.parse(titlesWith.get(quoted(term)) ?? '[]') as number[];
        for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + weight(term));
      }
      const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, MOST_COMPARED);
      const share = likeness(title, weight);
      return candidates
        .all({ guildId, ids: JSON.stringify(best.map(([id]) => id)) })
        .map((row) => ({ row, held: share(row.title) }))
        .filter(({ held }) => held >= ALIKE)
        .sort((a, b) => b.held - a.held || b.row.supporters - a.row.supporters)
        .slice(0, limit)
        .map(({ row }) => asSummary(row));
    },

    /** At most 500, best first; `rows` reads a part of them. */
    search(
      guildId: string,
      text: string,
    ): { total: number; rows: (from: number, to: number) => IdeaSummary[] } {
      const found = find(guildId, text, MOST_FOUND, 'anywhere');
      return { total: found.length, rows: (from, to) => found.slice(from, to).map(asSummary) };
    },
    inTitle: (guildId: string, text: string, limit: number): IdeaSummary[] =>
      find(guildId, text, limit, 'title').map(asSummary),
    newest: (guildId: string, limit: number): IdeaSummary[] => newest.all({ guildId, limit }).map(asSummary),

    /** Ideas whose number begins with these digits, smallest first. */
    numberedLike(guildId: string, digits: string, limit: number): IdeaSummary[] {
      const found: IdeaSummary[] = [];
      const first = Number(digits);
      if (first === 0) return found;
      for (let zeros = 1; zeros <= 1e6 && found.length < limit; zeros *= 10) {
        const range = { from: first * zeros, to: first * zeros + zeros - 1 };
        found.push(...numbered.all({ guildId, ...range, limit: limit - found.length }).map(asSummary));
      }
      return found;
    },
  };
}

/** A string of FTS5, in which nothing has a meaning. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/** Shorter than a trigram, in code points. */
function isShort(word: string): boolean {
  return Array.from(word).length < 3;
}
