import { Locale } from 'discord-api-types/v10';
import { type Body, lengthOf, model, text } from './fields.ts';
import { at, badChoice, fault, type Spot } from './form.ts';

const LOCALES: readonly string[] = Object.values(Locale);
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** A slash command's or option's name: 1 to 32 letters, digits, `-`, `_`, lower case where the script has cases. */
export function checkName(spot: Spot, body: Body): string | undefined {
  const name = text(spot, body, 'name', { required: true, min: 1, max: 32 });
  if (name !== undefined) checkWord(at(spot, 'name'), name);
  checkLocalizations(spot, body, 'name_localizations', (place, value) => {
    if (isBounded(place, value, 1, 32)) checkWord(place, value);
  });
  return name;
}

function checkWord(spot: Spot, name: string): void {
  if (!NAME.test(name)) fault(spot, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  else if (name !== name.toLowerCase())
    fault(spot, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

/** A name with spaces and capitals, of `min` to `max` characters: context menus and choices. */
export function checkFreeName(spot: Spot, body: Body, max: number): string | undefined {
  checkLocalizations(spot, body, 'name_localizations', (place, value) => isBounded(place, value, 1, max));
  return text(spot, body, 'name', { required: true, min: 1, max });
}

/** 1 to 100 characters. */
export function checkDescription(spot: Spot, body: Body): void {
  text(spot, body, 'description', { required: true, min: 1, max: 100 });
  checkLocalizations(spot, body, 'description_localizations', (place, value) =>
    isBounded(place, value, 1, 100),
  );
}

function isBounded(spot: Spot, value: string, min: number, max: number): boolean {
  const length = lengthOf(value.trim());
  if (length >= min && length <= max) return true;
  fault(spot, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  return false;
}

function checkLocalizations(
  spot: Spot,
  body: Body,
  key: string,
  check: (spot: Spot, value: string) => unknown,
): void {
  const localizations = model(spot, body, key);
  if (!localizations) return;
  for (const [locale, value] of Object.entries(localizations)) {
    const place = at(at(spot, key), locale);
    if (!LOCALES.includes(locale)) badChoice(place, LOCALES);
    else if (value === null || value === undefined) continue;
    else if (typeof value === 'string') check(place, value);
    else fault(place, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
  }
}

/**
 * Characters that count towards a whole command's 8,000: names, descriptions and choice values of every level, each with
 * its longest translation.
 */
export function commandSize(body: Body): number {
  let size = longest(body['name'], body['name_localizations']);
  size += longest(body['description'], body['description_localizations']);
  if (typeof body['value'] === 'string') size += lengthOf(body['value']);
  for (const key of ['options', 'choices']) {
    const below = body[key];
    if (!Array.isArray(below)) continue;
    for (const one of below as unknown[])
      if (typeof one === 'object' && one !== null) size += commandSize(one as Body);
  }
  return size;
}

function longest(value: unknown, localizations: unknown): number {
  let length = typeof value === 'string' ? lengthOf(value) : 0;
  if (typeof localizations !== 'object' || localizations === null) return length;
  for (const one of Object.values(localizations)) {
    if (typeof one === 'string') length = Math.max(length, lengthOf(one));
  }
  return length;
}
