import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from '../../../src/sandbox/web/markdown/inline.ts';
import type { Block, Inline } from '../../../src/sandbox/web/markdown/nodes.ts';
import { isJumbo, parseMarkdown } from '../../../src/sandbox/web/markdown/parse.ts';

/** Nodes as a short line, so that a case reads as what it means. */
function show(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return `${node.kind}(${show(node.children)})`;
      if (node.kind === 'text') return node.text;
      const { kind, ...rest } = node;
      return `<${[kind, ...Object.values(rest)].join(' ')}>`;
    })
    .join('');
}

const kinds = (blocks: Block[]): string[] => blocks.map((block) => block.kind);

describe('marks inside a line', () => {
  it.each([
    ['**bold** and *italic* and _this too_', 'bold(bold) and italic(italic) and italic(this too)'],
    ['***both***', 'bold(italic(both))'],
    ['__under__ ~~gone~~ ||secret||', 'underline(under) strike(gone) spoiler(secret)'],
    ['`code *stays*` and ``a ` b``', '<code code *stays*> and <code a ` b>'],
    ['\\*not italic\\*', '*not italic*'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['[words](https://example.com/a_(b))', 'link(words)'],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['see https://example.com/x?a=1, then', 'see link(https://example.com/x?a=1), then'],
    ['<https://example.com>', 'link(https://example.com)'],
    [
      '<@1> <@!2> <@&3> <#4> </poll create:5>',
      '<user 1> <user 2> <role 3> <channel 4> <command poll create 5>',
    ],
    ['<:beans:6> <a:steam:7>', '<custom-emoji false beans 6> <custom-emoji true steam 7>'],
    ['<t:1700000000> <t:1700000000:R> <t:1:q>', '<time 1700000000 f> <time 1700000000 R> <t:1:q>'],
    ['@everyone and @here', '<everyone @everyone> and <everyone @here>'],
    ['👩🏽‍🔬 1️⃣ 🇩🇪', '<emoji 👩🏽‍🔬> <emoji 1️⃣> <emoji 🇩🇪>'],
    ['unclosed **bold', 'unclosed **bold'],
  ])('reads %j', (source, expected) => {
    expect(show(parseInline(source))).toBe(expected);
  });

  it('loses nothing of a text without marks', () => {
    const words = stringMatching(/^[a-zA-Z0-9 ,;'"/äöüß日本語]*$/);
    assert(
      property(words, (text) => {
        const plain = text.replaceAll('http', 'h');
        expect(show(parseInline(plain))).toBe(plain);
      }),
    );
  });

  it('never throws, whatever is written, and never makes a link that runs', () => {
    const marks = stringMatching(/^[*_~|`<>[\]()#@:/\\ \n\-a-z0-9]{0,80}$/);
    const links = (nodes: Inline[]): string[] =>
      nodes.flatMap((node) =>
        'children' in node ? [...(node.kind === 'link' ? [node.url] : []), ...links(node.children)] : [],
      );
    assert(
      property(oneof(marks, string({ unit: 'grapheme' })), (text) => {
        for (const url of links(parseInline(text))) expect(url).toMatch(/^(https?|discord):\/\//i);
        parseMarkdown(text);
      }),
      { numRuns: 400 },
    );
  });
});

describe('blocks', () => {
  it('tells headings, subtext, quotes, lists, code and paragraphs apart', () => {
    const source =
      '# One\n## Two\n-# small\n> quoted\n> twice\ntext\n- a\n  - b\n1. c\n```js\nlet x;\n```\nend';
    expect(kinds(parseMarkdown(source))).toEqual([
      'heading',
      'heading',
      'subtext',
      'quote',
      'paragraph',
      'list',
      'list',
      'code-block',
      'paragraph',
    ]);
  });

  it('keeps numbers, nesting and languages', () => {
    const [list, code] = parseMarkdown('3. three\n   - inner\n4. four\n```css\na{}\n```');
    expect(list).toMatchObject({
      kind: 'list',
      ordered: true,
      start: 3,
      items: [{ nested: { kind: 'list' } }, {}],
    });
    expect(code).toEqual({ kind: 'code-block', language: 'css', text: 'a{}' });
  });

  it('puts everything after >>> into the quote', () => {
    expect(kinds(parseMarkdown('before\n>>> all\nof this'))).toEqual(['paragraph', 'quote']);
  });

  it('leaves what only looks like a block as text', () => {
    expect(kinds(parseMarkdown('#hashtag\n>no quote\n-no list\n#### four'))).toEqual(['paragraph']);
  });

  it('shows a few emoji alone in large', () => {
    expect([
      isJumbo(parseMarkdown('☕ 🎉')),
      isJumbo(parseMarkdown('☕ yes')),
      isJumbo(parseMarkdown('')),
    ]).toEqual([true, false, false]);
  });
});
