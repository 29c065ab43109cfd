import type { Inline } from './nodes.ts';

type Rule = { pattern: RegExp; make(match: RegExpExecArray, depth: number): Inline | undefined };

const DEEPEST = 8;

const wrap =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  (match: RegExpExecArray, depth: number) => ({
    kind,
    children: parseInline(match[1] ?? '', depth + 1),
  });

const safeUrl = (url: string): string | undefined => (/^(https?|discord):\/\//i.test(url) ? url : undefined);

function link(url: string, children: Inline[], title?: string): Inline | undefined {
  const safe = safeUrl(url);
  return safe === undefined ? undefined : { kind: 'link', url: safe, title, children };
}

const text = (value: string): Inline => ({ kind: 'text', text: value });

/** Trailing punctuation belongs to the sentence, not to the address. */
function autolink(match: RegExpExecArray): Inline | undefined {
  return link(match[0], [text(match[0])]);
}

const STYLES = 'tTdDfFsSR';

/** An emoji as people see it, flags and skin tones included. Written so that older compile targets take the flag. */
const WHOLE_EMOJI = new RegExp('\\p{RGI_Emoji}', 'vy');

/** In the order in which Discord tries them; all are anchored at the current place. */
const rules: Rule[] = [
  { pattern: /\\([\\`*_~|<>#:[\](){}@!.+-])/y, make: (m) => text(m[1] ?? '') },
  {
    pattern: /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/y,
    make: (m) => ({ kind: 'code', text: (m[2] ?? '').trim() || (m[2] ?? '') }),
  },
  { pattern: /<@!?(\d+)>/y, make: (m) => ({ kind: 'user', id: m[1] ?? '' }) },
  { pattern: /<@&(\d+)>/y, make: (m) => ({ kind: 'role', id: m[1] ?? '' }) },
  { pattern: /<#(\d+)>/y, make: (m) => ({ kind: 'channel', id: m[1] ?? '' }) },
  {
    pattern: /<\/([^:>\n]{1,100}):(\d+)>/y,
    make: (m) => ({ kind: 'command', name: m[1] ?? '', id: m[2] ?? '' }),
  },
  {
    pattern: /<id:(customize|browse|guide|home|linked-roles)>/y,
    make: (m) => ({ kind: 'guild-link', text: m[1] ?? '' }),
  },
  {
    pattern: /<t:(-?\d{1,13})(?::([a-zA-Z]))?>/y,
    make: (m) =>
      m[2] === undefined || STYLES.includes(m[2])
        ? { kind: 'time', at: Number(m[1]), style: m[2] ?? 'f' }
        : undefined,
  },
  {
    pattern: /<(a?):(\w{2,32}):(\d+)>/y,
    make: (m) => ({ kind: 'custom-emoji', animated: m[1] === 'a', name: m[2] ?? '', id: m[3] ?? '' }),
  },
  { pattern: /<(https?:\/\/[^\s>]+)>/y, make: (m) => link(m[1] ?? '', [text(m[1] ?? '')]) },
  {
    pattern: /\[((?:\[[^\]]*\]|[^[\]])+)\]\(\s*<?((?:\([^)]*\)|[^\s\\()<>])+)>?(?:\s+['"](.*?)['"])?\s*\)/y,
    make: (m, depth) => link(m[2] ?? '', parseInline(m[1] ?? '', depth + 1), m[3]),
  },
  { pattern: /https?:\/\/[^\s<]+[^<.,:;"'\])\s*_~|]/y, make: autolink },
  { pattern: /@(everyone|here)\b/y, make: (m) => ({ kind: 'everyone', text: m[0] }) },
  { pattern: /\|\|([\s\S]+?)\|\|/y, make: wrap('spoiler') },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, make: wrap('bold') },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, make: wrap('underline') },
  {
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|[^\s\\*]|\s+(?:\\[\s\S]|[^\s\\*]|\*\*))+?)\*(?!\*)/y,
    make: wrap('italic'),
  },
  { pattern: /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, make: wrap('italic') },
  { pattern: /~~([\s\S]+?)~~/y, make: wrap('strike') },
  { pattern: WHOLE_EMOJI, make: (m) => ({ kind: 'emoji', text: m[0] }) },
  { pattern: /\n/y, make: () => ({ kind: 'break' }) },
];

function matchAt(source: string, at: number, depth: number): { node: Inline; end: number } | undefined {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(source);
    if (match === null) continue;
    const node = rule.make(match, depth);
    if (node !== undefined) return { node, end: at + match[0].length };
  }
  return undefined;
}

const PLAIN_RUN = /[a-zA-Z0-9 ,;'"/]+/y;

/** One stretch of text with its marks. Never throws; what is not a mark stays text. */
export function parseInline(source: string, depth = 0): Inline[] {
  if (depth > DEEPEST) return [text(source)];
  const nodes: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push(text(plain));
    plain = '';
  };
  for (let at = 0; at < source.length; ) {
    const found = matchAt(source, at, depth);
    if (found !== undefined) {
      flush();
      nodes.push(found.node);
      at = found.end;
      continue;
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    plain += character;
    at += character.length;
    at += skipPlain(source, at, (run) => {
      plain += run;
    });
  }
  flush();
  return nodes;
}

/**
 * Ordinary words hold no mark except an address, so they are taken in one piece. The last character is
 * left to the rules: it may begin a keycap emoji.
 */
function skipPlain(source: string, at: number, take: (run: string) => void): number {
  PLAIN_RUN.lastIndex = at;
  const run = PLAIN_RUN.exec(source)?.[0] ?? '';
  const address = run.indexOf('http');
  const safe = run.slice(0, address === -1 ? Math.max(0, run.length - 1) : address);
  take(safe);
  return safe.length;
}
