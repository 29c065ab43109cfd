import type Sqlite from 'better-sqlite3';
import { asSummary, type SummaryRow, summaryColumns } from './list-repository.ts';
import type { IdeaSummary } from './ports.ts';
import { folded, likeness, rarest, wordsOf, wordTrigrams } from './trigrams.ts';

export type SearchRepository = ReturnType<typeof createSearchRepository>;

/** So many titles at most are compared with a new one: what bounds the time of a search for similar ideas. */
const TITLES_COMPARED = 2_000;
const MOST_ALIKE = 25;
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
  const alike = sqlite.prepare<[MatchRow & { limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM idea_titles t JOIN ideas i ON i.id = t.rowid
     WHERE t.idea_titles MATCH @match AND i.guild_id = @guildId
       AND i.status IN ('gathering', 'in-review', 'planned', 'in-progress', 'shipped')
     ORDER BY t.rank LIMIT @limit`,
  );
  // In the order of the index, so that it stops at the limit.
  const matching = sqlite.prepare<[MatchRow & { limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM idea_texts t JOIN ideas i ON i.id = t.rowid
     WHERE t.idea_texts MATCH @match AND ${visible} ORDER BY t.rowid DESC LIMIT @limit`,
  );
  const newest = sqlite.prepare<[{ guildId: string; limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM ideas i WHERE ${visible} ORDER BY i.number DESC LIMIT @limit`,
  );
  const numbered = sqlite.prepare<[{ guildId: string; from: number; to: number; limit: number }], SummaryRow>(
    `SELECT ${summaryColumns} FROM ideas i WHERE ${visible} AND i.number BETWEEN @from AND @to
     ORDER BY i.number LIMIT @limit`,
  );

  /** The most supported of those with the words in their title, then the newest with them anywhere. */
  const find = (guildId: string, text: string, limit: number, where: 'title' | 'anywhere'): IdeaSummary[] => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const long = words.filter((word) => [...word].length >= 3);
    const short = words.filter((word) => [...word].length < 3);
    const hasShort = ({ title }: SummaryRow) => {
      const own = folded(title);
      return short.every((word) => own.includes(word));
    };
    if (long.length === 0) {
      return newest.all({ guildId, limit: TITLES_READ }).filter(hasShort).slice(0, limit).map(asSummary);
    }
    const match = long.map(quoted).join(' AND ');
    const inTitle = matching
      .all({ guildId, match: `{title} : (${match})`, limit })
      .filter(hasShort)
      .sort((a, b) => b.supporters - a.supporters || b.id - a.id);
    if (where === 'title' || inTitle.length >= limit) return inTitle.slice(0, limit).map(asSummary);
    const known = new Set(inTitle.map(({ id }) => id));
    const others = matching.all({ guildId, match, limit }).filter(({ id }) => !known.has(id));
    return [...inTitle, ...others].slice(0, limit).map(asSummary);
  };

  return {
    /** Open and shipped ideas whose title is most like this one, best first; none that merely share a word. */
    similar(guildId: string, title: string, limit: number): IdeaSummary[] {
      const known = frequencies.all(JSON.stringify([...wordTrigrams(title)]));
      const frequency = new Map(known.map(({ term, doc }) => [term, doc]));
      const terms = rarest(title, frequency, TITLES_COMPARED);
      if (terms.length === 0) return [];
      const match = terms.map(quoted).join(' OR ');
      const share = likeness(title, frequency, newestId.get() ?? 0);
      return alike
        .all({ guildId, match, limit: MOST_ALIKE })
        .map((row) => ({ row, held: share(row.title) }))
        .filter(({ held }) => held >= ALIKE)
        .sort((a, b) => b.held - a.held || b.row.supporters - a.row.supporters)
        .slice(0, limit)
        .map(({ row }) => asSummary(row));
    },

    /** At most 500, best first. */
    search: (guildId: string, text: string): IdeaSummary[] => find(guildId, text, MOST_FOUND, 'anywhere'),
    inTitle: (guildId: string, text: string, limit: number): IdeaSummary[] =>
      find(guildId, text, limit, 'title'),
    newest: (guildId: string, limit: number): IdeaSummary[] => newest.all({ guildId, limit }).map(asSummary),

    /** Ideas whose number begins with these digits, smallest first. */
    numberedLike(guildId: string, digits: string, limit: number): IdeaSummary[] {
      const found: IdeaSummary[] = [];
      const first = Number(digits);
      for (let zeros = 1; zeros <= 1e6 && found.length < limit && first > 0; zeros *= 10) {
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
