import type { en } from './locales/en.ts';

/**
 * Every message by its full key (`feature.key` or `feature.group.key`), with the tuple of parameters that its
 * English ICU text names. Derived by the compiler, so that an unknown key, a forgotten parameter or a word
 * where a plural needs a number does not compile.
 */
export type Messages = { [E in Entries<typeof en, ''> as E['key']]: ParametersOf<E['text']> };

/** Keys whose texts need no parameter, as Discord's command names and descriptions. */
export type PlainKey = { [K in keyof Messages]: Messages[K] extends [] ? K : never }[keyof Messages];

type Entries<Tree, Prefix extends string> = {
  [K in keyof Tree & string]: Tree[K] extends string
    ? { key: `${Prefix}${K}`; text: Tree[K] }
    : Entries<Tree[K], `${Prefix}${K}.`>;
}[keyof Tree & string];

type ParametersOf<Text> = Text extends string ? AsTuple<InText<Text, never>> : never;

type AsTuple<Found extends [string, string]> = [Found] extends [never] ? [] : [parameters: ByName<Found>];

type ByName<Found extends [string, string]> = {
  readonly [Name in Found[0]]: ValueOf<Extract<Found, [Name, string]>[1]>;
};

type ValueOf<Kinds> =
  Extract<Kinds, 'plural' | 'selectordinal' | 'number'> extends never
    ? 'select' extends Kinds
      ? string
      : string | number
    : number;

/**
 * Walks a text up to its next brace. ICU alternates: an argument opens in text, its arms open text again, so
 * a closing brace in text leads back to the arms, and one among the arms back to text.
 */
type InText<S extends string, Found extends [string, string]> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Rest}`
    ? InArms<`${Rest}{${After}`, Found>
    : After extends `${infer Head}}${infer Tail}`
      ? Head extends `${infer Name},${infer Kind},${string}`
        ? InArms<After, Found | [Trim<Name>, Trim<Kind>]>
        : Head extends `${infer Name},${infer Kind}`
          ? InText<Tail, Found | [Trim<Name>, Trim<Kind>]>
          : InText<Tail, Found | [Trim<Head>, 'text']>
      : Found
  : Found;

type InArms<S extends string, Found extends [string, string]> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Rest}`
    ? InText<`${Rest}{${After}`, Found>
    : InText<After, Found>
  : Found;

type Trim<S extends string> = S extends ` ${infer Rest}` | `\n${infer Rest}`
  ? Trim<Rest>
  : S extends `${infer Rest} ` | `${infer Rest}\n`
    ? Trim<Rest>
    : S;
