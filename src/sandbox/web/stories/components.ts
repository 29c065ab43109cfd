import type { MessageComponent, SelectComponent } from '../api/component-types.ts';
import type { Message } from '../api/types.ts';
import { drawing, make } from './make.ts';
import { hearth, jonas } from './world.ts';

const V2 = 1 << 15;
const text = (content: string): { type: 10; content: string } => ({ type: 10, content });
const option = (label: string, more: object = {}) => ({ label, value: label, ...more });
const row = (component: SelectComponent): MessageComponent => ({ type: 1, components: [component] });

const pollCard: MessageComponent = {
  type: 17,
  accent_color: 0xd9572b,
  components: [
    text(
      '## Which coffee for spring?\nPick one. Your vote can be changed until the poll closes <t:1773075600:R>.',
    ),
    { type: 14, divider: true, spacing: 1 },
    {
      type: 9,
      components: [text('**Nyeri, washed**\n████████░░ 58 % · 21 votes')],
      accessory: { type: 2, style: 1, label: 'Vote', custom_id: 'v1' },
    },
    {
      type: 9,
      components: [text('**Guji, natural**\n████░░░░░░ 28 % · 10 votes')],
      accessory: { type: 2, style: 2, label: 'Your vote', custom_id: 'v2', emoji: { name: '✅' } },
    },
    {
      type: 9,
      components: [text('**Huila, honey**\n██░░░░░░░░ 14 % · 5 votes')],
      accessory: { type: 2, style: 1, label: 'Vote', custom_id: 'v3' },
    },
    { type: 14, divider: false, spacing: 2 },
    {
      type: 1,
      components: [
        { type: 2, style: 2, label: 'My vote', custom_id: 'mine', emoji: { name: '🔎' } },
        { type: 2, style: 5, label: 'Rules', url: 'https://example.com/rules' },
      ],
    },
    text('-# 36 votes · open poll: names are visible to everyone'),
  ],
};

const buttons: MessageComponent[] = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, label: 'Primary', custom_id: 'p' },
      { type: 2, style: 2, label: 'Secondary', custom_id: 's' },
      { type: 2, style: 3, label: 'Success', custom_id: 'u', emoji: { name: '🎉' } },
      { type: 2, style: 4, label: 'Danger', custom_id: 'd' },
      { type: 2, style: 5, label: 'Link', url: 'https://example.com/docs' },
    ],
  },
  {
    type: 1,
    components: [
      { type: 2, style: 1, label: 'Disabled', custom_id: 'x', disabled: true },
      { type: 2, style: 3, label: 'Working', custom_id: 'busy' },
      { type: 2, style: 2, custom_id: 'e', emoji: { name: '👍' } },
    ],
  },
];

const selects: MessageComponent[] = [
  row({
    type: 3,
    custom_id: 'one',
    placeholder: 'Choose a brew',
    options: [
      option('Espresso', { description: 'Short and strong', emoji: { name: '☕' } }),
      option('Filter', { description: 'Long and clear', default: true }),
      option('Cold brew', { emoji: { name: '🧊' } }),
    ],
  }),
  row({
    type: 3,
    custom_id: 'many',
    placeholder: 'Choose two or three',
    min_values: 2,
    max_values: 3,
    options: ['Floral', 'Fruity', 'Nutty', 'Chocolate', 'Spicy'].map((label) => option(label)),
  }),
  row({ type: 5, custom_id: 'user', placeholder: 'Choose a person' }),
  row({ type: 8, custom_id: 'channel', placeholder: 'Choose a channel', channel_types: [0, 5] }),
  row({ type: 6, custom_id: 'role', placeholder: 'Closed for now', disabled: true }),
];

const media: MessageComponent[] = [
  {
    type: 9,
    components: [text('### Result\nNyeri has won with **21 of 36** votes.'), text('-# Turnout 60 %')],
    accessory: { type: 11, media: { url: drawing('1', 20, 200, 200) }, description: 'A cup' },
  },
  {
    type: 12,
    items: [1, 2, 3].map((number) => ({
      media: { url: drawing(`chart ${number}`, number * 90) },
      description: `Chart number ${number}`,
      spoiler: number === 3,
    })),
  },
  { type: 13, file: { url: 'https://example.com/files/votes.csv' }, name: 'votes.csv', size: 2048 },
];

/** Messages with every kind of component. */
export function componentMessages(): Message[] {
  const from = (number: number, components: MessageComponent[], more: Partial<Message> = {}) =>
    make(number, '22', hearth, '', { components, ...more });
  return [
    from(2001, [pollCard], {
      flags: V2,
      type: 20,
      interaction_metadata: { id: '9', type: 2, user: jonas, name: 'poll create' },
    }),
    from(2002, buttons),
    from(2003, selects),
    from(2004, media, { flags: V2 }),
    from(
      2005,
      [
        {
          type: 17,
          spoiler: true,
          components: [text('A hidden container with enough text to see the veil above it.')],
        },
      ],
      { flags: V2 },
    ),
  ];
}
