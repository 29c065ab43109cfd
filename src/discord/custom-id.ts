/** One kind of field in a custom id: how it is written (never with a colon) and how it is read back. */
export interface Field<T> {
  write(value: T): string;
  /** Returns undefined for anything that `write` would not have produced. */
  read(text: string): T | undefined;
}

/** A typed custom id: `name:v1:field:field`. It carries identity, never authority. */
export interface CustomId<Fields> {
  readonly name: string;
  readonly version: number;
  /** Throws RangeError if the result is longer than Discord's 100 characters. */
  build(fields: Fields): string;
  /** Undefined for a foreign name, another version, a missing, extra or malformed field. */
  parse(customId: string): Fields | undefined;
}
