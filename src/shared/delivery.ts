/** What became of something for Discord. `sent` carries what the caller has to know about it. */
export type Delivery<T = object> = ({ kind: 'sent' } & T) | Undelivered;

export type Undelivered =
  /** The message, channel or thread does not exist any more. */
  | { kind: 'gone' }
  /** A permission is missing, or Discord finds the body wrong; `reason` names it for an admin. */
  | { kind: 'forbidden'; reason: string }
  /** Worth another try, not before `after` ms if given. */
  | { kind: 'retry'; reason: string; after?: number };

/** What makes a post happen once: the nonce for Discord, and whether a former try may have arrived. */
export interface Once {
  /** At most 25 characters, the same on every try. */
  nonce: string;
  mayHaveHappened: boolean;
}
