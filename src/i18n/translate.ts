import type { Messages } from './messages.ts';

export type Locale = 'en' | 'de';

/** Words for a key. Compile error for an unknown key or a missing parameter. */
export interface Translate {
  <K extends keyof Messages>(key: K, ...params: Messages[K]): string;
  readonly locale: Locale;
}
