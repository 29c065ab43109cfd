import { partsOf } from './messages.ts';
import type { ModalValues } from './modal.ts';
import type { Outcome } from './outcome.ts';

/** What somebody may type who means no good, or only a lot. */
export const nasty: string[] = [
  'W'.repeat(6_000),
  '👨‍👩‍👧‍👦'.repeat(500),
  `a${'\u0301\u0302\u0303'.repeat(1_500)}`,
  '\u202Etxt.exe \u2066\u2067hidden\u2069 \u200F',
  '@everyone @here <@&1191000000000000012> <@1190000000000000003>',
  '```js\nalert(1)\n```` ` ``',
  '[free nitro](https://evil.example/@everyone) <https://evil.example> [x](<javascript:alert(1)>)',
  '# Big\n> quote\n- list\n||spoiler|| **bold _it_~~',
  '\u0000\u0001\u0007\u001B[31m \uFEFF\u200B\u200D',
  '\uD83D half \uDE00 pair',
  '🇯🇵🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽☕️ <:a:1> <a:b:2> <t:0:R> </poll:1> <#1>',
  '{count, plural, one {#} other {#}} {question} $& $1 \\',
  "'; DROP TABLE polls; --",
  '=HYPERLINK("https://evil.example")',
  '   \n\n\t ',
  '漢字'.repeat(150),
];

/** Every text field of an open form filled with as much as its client lets one type. */
export function filled({ modal }: Outcome, text: string): ModalValues {
  const fields = partsOf(modal ?? {}).filter((part) => part['type'] === 4);
  return Object.fromEntries(
    fields.map((field) => [
      field['custom_id'],
      (text || '-').slice(0, Number(field['max_length'] ?? 4_000)) || '-',
    ]),
  );
}

export interface SentMessage {
  allowed_mentions?: { parse?: string[]; users?: string[]; roles?: string[] };
}

/** The message in a body: of a post, an edit, a follow-up, or the answer to an interaction. */
export function messageIn(route: string, body: unknown): SentMessage[] {
  if (route.endsWith('/callback')) {
    const { type, data } = body as { type: number; data?: SentMessage };
    return (type === 4 || type === 7) && data ? [data] : [];
  }
  const isMessage = route.includes('/messages') || route.startsWith('/webhooks/');
  return isMessage && body ? [body] : [];
}
