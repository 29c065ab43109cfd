/**
 * A refusal that a person should read. `code` is the key of a sentence in i18n (for example
 * `polls.refusals.closed`), `params` fill it; the words are chosen at the edge, in the presser's language.
 * Thrown inside a write it rolls the write back.
 */
export class UserError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: Code, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }
}
