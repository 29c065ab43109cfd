import { tidy } from './text-layout.ts';

/** Characters of one text that fonts are chosen for; more are never shown. */
const LONGEST = 600;

/** All texts of a picture in one, whatever it is made of, so that their fonts can be chosen. */
export function textsOf(value: unknown): string {
  if (typeof value === 'string') return tidy(value, LONGEST);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('');
}
