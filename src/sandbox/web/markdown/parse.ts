import { parseInline } from './inline.ts';
import type { Block, ListItem } from './nodes.ts';

const INNER_FENCE = /```(?:([\w+#.-]*)\n)?([\s\S]*?)```/;
const HEADING = /^(#{1,3})\s+(.+)$/;
const SUBTEXT = /^-#\s+(.+)$/;
const ITEM = /^( *)([-*]|\d{1,9}\.)\s+(.+)$/;

interface Cursor {
  lines: string[];
  at: number;
}

const peek = (cursor: Cursor): string | undefined => cursor.lines[cursor.at];

function quote(cursor: Cursor): Block | undefined {
  const line = peek(cursor) ?? '';
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...cursor.lines.slice(cursor.at + 1)].join('\n');
    cursor.at = cursor.lines.length;
    return { kind: 'quote', children: parseMarkdown(rest, true) };
  }
  const quoted: string[] = [];
  while (/^> |^>$/.test(peek(cursor) ?? '')) {
    quoted.push((peek(cursor) ?? '').replace(/^> ?/, ''));
    cursor.at += 1;
  }
  return quoted.length === 0
    ? undefined
    : { kind: 'quote', children: parseMarkdown(quoted.join('\n'), true) };
}

function list(cursor: Cursor, indent: number): Block | undefined {
  const first = ITEM.exec(peek(cursor) ?? '');
  if (first === null) return undefined;
  const marker = first[2] ?? '-';
  const ordered = /\d/.test(marker);
  const items: ListItem[] = [];
  for (let match: RegExpExecArray | null = first; match !== null; match = ITEM.exec(peek(cursor) ?? '')) {
    const depth = (match[1] ?? '').length;
    if (depth < indent || (depth === indent && /\d/.test(match[2] ?? '') !== ordered)) break;
    const last = items.at(-1);
    if (depth > indent + 1 && last !== undefined) {
      last.nested = list(cursor, depth);
      continue;
    }
    items.push({ children: parseInline(match[3] ?? '') });
    cursor.at += 1;
  }
  return { kind: 'list', ordered, start: ordered ? Number.parseInt(marker, 10) : 1, items };
}

function special(cursor: Cursor, quoted: boolean): Block | undefined {
  const line = peek(cursor) ?? '';
  const heading = HEADING.exec(line);
  if (heading !== null) {
    cursor.at += 1;
    return {
      kind: 'heading',
      level: (heading[1] ?? '#').length,
      children: parseInline((heading[2] ?? '').trim()),
    };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext !== null) {
    cursor.at += 1;
    return { kind: 'subtext', children: parseInline(subtext[1] ?? '') };
  }
  const item = ITEM.exec(line);
  if (item !== null) return list(cursor, (item[1] ?? '').length);
  return quoted ? undefined : quote(cursor);
}

/** Lines without a fence. A blank line stays as room between paragraphs, as Discord shows it. */
function parseLines(source: string, quoted: boolean): Block[] {
  const cursor: Cursor = { lines: source.split('\n'), at: 0 };
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(paragraph.join('\n')) });
    paragraph = [];
  };
  while (cursor.at < cursor.lines.length) {
    const before = cursor.at;
    const block = special(cursor, quoted);
    if (block !== undefined && cursor.at > before) {
      if (paragraph.some((line) => line.trim() !== '')) flush();
      paragraph = [];
      blocks.push(block);
      continue;
    }
    paragraph.push(peek(cursor) ?? '');
    cursor.at += 1;
  }
  if (paragraph.some((line) => line.trim() !== '')) flush();
  return blocks;
}

/** Discord's markdown as blocks. Never throws; unknown marks stay text. */
export function parseMarkdown(source: string, quoted = false): Block[] {
  const blocks: Block[] = [];
  let rest = source;
  while (rest !== '') {
    const fence = INNER_FENCE.exec(rest);
    // A whole-rest quote swallows the fences below it.
    if (fence === null || /^>>> /m.test(rest.slice(0, fence.index)) || fence[2]?.trim() === '') {
      blocks.push(...parseLines(rest, quoted));
      break;
    }
    const before = rest.slice(0, fence.index).replace(/\n$/, '');
    if (before !== '') blocks.push(...parseLines(before, quoted));
    blocks.push({
      kind: 'code-block',
      language: fence[1] ?? '',
      text: (fence[2] ?? '').replace(/^\n|\n$/g, ''),
    });
    rest = rest.slice(fence.index + fence[0].length).replace(/^\n/, '');
  }
  return blocks;
}

/** Whether the text is nothing but a few emoji, which are then shown large. */
export function isJumbo(blocks: Block[]): boolean {
  const only = blocks[0];
  if (blocks.length !== 1 || only?.kind !== 'paragraph') return false;
  const visible = only.children.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
  return (
    visible.length > 0 &&
    visible.length <= 27 &&
    visible.every((node) => node.kind === 'emoji' || node.kind === 'custom-emoji')
  );
}
