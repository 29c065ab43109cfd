import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { descriptionTexts, nameTexts } from '../../src/i18n/command-texts.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import {
  isMessageKey,
  localeFor,
  locales,
  sentenceFor,
  textsOf,
  translatorFor,
} from '../../src/i18n/translator.ts';

const t = translatorFor('en');
const de = translatorFor('de');

describe('what members read', () => {
  it('comes in their own language, with plurals', () => {
    expect(t('kit.refusals.rateLimited', { seconds: 1 })).toContain('1 second.');
    expect(t('kit.refusals.rateLimited', { seconds: 2 })).toContain('2 seconds.');
    expect(de('kit.refusals.rateLimited', { seconds: 1 })).toContain('1 Sekunde ');
    expect(de('kit.refusals.rateLimited', { seconds: 2000 })).toContain('2.000 Sekunden ');
  });

  it('keeps marks of Discord and apostrophes as they are', () => {
    const said = t('kit.refusals.missingPermission', { permissions: `<@&1> <t:0:R> it's {x} 'y'` });
    expect(said).toContain(`<@&1> <t:0:R> it's {x} 'y'`);
  });

  it('falls back to English for languages that Hearth does not speak', () => {
    const reported = ['de', 'en-GB', 'en-US', 'pt-BR', undefined, '', 'toString'];
    expect(reported.map(localeFor)).toEqual(['de', 'en', 'en', 'en', 'en', 'en', 'en']);
  });

  it('is refused by the compiler for an unknown key or a missing parameter', () => {
    expectTypeOf<Messages['kit.refusals.rateLimited']>().toEqualTypeOf<
      [parameters: { readonly seconds: number }]
    >();
    expectTypeOf<Messages['kit.refusals.missingPermission']>().toEqualTypeOf<
      [parameters: { readonly permissions: string | number }]
    >();
    expectTypeOf<Messages['kit.refusals.couldNotSave']>().toEqualTypeOf<[]>();
    // @ts-expect-error unknown key
    expect(() => t('kit.refusals.nothing')).toThrow(RangeError);
    // @ts-expect-error missing parameter
    expect(() => t('kit.refusals.rateLimited')).toThrow();
    // @ts-expect-error a plural needs a number
    t('kit.refusals.rateLimited', { seconds: 'two' });
  });
});

describe('a refusal whose code is only known at run time', () => {
  it('is worded when its sentence exists', () => {
    expect(isMessageKey('kit.refusals.tooLate')).toBe(true);
    expect(sentenceFor(de, 'kit.refusals.tooLate', {})).toBe(de('kit.refusals.tooLate'));
  });

  it('never becomes a crash when its sentence or a parameter is missing', () => {
    expect(isMessageKey('kit.refusals')).toBe(false);
    expect(sentenceFor(t, 'nothing.like.it', {})).toBeUndefined();
    expect(sentenceFor(t, 'kit.refusals.rateLimited', {})).toBeUndefined();
  });
});

describe('the texts of commands', () => {
  it('carry their translations beside the English ones', () => {
    expect(nameTexts('kit.permissions.ManageGuild')).toEqual({
      name: 'Manage Server',
      name_localizations: { de: 'Server verwalten' },
    });
    expect(descriptionTexts('kit.permissions.ViewChannel')).toEqual({
      description: 'View Channel',
      description_localizations: { de: 'Kanal ansehen' },
    });
  });
});

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> };

/** Names and kinds of the parameters, whatever their order; `1` is ICU's plain argument. */
function parametersIn(parts: Part[]): string[] {
  const found = parts.flatMap((part) => [
    ...(part.type === 0 || part.type === 7 ? [] : [`${part.value}:${part.type}`]),
    ...Object.values(part.options ?? {}).flatMap((option) => parametersIn(option.value)),
  ]);
  return [...new Set(found)].sort();
}

const parametersOf = (text: string) =>
  parametersIn(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());

describe.each(locales.map((locale) => [locale]))('the dictionary of %s', (locale) => {
  const english = textsOf('en');
  const texts = textsOf(locale);

  it('has a text for every key and no other', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() !== text || text === '')).toEqual([]);
  });

  it('names the same parameters in each text as English does', () => {
    const differing = [...texts].filter(
      ([key, text]) => String(parametersOf(text)) !== String(parametersOf(english.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });
});
