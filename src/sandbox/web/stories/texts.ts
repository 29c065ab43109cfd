import type { Message } from '../api/types.ts';
import { drawing, make } from './make.ts';
import { aiko, hearth, jonas, mia, sam } from './world.ts';

const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

const marks = `# A heading
## A smaller one
### The smallest
-# Subtext, for the small print
Some **bold**, *italic*, __underlined__, ~~struck~~ and ***both***, \`inline code\`, a ||spoiler||.
> A quote
> over two lines
- A list
- with a [masked link](https://example.com/menu) and https://example.com/plain?a=1
  - nested
1. First
2. Second
\`\`\`js
const ratio = 60; // grams per litre
\`\`\`
<@101> in <#22>, <@&201>, @everyone, </poll create:1>, <:kettle:123456789012345678>
Closes <t:${seconds('2026-03-09T17:00:00Z')}:R>, on <t:${seconds('2026-03-09T17:00:00Z')}:F> ☕️ 🫘 👩🏽‍🔬 🇩🇪 1️⃣`;

/** Every kind of ordinary message. A function, because the people come from a module that imports this one. */
export function textMessages(): Message[] {
  const at = (
    number: number,
    ...rest: Parameters<typeof make> extends [number, string, ...infer R] ? R : never
  ) => make(number, '21', ...rest);
  const question = at(
    1001,
    mia,
    'What should we roast for spring? I can get a lovely washed lot from Nyeri.',
  );
  return [
    at(1000, aiko, '', { type: 7 }),
    question,
    at(1002, mia, 'Also: the Guji is back on Friday.', {
      edited_timestamp: '2026-03-06T13:20:00Z',
      reactions: [
        { count: 12, me: true, emoji: { name: '☕' } },
        { count: 3, me: false, emoji: { name: '🔥' } },
      ],
    }),
    at(1003, jonas, 'Nyeri please! My last bag was gone in a week 😅', {
      type: 19,
      referenced_message: question,
      message_reference: { message_id: question.id },
    }),
    at(1004, sam, marks),
    at(1005, aiko, '☕🎉'),
    at(1006, sam, '', { type: 6, message_reference: { message_id: '1001' } }),
    at(1007, aiko, 'This is my corner. Flat white with oat milk.', {
      attachments: [
        {
          id: '1',
          filename: 'corner.png',
          description: 'A small kitchen counter with a hand grinder and a blue cup',
          content_type: 'image/svg+xml',
          size: 90_000,
          url: drawing('my corner', 200, 720, 420),
          width: 720,
          height: 420,
        },
      ],
    }),
    at(1008, mia, '<@102> could you bring the tasting sheets?', {
      mentions: [jonas],
      attachments: [
        { id: '2', filename: 'tasting-sheet.pdf', size: 183_000, url: '#', content_type: 'application/pdf' },
      ],
    }),
    at(1009, hearth, '', {
      type: 20,
      interaction_metadata: { id: '1', type: 2, user: jonas, name: 'ideas top' },
      embeds: [
        {
          title: 'Ideas this month',
          url: 'https://example.com',
          description: 'Three ideas have found **ten supporters** or more.',
          color: 0xe67e22,
          author: { name: 'Kettle & Kin' },
          fields: [
            { name: 'Supporters', value: '41', inline: true },
            { name: 'Planned', value: '2', inline: true },
            { name: 'Done', value: '1', inline: true },
            { name: 'Next step', value: 'Answer the subscription idea.' },
          ],
          footer: { text: 'Counted on Friday' },
          timestamp: '2026-03-06T14:00:00Z',
        },
      ],
    }),
    at(1010, sam, '', {
      poll: {
        question: { text: 'Which day suits you for the cupping?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'Saturday', emoji: { name: '🌞' } } },
          { answer_id: 2, poll_media: { text: 'Sunday' } },
        ],
        expiry: '2026-03-07T15:00:00Z',
        allow_multiselect: false,
        results: {
          is_finalized: false,
          answer_counts: [
            { id: 1, count: 7, me_voted: false },
            { id: 2, count: 3, me_voted: false },
          ],
        },
      },
    }),
    at(1011, sam, '', {
      poll: {
        question: { text: 'Milk?' },
        answers: [
          { answer_id: 1, poll_media: { text: 'Oat' } },
          { answer_id: 2, poll_media: { text: 'Cow' } },
          { answer_id: 3, poll_media: { text: 'None, ever' } },
        ],
        results: {
          is_finalized: true,
          answer_counts: [
            { id: 1, count: 9, me_voted: true },
            { id: 2, count: 4, me_voted: false },
            { id: 3, count: 6, me_voted: false },
          ],
        },
      },
    }),
    at(1012, mia, 'Let us talk about it here.', {
      thread: { id: '23', type: 11, name: 'V60 or Kalita? A friendly fight', message_count: 14 },
    }),
    at(1013, hearth, 'Your vote is kept: **Saturday**. You can change it until the poll closes.', {
      type: 20,
      flags: 64,
      interaction_metadata: { id: '2', type: 2, user: jonas, name: 'poll mine' },
    }),
    at(1014, hearth, '', {
      type: 20,
      flags: 64 | 128,
      interaction_metadata: { id: '3', type: 2, user: jonas, name: 'poll export' },
    }),
    at(1016, hearth, '', {
      type: 20,
      flags: 64,
      local: 'unanswered',
      problem: 'The application did not respond',
      interaction: { id: '4', type: 2, user: jonas, name: '/poll close' },
    }),
    {
      ...at(1015, jonas, 'This one did not arrive.'),
      id: 'local-1',
      local: 'failed',
      problem: 'The sandbox did not answer.',
    },
  ];
}
