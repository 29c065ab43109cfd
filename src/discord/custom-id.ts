import { limits } from './limits.ts';

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

const maxSnowflake = 2n ** 64n - 1n;

function field<T>(
  what: string,
  write: (value: T) => string,
  read: (text: string) => T | undefined,
): Field<T> {
  return {
    read,
    write(value) {
      const text = write(value);
      if (read(text) !== value) throw new RangeError(`a custom id cannot hold this ${what}`);
      return text;
    },
  };
}

/** A whole number from 0 to 2^53 - 1, for row ids and option indexes. */
export const integer: Field<number> = field('number', String, (text) => {
  if (!/^(?:0|[1-9]\d{0,15})$/u.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
});

/** A Discord id: an unsigned 64-bit number in decimal digits. */
export const snowflake: Field<string> = field('snowflake', String, (text) =>
  /^[1-9]\d{0,19}$/u.test(text) && BigInt(text) <= maxSnowflake ? text : undefined,
);

/** One of a closed set of words; the words go into the id as they are. */
export function oneOf<const Words extends readonly string[]>(...words: Words): Field<Words[number]> {
  const bad = words.find((word) => !/^[\w.-]+$/u.test(word));
  if (bad !== undefined) throw new RangeError(`"${bad}" cannot stand in a custom id`);
  const known = new Set<string>(words);
  return field(
    'word',
    (word: Words[number]) => word,
    (text) => (known.has(text) ? text : undefined),
  );
}

/** A short free text as base64url (a third longer than its UTF-8); mind the 100 characters of the whole id. */
export const text: Field<string> = field(
  'text',
  (value) => Buffer.from(value, 'utf8').toString('base64url'),
  (written) => {
    const bytes = Buffer.from(written, 'base64url');
    if (bytes.toString('base64url') !== written) return undefined;
    const value = bytes.toString('utf8');
    return Buffer.from(value, 'utf8').equals(bytes) ? value : undefined;
  },
);

/** What stands before the fields: the router finds the handler by it. */
export function customIdPrefix(customId: string): string {
  const first = customId.indexOf(':');
  const second = first < 0 ? -1 : customId.indexOf(':', first + 1);
  return second < 0 ? customId : customId.slice(0, second);
}

/**
 * Declares a custom id. `name` is unique among components of one kind; raise `version` when the fields change,
 * so that old controls are told apart from new ones. Fields are written in the order given here.
 */
export function customId<Fields extends object>(
  name: string,
  version: number,
  types: { readonly [K in keyof Fields]: Field<Fields[K]> },
): CustomId<Fields> {
  if (!/^[a-z][a-z0-9.-]*$/u.test(name)) throw new RangeError(`"${name}" cannot name a custom id`);
  const prefix = `${name}:v${version}`;
  const keys = Object.keys(types);
  const fields = Object.values<Field<unknown>>(types);

  return {
    name,
    version,
    build(values) {
      const written = fields.map((type, index) =>
        type.write((values as Record<string, unknown>)[keys[index]!]),
      );
      const id = [prefix, ...written].join(':');
      if (id.length > limits.customId)
        throw new RangeError(`custom id ${name} is ${id.length} characters long`);
      return id;
    },
    parse(id) {
      if (id.length > limits.customId) return undefined;
      const parts = id.split(':');
      if (parts.length !== fields.length + 2 || `${parts[0]}:${parts[1]}` !== prefix) return undefined;
      const values: Record<string, unknown> = {};
      for (const [index, type] of fields.entries()) {
        const value = type.read(parts[index + 2]!);
        if (value === undefined) return undefined;
        values[keys[index]!] = value;
      }
      return values as Fields;
    },
  };
}
