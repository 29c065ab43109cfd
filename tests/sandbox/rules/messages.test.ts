import { describe, expect, it } from 'vitest';
import {
  checkMessageCreate,
  checkMessageEdit,
  type MessageContext,
  type MessageFacts,
} from '../../../src/sandbox/rules/validate-message.ts';
import { refusalOf } from './refusal.ts';

const V2 = 1 << 15;
const create = (body: unknown, context?: MessageContext) =>
  refusalOf(() => checkMessageCreate(body, context));
const faults = (body: unknown, context?: MessageContext) => create(body, context)?.faults;
const text = { type: 10, content: 'hello' };

describe('a new message', () => {
  it('has up to 2,000 characters of content', () => {
    expect(create({ content: 'a'.repeat(2000) })).toBeUndefined();
    expect(create({ content: '🎉'.repeat(2000) })).toBeUndefined();
    expect(create({ content: 'a'.repeat(2001) })).toEqual({
      status: 400,
      code: 50035,
      faults: ['content BASE_TYPE_MAX_LENGTH'],
    });
    expect(faults({ content: 5 })).toEqual(['content STRING_TYPE_CONVERT']);
  });

  it.each([
    {},
    { content: '' },
    { content: '  \n ' },
    { content: null, embeds: [], components: [] },
    { flags: V2 },
  ])('is not empty: %j', (body) => {
    expect(create(body)).toEqual({ status: 400, code: 50006, faults: [] });
  });

  it('may consist of a file, an embed, a sticker, a poll, a component or a forward alone', () => {
    expect(create({}, { files: [{ id: '0', name: 'a.png', size: 5 }] })).toBeUndefined();
    expect(create({ embeds: [{ title: 'a' }] })).toBeUndefined();
    expect(create({ sticker_ids: ['1'] })).toBeUndefined();
    expect(create({ flags: V2, components: [text] })).toBeUndefined();
    expect(create({ message_reference: { type: 1, message_id: '1', channel_id: '2' } })).toBeUndefined();
    expect(create({ message_reference: { message_id: '1' } })?.code).toBe(50006);
  });

  it('with the V2 flag has neither content nor embeds nor poll nor stickers', () => {
    const body = {
      flags: V2,
      components: [text],
      content: '',
      embeds: [{ title: 'a' }],
      poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] },
      sticker_ids: ['1'],
    };
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    expect(faults(body)).toEqual([
      `content ${code}`,
      `embeds ${code}`,
      `poll ${code}`,
      `sticker_ids ${code}`,
    ]);
    expect(faults({ ...body, content: null, embeds: [], poll: null, sticker_ids: [] })).toBeUndefined();
  });

  it('has V2 components only with the flag', () => {
    expect(faults({ components: [text] })).toEqual(['components.0 UNION_TYPE_CHOICES']);
  });

  it('takes flags that a sender may set, ephemeral only in answers to interactions', () => {
    expect(create({ content: 'a', flags: 4 | (1 << 12) })).toBeUndefined();
    expect(faults({ content: 'a', flags: 64 })).toEqual(['flags MESSAGE_FLAGS_INVALID']);
    expect(create({ content: 'a', flags: 64 }, { interaction: true })).toBeUndefined();
    expect(faults({ content: 'a', flags: 'x' })).toEqual(['flags NUMBER_TYPE_COERCE']);
  });

  it('has a nonce of 25 characters', () => {
    expect(create({ content: 'a', nonce: 'n'.repeat(25), enforce_nonce: true })).toBeUndefined();
    expect(faults({ content: 'a', nonce: 'n'.repeat(26) })).toEqual(['nonce NONCE_TYPE_TOO_LONG']);
    expect(faults({ content: 'a', nonce: {}, enforce_nonce: 'yes' })).toEqual([
      'enforce_nonce BOOLEAN_TYPE_CONVERT',
      'nonce NONCE_TYPE_INVALID_TYPE',
    ]);
  });

  it('names every fault at once', () => {
    expect(faults({ content: 'a'.repeat(2001), embeds: [{}], flags: -1, tts: 'no' })).toEqual([
      'flags NUMBER_TYPE_MIN',
      'content BASE_TYPE_MAX_LENGTH',
      'tts BOOLEAN_TYPE_CONVERT',
      'embeds.0.description BASE_TYPE_REQUIRED',
    ]);
  });
});

