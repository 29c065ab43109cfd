import { describe, expect, it } from 'vitest';
import { checkComponents } from '../../../src/sandbox/rules/validate-components.ts';
import { refusalOf } from './refusal.ts';

const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Vote',
  custom_id,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ label: `o${i}`, value: `v${i}` }));
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: options(3), ...more });
const v1 = (...components: unknown[]) =>
  refusalOf(() => checkComponents({ components }, { v2: false }))?.faults;
const v2 = (...components: unknown[]) =>
  refusalOf(() => checkComponents({ components }, { v2: true }))?.faults;

describe('components of a message without the V2 flag', () => {
  it('are up to five rows of up to five buttons', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => row(button(`b${i}`)));
    expect(v1(...rows(5))).toBeUndefined();
    expect(v1(...rows(6))).toEqual(['components BASE_TYPE_MAX_LENGTH']);
    expect(v1(row(...Array.from({ length: 6 }, (_, i) => button(`b${i}`))))).toEqual([
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ]);
    expect(v1(row())).toEqual(['components.0.components BASE_TYPE_BAD_LENGTH']);
  });

  it('never contain parts of the V2 kit', () => {
    expect(v1(text('hello'))).toEqual(['components.0 UNION_TYPE_CHOICES']);
    expect(v1({ type: 17, components: [text('hello')] })).toEqual(['components.0 UNION_TYPE_CHOICES']);
    expect(v1(row(text('hello')))).toEqual(['components.0.components.0 UNION_TYPE_CHOICES']);
  });

  it('give a select the whole row', () => {
    expect(v1(row(select()))).toBeUndefined();
    expect(v1(row(select(), button('b')))).toEqual([
      'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ]);
  });

  it('are objects', () => {
    expect(v1('row', null)).toEqual(['components.0 MODEL_TYPE_CONVERT', 'components.1 MODEL_TYPE_CONVERT']);
    expect(refusalOf(() => checkComponents({ components: 'x' }, { v2: false }))?.faults).toEqual([
      'components LIST_TYPE_CONVERT',
    ]);
  });
});

