import type { OutgoingFile, Reply } from '../../discord/interaction.ts';
import { file, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Cell, toCsv } from '../../shared/csv.ts';

type Numbers = Readonly<Record<string, unknown>>;

/** All numbers of the last periods: a table for spreadsheets, and the same for programs. */
export function exportReply(periods: readonly Numbers[], t: Translate): Reply {
  if (periods.length === 0) {
    return { kind: 'reply', ephemeral: true, body: { components: [text(t('digest.export.none'))] } };
  }
  const rows = periods.map((each) => new Map(flat(each)));
  const columns = [...new Set(rows.flatMap((each) => [...each.keys()]))];
  const csv = toCsv([columns, ...rows.map((each) => columns.map((column) => each.get(column) ?? ''))]);
  const name = t('digest.export.fileName');
  const files = [
    attached(`${name}.csv`, csv, 'text/csv; charset=utf-8'),
    attached(`${name}.json`, `${JSON.stringify(periods, unknownIsNull, 2)}\n`, 'application/json'),
  ];
  return {
    kind: 'reply',
    ephemeral: true,
    body: {
      components: [
        text(t('digest.export.done', { count: periods.length })),
        ...files.map((each) => file(each.name)),
      ],
    },
    files,
  };
}

/** What cannot be known is there, and is no number. */
const unknownIsNull = (_: string, value: unknown): unknown => value ?? null;

const attached = (name: string, words: string, contentType: string): OutgoingFile => ({
  name,
  data: Buffer.from(words, 'utf8'),
  contentType,
});

/** `{health: {answered: {part: 3}}}` becomes `health.answered.part`; lists are written as JSON, unknown stays empty. */
function flat(value: Numbers, path = ''): [string, Cell][] {
  return Object.entries(value).flatMap(([key, each]): [string, Cell][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (each === undefined || each === null) return [[name, '']];
    if (typeof each === 'number') return [[name, each]];
    if (typeof each === 'string') return [[name, each]];
    if (typeof each === 'object' && !Array.isArray(each)) return flat(each as Numbers, name);
    return [[name, JSON.stringify(each)]];
  });
}