describe('allowed mentions', () => {
  const mentions = (allowed_mentions: unknown) => faults({ content: 'a', allowed_mentions });

  it('never name a kind and list ids of it as well', () => {
    expect(mentions({ parse: [] })).toBeUndefined();
    expect(mentions({ parse: ['roles'], users: ['1'] })).toBeUndefined();
    expect(mentions({ parse: ['users'], users: [] })).toBeUndefined();
    expect(mentions({ parse: ['users'], users: ['1'] })).toEqual([
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ]);
  });

  it('list up to 100 different ids', () => {
    const ids = Array.from({ length: 101 }, (_, i) => String(i + 1));
    expect(mentions({ users: ids.slice(1) })).toBeUndefined();
    expect(mentions({ users: ids })).toEqual(['allowed_mentions.users BASE_TYPE_MAX_LENGTH']);
    expect(mentions({ roles: ['1', '1'] })).toEqual([
      'allowed_mentions.roles.1 SET_TYPE_ALREADY_CONTAINS_VALUE',
    ]);
    expect(mentions({ parse: ['all'], users: ['@me'] })).toEqual([
      'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
      'allowed_mentions.users.0 NUMBER_TYPE_COERCE',
    ]);
  });
});

describe('embeds', () => {
  const embeds = (...list: unknown[]) => faults({ embeds: list });

  it('hold 6,000 characters together', () => {
    const half = { description: 'a'.repeat(3000) };
    expect(embeds(half, half)).toBeUndefined();
    expect(embeds(half, half, { title: 'b' })).toEqual(['embeds MAX_EMBED_SIZE_EXCEEDED']);
  });

  it('are at most ten, with at most 25 fields', () => {
    expect(embeds(...Array.from({ length: 11 }, () => ({ title: 'a' })))).toEqual([
      'embeds BASE_TYPE_MAX_LENGTH',
    ]);
    const fields = Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' }));
    expect(embeds({ fields })).toEqual(['embeds.0.fields BASE_TYPE_MAX_LENGTH']);
  });

  it('have fields with a name and a value', () => {
    expect(embeds({ fields: [{ name: ' ', value: '' }, { value: 'b' }] })).toEqual([
      'embeds.0.fields.0.name BASE_TYPE_REQUIRED',
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
      'embeds.0.fields.1.name BASE_TYPE_REQUIRED',
    ]);
  });

  it.each([
    ['title', { title: 'a'.repeat(257) }, 'title BASE_TYPE_MAX_LENGTH'],
    ['description', { description: 'a'.repeat(4097) }, 'description BASE_TYPE_MAX_LENGTH'],
    ['footer', { footer: { text: 'a'.repeat(2049) } }, 'footer.text BASE_TYPE_MAX_LENGTH'],
    ['author', { author: { name: 'a'.repeat(257) } }, 'author.name BASE_TYPE_MAX_LENGTH'],
    ['field name', { fields: [{ name: 'a'.repeat(257), value: 'b' }] }, 'fields.0.name BASE_TYPE_MAX_LENGTH'],
    [
      'field value',
      { fields: [{ name: 'a', value: 'b'.repeat(1025) }] },
      'fields.0.value BASE_TYPE_MAX_LENGTH',
    ],
    ['colour', { title: 'a', color: 0x1_00_00_00 }, 'color NUMBER_TYPE_MAX'],
    ['timestamp', { title: 'a', timestamp: 'tomorrow' }, 'timestamp DATE_TIME_TYPE_PARSE'],
    ['address', { title: 'a', url: 'javascript://x' }, 'url URL_TYPE_INVALID_SCHEME'],
    ['image', { image: { url: 'nowhere' } }, 'image.url URL_TYPE_INVALID_URL'],
  ])('are refused for a bad %s', (_, embed, fault) => {
    expect(embeds(embed)).toEqual([`embeds.0.${fault}`]);
  });
});

describe('native polls', () => {
  const poll = (more: object) => faults({ poll: { question: { text: 'q' }, answers: answers(2), ...more } });
  const answers = (count: number, words = 'a') =>
    Array.from({ length: count }, () => ({ poll_media: { text: words } }));

  it('have up to ten answers of 55 characters', () => {
    expect(poll({ answers: answers(10, 'a'.repeat(55)) })).toBeUndefined();
    expect(poll({ answers: answers(11) })).toEqual(['poll.answers BASE_TYPE_BAD_LENGTH']);
    expect(poll({ answers: answers(1, 'a'.repeat(56)) })).toEqual([
      'poll.answers.0.poll_media.text BASE_TYPE_MAX_LENGTH',
    ]);
    expect(poll({ answers: [{}] })).toEqual(['poll.answers.0.poll_media BASE_TYPE_REQUIRED']);
  });

  it('have a question of 300 characters and run up to 32 days', () => {
    expect(poll({ question: { text: 'q'.repeat(301) } })).toEqual([
      'poll.question.text BASE_TYPE_MAX_LENGTH',
    ]);
    expect(poll({ duration: 768 })).toBeUndefined();
    expect(poll({ duration: 769 })).toEqual(['poll.duration NUMBER_TYPE_MAX']);
    expect(poll({ duration: 0, layout_type: 2 })).toEqual([
      'poll.duration NUMBER_TYPE_MIN',
      'poll.layout_type BASE_TYPE_CHOICES',
    ]);
  });
});

