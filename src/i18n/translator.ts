import { IntlMessageFormat } from 'intl-messageformat';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';
import type { Messages } from './messages.ts';
import type { Texts } from './texts.ts';
import type { Locale, Translate } from './translate.ts';

type Parameters = Readonly<Record<string, string | number>>;
type Render = (parameters: Parameters | undefined) => string;

const dictionaries: Record<Locale, Texts<typeof en>> = { en, de };
const translators = new Map<Locale, Translate>();

/** Every language that Hearth speaks; English first, because it is the fallback. */
export const locales: readonly Locale[] = Object.keys(dictionaries).filter((name) => isLocale(name));

function isLocale(name: string): name is Locale {
  return Object.hasOwn(dictionaries, name);
}

/** The translator of a language. Messages are compiled on first use and kept. */
export function translatorFor(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const texts = flatten(dictionaries[locale]);
  const compiled = new Map<string, Render>();
  const translate = (key: string, parameters?: Parameters): string => {
    const text = texts.get(key);
    if (text === undefined) throw new RangeError(`no message with the key ${key}`);
    let render = compiled.get(key);
    if (!render) compiled.set(key, (render = compile(text, locale)));
    return render(parameters);
  };
  const translator = Object.assign(translate, { locale });
  translators.set(locale, translator);
  return translator;
}

/** The language for what Discord reports (`de`, `en-GB`, `pt-BR`); English where Hearth does not speak it. */
export function localeFor(discordLocale: string | undefined): Locale {
  const language = discordLocale?.split('-')[0];
  return language !== undefined && isLocale(language) ? language : 'en';
}

/** Whether a code that is only known at run time (of a UserError) has a sentence. */
export function isMessageKey(code: string): code is keyof Messages {
  return englishKeys.has(code);
}

/**
 * The sentence for a code that is only known at run time, or undefined if there is none or a parameter is
 * missing: a poor refusal must not become a crash.
 */
export function sentenceFor(t: Translate, code: string, parameters: Parameters): string | undefined {
  if (!isMessageKey(code)) return undefined;
  try {
    return (t as (key: string, parameters: Parameters) => string)(code, parameters);
  } catch {
    return undefined;
  }
}

/** All texts of a language by full key, for tests and for Discord's localisations. */
export function textsOf(locale: Locale): ReadonlyMap<string, string> {
  return flatten(dictionaries[locale]);
}

const englishKeys = flatten(en);

/** `ignoreTag`, because `<@123>` and `<t:0:R>` are Discord's marks, not markup. */
function compile(text: string, locale: Locale): Render {
  if (!text.includes('{')) return () => text;
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return (parameters) => String(message.format(parameters));
}

function flatten(tree: object, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}
