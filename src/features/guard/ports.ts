import type { Result } from '../../discord/failure.ts';
import type { Actor } from '../../discord/interaction.ts';
import type { Delivery } from '../../shared/delivery.ts';
import type { First, FullCard } from './model.ts';

/** Who acts in which server; `now` is UTC ms. */
export interface By {
  guildId: string;
  userId: string;
  now: number;
}

export interface GuardQueue {
  /** With the write that made it necessary. UTC ms. */
  look(guildId: string, at: number): void;
}

/**
 * What Discord says of a first message. `gone`: it is deleted, or its author is not in the server any more. `hidden`:
 * Hearth may not read there, so nobody can be told for certain. `not-new`: its author is staff, or has been there for
 * long.
 */
export type Finding = 'answered' | 'unanswered' | 'gone' | 'hidden' | 'not-new';

export interface Looked {
  finding: Finding;
  /** Where it was asked. UTC ms. */
  joinedAt?: number | undefined;
}

/** Reads Discord; fails only where the same later may work. */
export type LookAt = (first: First) => Promise<Result<Looked>>;

/** What stands in a greeters' channel. */
export interface GuardMessages {
  /** Without a sound. Twice within some minutes is once. */
  post(card: FullCard): Promise<Delivery<{ messageId: string }>>;
  /** Where a former try put it; undefined: nowhere. */
  find(card: FullCard): Promise<Delivery<{ messageId: string }> | undefined>;
  edit(card: FullCard, messageId: string): Promise<Delivery>;
  /** Tells those in charge where they can still be reached. Never throws. */
  cannotPost(card: FullCard, reason: string): Promise<void>;
}

export interface GuardPolicy {
  /** Runs the server or is staff. */
  mayManage: (guildId: string, actor: Pick<Actor, 'roleIds' | 'permissions'>) => boolean;
  /** Asked not to be counted: nothing is kept of them here either. */
  isPaused: (guildId: string, userId: string) => boolean;
  /** Nothing is counted in that channel or thread, as in those for staff. */
  isLeftOut: (guildId: string, placeId: string) => boolean;
}