describe('files', () => {
  const file = (id: string, size = 10) => ({ id, name: `${id}.png`, size });

  it('are at most ten of 10 MiB, 25 MiB in all', () => {
    const mib = 1024 * 1024;
    expect(create({}, { files: [file('0', 10 * mib)] })).toBeUndefined();
    expect(create({}, { files: [file('0', 10 * mib + 1)] })).toEqual({
      status: 413,
      code: 40005,
      faults: [],
    });
    expect(create({}, { files: [file('0', 9 * mib), file('1', 9 * mib), file('2', 9 * mib)] })?.code).toBe(
      40005,
    );
    expect(faults({}, { files: Array.from({ length: 11 }, (_, i) => file(String(i))) })).toEqual([
      'attachments BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it('are described in up to 1,024 characters, and only when they are there', () => {
    const files = [file('0')];
    expect(faults({ attachments: [{ id: '0', description: 'd'.repeat(1024) }] }, { files })).toBeUndefined();
    expect(faults({ attachments: [{ id: 0, description: 'd'.repeat(1025) }] }, { files })).toEqual([
      'attachments.0.description BASE_TYPE_MAX_LENGTH',
    ]);
    expect(faults({ attachments: [{ id: '1' }, {}] }, { files })).toEqual([
      'attachments.0 ATTACHMENT_NOT_FOUND',
      'attachments.1.id BASE_TYPE_REQUIRED',
    ]);
  });
});

describe('an edit', () => {
  const plain: MessageFacts = { content: 'before', embeds: [], components: [], attachments: [] };
  const v2: MessageFacts = { flags: V2, content: '', embeds: [], components: [text], attachments: [] };
  const edit = (body: unknown, current: MessageFacts, context?: MessageContext) =>
    refusalOf(() => checkMessageEdit(body, current, context));

  it('leaves what it does not mention', () => {
    expect(edit({}, plain)).toBeUndefined();
    expect(edit({ embeds: [{ title: 'a' }] }, plain)).toBeUndefined();
    expect(edit({ components: [text] }, v2)).toBeUndefined();
  });

  it('leaves something', () => {
    expect(edit({ content: '' }, plain)?.code).toBe(50006);
    expect(edit({ content: null, embeds: [{ title: 'a' }] }, plain)).toBeUndefined();
    expect(edit({ components: [] }, v2)?.code).toBe(50006);
  });

  it('cannot take the V2 flag back, nor give a V2 message content', () => {
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    expect(edit({ flags: 0, content: 'a' }, v2)?.faults).toEqual([`content ${code}`]);
    expect(edit({ flags: 0, components: [text] }, v2)).toBeUndefined();
  });

  it('turns a message into V2 only when it clears the old fields', () => {
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    expect(edit({ flags: V2, components: [text] }, plain)?.faults).toEqual([`content ${code}`]);
    expect(edit({ flags: V2, components: [text], content: null }, plain)).toBeUndefined();
  });

  it('keeps attachments that the message has, and no others', () => {
    const current = { ...plain, attachments: [{ id: '77', filename: 'a.png' }] };
    expect(edit({ attachments: [{ id: '77' }] }, current)).toBeUndefined();
    expect(edit({ attachments: [{ id: '78' }] }, current)?.faults).toEqual([
      'attachments.0 ATTACHMENT_NOT_FOUND',
    ]);
  });

  it('never touches a poll, but may put one in place of "thinking"', () => {
    expect(edit({ content: 'b' }, { ...plain, poll: {} })?.code).toBe(520003);
    const poll = { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] };
    expect(edit({ poll }, plain)?.code).toBe(520003);
    expect(edit({ poll }, { ...plain, content: '', flags: 128 }, { interaction: true })).toBeUndefined();
  });
});
