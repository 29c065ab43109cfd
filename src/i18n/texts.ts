/** The shape that a translation must have: the same keys as English, any words. A missing key is a compile error. */
export type Texts<English> = {
  readonly [K in keyof English]: English[K] extends string ? string : Texts<English[K]>;
};