describe('buttons', () => {
  const one = (more: object) => v1(row({ type: 2, ...more }));
  const path = 'components.0.components.0';

  it('need a style, a label or emoji, and a custom id', () => {
    expect(one({ label: 'a', custom_id: 'a' })).toEqual([`${path}.style BASE_TYPE_REQUIRED`]);
    expect(one({ style: 7, label: 'a', custom_id: 'a' })).toEqual([`${path}.style BASE_TYPE_CHOICES`]);
    expect(one({ style: 1, label: 'a' })).toEqual([`${path}.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED`]);
    expect(one({ style: 1, custom_id: 'a' })).toEqual([`${path} BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED`]);
    expect(one({ style: 1, custom_id: 'a', emoji: { name: '☕' } })).toBeUndefined();
  });

  it('have labels of 80 and custom ids of 100 characters at most, counted as characters', () => {
    expect(one({ style: 1, label: '☕️'.repeat(40), custom_id: 'i'.repeat(100) })).toBeUndefined();
    expect(one({ style: 1, label: '🎉'.repeat(80), custom_id: 'i' })).toBeUndefined();
    expect(one({ style: 1, label: 'l'.repeat(81), custom_id: 'i'.repeat(101) })).toEqual([
      `${path}.label BASE_TYPE_MAX_LENGTH`,
      `${path}.custom_id BASE_TYPE_BAD_LENGTH`,
    ]);
    expect(one({ style: 1, label: 'l', custom_id: '' })).toEqual([`${path}.custom_id BASE_TYPE_REQUIRED`]);
  });

  it('are links with an address of a known scheme and no custom id', () => {
    expect(one({ style: 5, label: 'a', url: 'https://example.com' })).toBeUndefined();
    expect(one({ style: 5, label: 'a' })).toEqual([`${path}.url BASE_TYPE_REQUIRED`]);
    expect(one({ style: 5, label: 'a', url: 'ftp://example.com' })).toEqual([
      `${path}.url URL_TYPE_INVALID_SCHEME`,
    ]);
    expect(one({ style: 5, label: 'a', url: 'example' })).toEqual([`${path}.url URL_TYPE_INVALID_URL`]);
    expect(one({ style: 5, label: 'a', url: `https://e.com/${'a'.repeat(512)}` })).toEqual([
      `${path}.url BASE_TYPE_MAX_LENGTH`,
    ]);
    const both = [`${path} BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`];
    expect(one({ style: 5, label: 'a', url: 'https://example.com', custom_id: 'a' })).toEqual(both);
    expect(one({ style: 1, label: 'a', url: 'https://example.com', custom_id: 'a' })).toEqual(both);
  });

  it('are premium with a SKU and nothing else', () => {
    expect(one({ style: 6, sku_id: '1' })).toBeUndefined();
    expect(one({ style: 6 })).toEqual([`${path}.sku_id BASE_TYPE_REQUIRED`]);
    expect(one({ style: 6, sku_id: '1', label: 'a' })).toEqual([
      `${path}.label BUTTON_COMPONENT_PREMIUM_INVALID`,
    ]);
  });

  it.each([
    ['☕', true],
    ['☕️', true],
    ['❤', true],
    ['👩‍🚀', true],
    ['👍🏽', true],
    ['1️⃣', true],
    ['🇩🇪', true],
    ['coffee', false],
    [':coffee:', false],
    ['☕☕', false],
    ['1', false],
    ['', false],
  ])('take %s as an emoji: %s', (name, fine) => {
    const faults = one({ style: 1, custom_id: 'a', emoji: { name } });
    expect(faults).toEqual(fine ? undefined : [`${path}.emoji BUTTON_COMPONENT_INVALID_EMOJI`]);
  });

  it('take custom emoji that the bot can use', () => {
    const emoji = { id: '5', name: 'beans' };
    const known = (...ids: string[]) =>
      refusalOf(() =>
        checkComponents({ components: [row(button('a', { emoji }))] }, { v2: false, emojiIds: new Set(ids) }),
      )?.faults;
    expect(known('5')).toBeUndefined();
    expect(known('6')).toEqual([`${path}.emoji BUTTON_COMPONENT_INVALID_EMOJI`]);
  });

  it('never share a custom id, not even across rows and sections', () => {
    const section = { type: 9, components: [text('a')], accessory: button('same') };
    expect(v1(row(button('same')), row(button('other'), button('same')))).toEqual([
      'components.1.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
    expect(v2({ type: 17, components: [section] }, row(button('same')))).toEqual([
      'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });
});

describe('selects', () => {
  const one = (more: object) => v1(row(select(more)));
  const path = 'components.0.components.0';

  it('offer 1 to 25 options with values of their own', () => {
    expect(one({ options: options(25) })).toBeUndefined();
    expect(one({ options: options(26) })).toEqual([`${path}.options BASE_TYPE_BAD_LENGTH`]);
    expect(one({ options: [] })).toEqual([`${path}.options BASE_TYPE_BAD_LENGTH`]);
    expect(one({ options: undefined })).toEqual([`${path}.options BASE_TYPE_REQUIRED`]);
    expect(one({ options: [...options(2), { label: 'again', value: 'v0' }] })).toEqual([
      `${path}.options.2 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
    ]);
  });

  it('bound label, value, description and placeholder', () => {
    const long = 'x'.repeat(101);
    expect(
      one({ options: [{ label: long, value: long, description: long }], placeholder: 'x'.repeat(151) }),
    ).toEqual([
      `${path}.placeholder BASE_TYPE_MAX_LENGTH`,
      `${path}.options.0.label BASE_TYPE_BAD_LENGTH`,
      `${path}.options.0.value BASE_TYPE_BAD_LENGTH`,
      `${path}.options.0.description BASE_TYPE_MAX_LENGTH`,
    ]);
  });

  it('keep min and max values inside each other and the options', () => {
    expect(one({ min_values: 0, max_values: 3 })).toBeUndefined();
    expect(one({ max_values: 4 })).toEqual([
      `${path}.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS`,
    ]);
    expect(one({ min_values: 3, max_values: 2 })).toEqual([
      `${path}.min_values SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX`,
    ]);
    expect(one({ min_values: -1 })).toEqual([`${path}.min_values NUMBER_TYPE_MIN`]);
    expect(one({ max_values: 0 })).toEqual([`${path}.max_values NUMBER_TYPE_MIN`]);
    expect(one({ max_values: 26 })).toEqual([`${path}.max_values NUMBER_TYPE_MAX`]);
    expect(one({ max_values: '2' })).toEqual([`${path}.max_values NUMBER_TYPE_COERCE`]);
  });

  it('preselect no more than may be chosen', () => {
    const chosen = options(3).map((option) => ({ ...option, default: true }));
    expect(one({ options: chosen, max_values: 3 })).toBeUndefined();
    expect(one({ options: chosen, max_values: 2 })).toEqual([
      `${path} SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
    ]);
  });

  it('of people, roles and channels take fitting defaults', () => {
    const auto = (type: number, more: object) => v1(row({ type, custom_id: 's', ...more }));
    expect(auto(5, { default_values: [{ id: '1', type: 'user' }] })).toBeUndefined();
    expect(auto(6, { default_values: [{ id: '1', type: 'user' }] })).toEqual([
      `${path}.default_values.0.type BASE_TYPE_CHOICES`,
    ]);
    expect(auto(8, { channel_types: [0, 15] })).toBeUndefined();
    expect(auto(8, { channel_types: [99] })).toEqual([`${path}.channel_types.0 BASE_TYPE_CHOICES`]);
  });
});

describe('components of a message with the V2 flag', () => {
  it('are at most 40, counted through every level', () => {
    const section = (i: number) => ({ type: 9, components: [text('a')], accessory: button(`b${i}`) });
    const sections = Array.from({ length: 12 }, (_, i) => section(i));
    const container = { type: 17, components: sections };
    expect(v2(container, text('a'), text('b'), text('c'))).toBeUndefined();
    expect(v2(container, text('a'), text('b'), text('c'), text('d'))).toEqual([
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ]);
  });

  it('show 4,000 characters of text in total', () => {
    expect(v2(text('a'.repeat(2000)), { type: 17, components: [text('b'.repeat(2000))] })).toBeUndefined();
    expect(v2(text('a'.repeat(2000)), { type: 17, components: [text('b'.repeat(2001))] })).toEqual([
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ]);
  });

  it('break Discord itself above 10,158 bytes of text', () => {
    const japanese = (count: number) =>
      refusalOf(() => checkComponents({ components: [text('あ'.repeat(count))] }, { v2: true }));
    expect(japanese(3386)).toBeUndefined();
    expect(japanese(3387)).toEqual({ status: 500, code: 0, faults: [] });
  });

  it('nest only as Discord allows', () => {
    expect(v2(button('a'))).toEqual(['components.0 UNION_TYPE_CHOICES']);
    expect(v2({ type: 17, components: [{ type: 17, components: [text('a')] }] })).toEqual([
      'components.0.components.0 UNION_TYPE_CHOICES',
    ]);
    expect(v2({ type: 9, components: [button('a')], accessory: button('b') })).toEqual([
      'components.0.components.0 UNION_TYPE_CHOICES',
    ]);
    expect(v2({ type: 18, label: 'a', component: {} })).toEqual(['components.0 UNION_TYPE_CHOICES']);
  });

  it('give a section 1 to 3 texts and one accessory', () => {
    const accessory = { type: 11, media: { url: 'https://example.com/a.png' } };
    expect(v2({ type: 9, components: [text('a'), text('b'), text('c')], accessory })).toBeUndefined();
    expect(v2({ type: 9, components: [], accessory })).toEqual([
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ]);
    expect(v2({ type: 9, components: [text('a')] })).toEqual(['components.0.accessory BASE_TYPE_REQUIRED']);
    expect(v2({ type: 9, components: [text('a')], accessory: select() })).toEqual([
      'components.0.accessory UNION_TYPE_CHOICES',
    ]);
  });

  it('show galleries of 1 to 10 items, each with an address or a file of the message', () => {
    const item = (url: string, more: object = {}) => ({ media: { url }, ...more });
    const gallery = (...items: object[]) =>
      refusalOf(() =>
        checkComponents(
          { components: [{ type: 12, items }] },
          { v2: true, attachmentNames: new Set(['a.png']) },
        ),
      )?.faults;
    expect(gallery(item('attachment://a.png', { description: 'd'.repeat(1024) }))).toBeUndefined();
    expect(gallery()).toEqual(['components.0.items BASE_TYPE_BAD_LENGTH']);
    expect(gallery(...Array.from({ length: 11 }, () => item('https://e.com/a.png')))).toEqual([
      'components.0.items BASE_TYPE_BAD_LENGTH',
    ]);
    expect(gallery(item('attachment://b.png'))).toEqual([
      'components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ]);
    expect(gallery(item('https://e.com/a.png', { description: 'd'.repeat(1025) }))).toEqual([
      'components.0.items.0.description BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it('show files only from the message itself', () => {
    expect(v2({ type: 13, file: { url: 'attachment://a.pdf' } })).toBeUndefined();
    expect(v2({ type: 13, file: { url: 'https://e.com/a.pdf' } })).toEqual([
      'components.0.file.url URL_TYPE_INVALID_SCHEME',
    ]);
  });

  it('number themselves uniquely and colour within 24 bits', () => {
    expect(v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 })).toEqual([
      'components.1.id COMPONENT_ID_DUPLICATED',
    ]);
    expect(v2({ type: 17, accent_color: 0x1_00_00_00, components: [text('a')] })).toEqual([
      'components.0.accent_color NUMBER_TYPE_MAX',
    ]);
    expect(v2({ type: 14, spacing: 3 })).toEqual(['components.0.spacing BASE_TYPE_CHOICES']);
  });
});
