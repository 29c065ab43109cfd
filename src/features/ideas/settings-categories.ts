import { leadingEmoji } from '../../shared/leading-emoji.ts';
import { plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import type { Category } from './model.ts';
import { quote } from './settings-input.ts';
import { ideaSettingsLimits as limits } from './settings-rules.ts';

type Typed = Omit<Category, 'key'>;

export interface CategoryChange {
  categories: readonly Category[];
  /** Same key, another name: its ideas come along. */
  renamed: readonly { from: Category; to: Category }[];
  /** Their ideas have no category any more. */
  removed: readonly Category[];
}

/** One category a line, an emoji in front if they like. Throws a refusal that names the line. */
export function parseCategories(typed: string): Typed[] {
  const lines = typed.split(/\r\n|[\r\n\u2028\u2029]/u).filter((line) => plainLine(line) !== '');
  if (lines.length > limits.categories)
    throw new UserError('ideasSetup.refusals.tooManyCategories', { max: limits.categories });
  const categories = lines.map((line) => readLine(plainLine(line)));
  const names = new Set<string>();
  for (const { name } of categories) {
    if (names.has(folded(name)))
      throw new UserError('ideasSetup.refusals.categoryTwice', { name: quote(name) });
    names.add(folded(name));
  }
  return categories;
}

function readLine(line: string): Typed {
  const [inFront, emoji] = leadingEmoji(line);
  const name = line.slice(inFront.length).trim();
  const { categoryName: max } = limits;
  if (name === '' || !/[\p{L}\p{N}]/u.test(name) || /^<a?:\w+:\d+>/u.test(name))
    throw new UserError('ideasSetup.refusals.categoryWithoutName', { line: quote(line) });
  if (name.length > max)
    throw new UserError('ideasSetup.refusals.categoryTooLong', { name: quote(name), max });
  return { name, emoji: emoji === '' ? undefined : emoji };
}

/** As they stand in the form. */
export function categoriesText(categories: readonly Category[]): string {
  return categories.map(({ name, emoji }) => (emoji === undefined ? name : `${emoji} ${name}`)).join('\n');
}

/**
 * Gives what was typed the keys of what was there: the same name has the same key. Between two lines that stayed,
 * a new line with an emoji that was there takes its place, and where as many lines came as went, they were renamed
 * in this order. So ideas keep their category when its name changes.
 */
export function changeCategories(before: readonly Category[], typed: readonly Typed[]): CategoryChange {
  const taken = new Map<Typed, Category>();
  for (const each of typed) {
    const same = before.find((one) => folded(one.name) === folded(each.name));
    if (same) taken.set(each, same);
  }
  for (const gap of gaps(before, typed, taken)) pair(gap, taken);
  const left = before.filter((one) => ![...taken.values()].includes(one));
  const keys = new Set([...taken.values()].map(({ key }) => key));
  const categories = typed.map((each) => ({ ...each, key: taken.get(each)?.key ?? newKey(each.name, keys) }));
  const renamed = typed.flatMap((each, place) => {
    const from = taken.get(each);
    return from && from.name !== each.name ? [{ from, to: categories[place]! }] : [];
  });
  return { categories, renamed, removed: left };
}

interface Gap {
  old: Category[];
  fresh: Typed[];
}

/** What stood, and what stands now, between each two lines that stayed. */
function gaps(
  before: readonly Category[],
  typed: readonly Typed[],
  taken: ReadonlyMap<Typed, Category>,
): Gap[] {
  const kept = new Set(taken.values());
  const found = new Map<Category | undefined, Gap>([[undefined, { old: [], fresh: [] }]]);
  let anchor: Category | undefined;
  for (const each of before) {
    if (kept.has(each)) {
      anchor = each;
      found.set(each, { old: [], fresh: [] });
    } else found.get(anchor)!.old.push(each);
  }
  anchor = undefined;
  for (const each of typed) {
    const stayed = taken.get(each);
    if (stayed) anchor = stayed;
    else found.get(anchor)!.fresh.push(each);
  }
  return [...found.values()];
}

function pair({ old, fresh }: Gap, taken: Map<Typed, Category>): void {
  for (const each of fresh) {
    const same = old.filter(({ emoji }) => emoji !== undefined && emoji === each.emoji);
    const twins = fresh.filter(({ emoji }) => emoji === each.emoji);
    if (same.length === 1 && twins.length === 1) taken.set(each, same[0]!);
  }
  const used = new Set(taken.values());
  const went = old.filter((each) => !used.has(each));
  const came = fresh.filter((each) => !taken.has(each));
  if (went.length !== came.length) return;
  for (const [place, each] of came.entries()) taken.set(each, went[place]!);
}

function newKey(name: string, taken: Set<string>): string {
  const word = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  // Of other scripts nothing is left: then the letters' numbers stand for them.
  const other = Array.from(name, (letter) => letter.codePointAt(0)?.toString(36)).join('');
  const stem = (word || `c${other}`).slice(0, limits.categoryName);
  let key = stem;
  for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`;
  taken.add(key);
  return key;
}

function folded(name: string): string {
  return name.toLowerCase();
}
