import type { PlainKey } from './messages.ts';
import type { Locale } from './translate.ts';
import { locales, translatorFor } from './translator.ts';

type Localizations = Partial<Record<Exclude<Locale, 'en'>, string>>;

/**
 * A name with its translations, as Discord wants commands, options and choices: spread it into the object.
 * Names of slash commands and options are lower case, 1 to 32 characters, and the dictionaries must keep to it.
 */
export function nameTexts(key: PlainKey): { name: string; name_localizations: Localizations } {
  return { name: english(key), name_localizations: translations(key) };
}

/** A description (1 to 100 characters) with its translations; spread it into the object. */
export function descriptionTexts(key: PlainKey): {
  description: string;
  description_localizations: Localizations;
} {
  return { description: english(key), description_localizations: translations(key) };
}

function english(key: PlainKey): string {
  return plain('en', key);
}

function translations(key: PlainKey): Localizations {
  const others = locales.filter((locale) => locale !== 'en');
  return Object.fromEntries(others.map((locale) => [locale, plain(locale, key)]));
}

function plain(locale: Locale, key: PlainKey): string {
  return (translatorFor(locale) as (key: PlainKey) => string)(key);
}
