import type { Locale } from '../../i18n/translate.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import type { Ballot, Draft, Poll, PollInput, PollResult, PollStatus, Tally } from './model.ts';

/**
 * What the poll feature offers to its surface (commands, components, views) and what it needs from outside.
 * Every use case is synchronous. Those marked "write" belong inside `writer.write(() => service.x(...))`;
 * the others only read and are called directly. All refuse by throwing a UserError with a RefusalCode.
 */

/** Every refusal's i18n key is `polls.refusals.<code>`; the comment lists its parameters. */
export type RefusalCode =
  | 'polls.refusals.not-found' // no such poll in this server (also: forged or foreign id)
  | 'polls.refusals.not-open-yet' // opensAt: epoch SECONDS for <t:…>
  | 'polls.refusals.closed' // closedAt: epoch SECONDS for <t:…>
  | 'polls.refusals.cancelled'
  | 'polls.refusals.wrong-channel' // channel: mention text of the poll's channel
  | 'polls.refusals.role-needed' // roles: "<@&1>, <@&2>" mention text
  | 'polls.refusals.no-such-option'
  | 'polls.refusals.too-many-choices' // max
  | 'polls.refusals.wrong-kind' // the change does not fit the kind of poll (an outdated control)
  | 'polls.refusals.already-ranked' // option is already in the ranking
  | 'polls.refusals.nothing-to-withdraw'
  | 'polls.refusals.may-not-create'
  | 'polls.refusals.may-not-write' // channel: mention text of a channel where this person may only read
  | 'polls.refusals.may-not-manage' // only the creator or staff
  | 'polls.refusals.draft-gone' // unknown, foreign, cancelled or purged draft
  | 'polls.refusals.not-your-draft'
  | 'polls.refusals.draft-incomplete' // problems remain; show them
  | 'polls.refusals.draft-too-late' // the closing time has come too near or passed since the preview
  | 'polls.refusals.too-many-open' // max: open and scheduled polls per server
  | 'polls.refusals.not-closed' // reopen asks for a closed poll
  | 'polls.refusals.sealed-stays-closed' // a sealed poll cannot be reopened: its key is gone
  | 'polls.refusals.message-gone' // reopen: the poll's message does not exist any more
  | 'polls.refusals.close-too-soon' // a new closing time less than a minute away
  | 'polls.refusals.close-too-far' // days: at most 366 days after opening
  | 'polls.refusals.not-extended' // the new closing time is not after the present one
  | 'polls.refusals.time-not-understood' // text
  | 'polls.refusals.time-unclear' // text, rest: the part of it that was not understood
  | 'polls.refusals.time-half-of-day' // text: am or pm is missing
  | 'polls.refusals.time-in-the-past' // text
  | 'polls.refusals.results-hidden' // counts are not shown to this person yet
  | 'polls.refusals.names-hidden' // staff-blind or sealed: nobody sees who voted
  | 'polls.refusals.not-repeating'
  | 'polls.refusals.export-later'; // counts are hidden until closing, also from the creator

/** Every problem's i18n key; `line` counts the option lines from 1. */
export type ProblemCode =
  | 'polls.problems.question-missing'
  | 'polls.problems.question-too-long' // max, length
  | 'polls.problems.options-too-few' // min, count
  | 'polls.problems.options-too-many' // max, count
  | 'polls.problems.option-empty' // line (an emoji without words)
  | 'polls.problems.option-too-long' // line, max, length
  | 'polls.problems.option-twice' // line, option
  | 'polls.problems.max-choices' // max
  | 'polls.problems.closes-not-understood' // text
  | 'polls.problems.closes-unclear' // text, rest: the part of it that was not understood
  | 'polls.problems.closes-half-of-day' // text
  | 'polls.problems.closes-in-the-past' // text
  | 'polls.problems.closes-too-soon' // minutes: at least this after opening
  | 'polls.problems.closes-too-late' // days: at most this after opening
  | 'polls.problems.opens-not-understood' // text
  | 'polls.problems.opens-unclear' // text, rest
  | 'polls.problems.opens-half-of-day' // text
  | 'polls.problems.opens-in-the-past' // text
  | 'polls.problems.opens-too-late' // days from now at most
  | 'polls.problems.repeats-too-fast' // days: the poll must be over before the next begins
  | 'polls.problems.weight-range' // min, max
  | 'polls.problems.weight-twice' // role: mention text
  | 'polls.problems.too-many-roles' // max
  | 'polls.problems.quorum-range'; // min, max

/** Whoever acts, from the interaction itself (the kit's `Actor` fits). */
export interface PollActor {
  userId: string;
  roleIds: readonly string[];
  /** Permission bits in the channel. */
  permissions: bigint;
}

export interface Call {
  guildId: string;
  actor: PollActor;
  /** UTC ms. */
  now: number;
}

/** Rules of the server that settings decide. Implemented by the settings feature, read from memory or by key. */
export interface PollPolicy {
  /** IANA name, used to understand and repeat wall-clock times. */
  timeZone(guildId: string): string;
  mayCreate(guildId: string, actor: PollActor): boolean;
  /** Staff: may close, extend, reopen, cancel and export everybody's polls. */
  mayManage(guildId: string, actor: PollActor): boolean;
}

/** A change to the presser's ballot. Every change is keyed by its interaction id: a replay changes nothing. */
export type BallotChange =
  /** single, rating: replaces the vote. ranked with exactly this as the whole ranking is `set`. */
  | { kind: 'choose'; option: number }
  /** multiple: adds the option or takes it away (taking the last one away withdraws the vote). */
  | { kind: 'toggle'; option: number }
  /** multiple (any order), ranked (best first), single and rating (one): the whole ballot; [] withdraws. */
  | { kind: 'set'; options: readonly number[] }
  /** ranked: puts the option next in the ranking. */
  | { kind: 'rank-next'; option: number }
  /** ranked: takes the last pick back (the first one withdraws the vote). */
  | { kind: 'rank-undo' }
  /** any kind: takes the whole vote back. */
  | { kind: 'withdraw' };

/** Where a poll stands by the clock: after `closesAt` it is closed even before any job ran. */
export type Phase = 'scheduled' | 'open' | 'closed' | 'cancelled';

/** What everybody may see of a poll at one instant: all that a public view needs. */
export interface PollState {
  poll: Poll;
  phase: Phase;
  /** People who voted; always public. */
  voters: number;
  /** The counts that everybody may see now; undefined while hidden (see `hidden`). */
  shown: Tally | undefined;
  /** Why the counts are not shown. `too-few`: under 5 votes in a poll that is not open. */
  hidden: 'after-voting' | 'at-closing' | 'too-few' | undefined;
  /** Once closed (by the clock or by hand); undefined before and for cancelled polls. */
  result: PollResult | undefined;
}

export interface VoteOutcome {
  state: PollState;
  /** What Hearth now holds for this person; [] when nothing. */
  ballot: Ballot;
  /** The counts that this person may see now (adds `after-voting` for those who voted). */
  tally: Tally | undefined;
  /** False for a replay, or a press that asked for what was already so. */
  changed: boolean;
  /** The weight that was frozen with the vote; 1 without a vote. */
  weight: number;
  /** True when this vote settled the poll and it has just been closed (then `state.phase` is closed). */
  settled: boolean;
}

export interface Page<T> {
  rows: readonly T[];
  /** 0-based page number that was really given (clamped) and how many there are (at least 1). */
  page: number;
  pages: number;
  total: number;
}

/** A line in a list. */
export interface PollSummary {
  id: number;
  question: string;
  channelId: string;
  messageId: string | undefined;
  phase: Phase;
  opensAt: number | undefined;
  closesAt: number;
  closedAt: number | undefined;
  voters: number;
}

export interface PollService {
  // --- drafts (private to their creator) ---

  /**
   * Write. Starts a draft from whatever is known (slash options, a message's text, nothing). Text that is not
   * understood is kept as typed and named in `problems`; an empty closing time means one day after opening.
   * The same `interactionId` finds the same draft.
   * `locale` is the presser's: it decides how times are read.
   */
  createDraft(
    call: Call & {
      channelId: string;
      /** Where that is a public thread. */
      parentId?: string | undefined;
      interactionId: string;
      locale: Locale;
      input: Partial<PollInput>;
    },
  ): Draft;
  /** Write. Merges the typed input over what the draft holds and understands it anew. */
  changeDraft(call: Call & { draftId: number; locale: Locale; input: Partial<PollInput> }): Draft;
  /** Read. The draft, for its creator only. */
  findDraft(call: Call & { draftId: number }): Draft;
  /** Write. Cancelling twice is fine; a published draft stays published. */
  cancelDraft(call: Call & { draftId: number }): void;
  /**
   * Write. Creates the poll and its jobs (post now, or at `opensAt`; close at `closesAt`). A second press finds
   * the same poll with `first: false`.
   */
  publish(call: Call & { draftId: number }): { poll: Poll; first: boolean };

  // --- voting ---

  /**
   * Write. `channelId` is where the control was pressed: the poll's channel or its thread. `eligible` is how many people may vote, where known
   * (only a role restriction or a member count tells); without it a poll never closes early for being settled.
   */
  castVote(
    call: Call & {
      channelId: string;
      pollId: number;
      interactionId: string;
      change: BallotChange;
      eligible?: number;
    },
  ): VoteOutcome;
  /** Read. What Hearth holds for this person and what they may see. Sealed and closed: always []. */
  ownVote(call: Call & { pollId: number }): VoteOutcome;
  /** Read. Who chose what in an open poll, 50 a page, by time. */
  whoVoted(
    call: Call & { pollId: number; page: number },
  ): Page<{ userId: string; ballot: Ballot; weight: number; castAt: number }>;

  // --- steering (creator or staff) ---

  /** Write. Closing a closed poll again changes nothing and answers `changed: false`. */
  close(call: Call & { pollId: number }): { state: PollState; changed: boolean };
  /** Write. Moves the closing time of a running poll later. `text` is a time as typed, e.g. "in 2 days". */
  extend(call: Call & { pollId: number; text: string; locale: Locale }): PollState;
  /**
   * Write. A closed poll takes votes again until the time in `text`; votes are kept, and it no longer closes
   * early. Refused for sealed polls, whose key is gone.
   */
  reopen(call: Call & { pollId: number; text: string; locale: Locale }): PollState;
  /** Write. Takes an open or scheduled poll back without a result, and ends its repetition. */
  cancel(call: Call & { pollId: number }): PollState;
  /** Write. No further polls of this series; the running one goes on. */
  stopRepeating(call: Call & { pollId: number }): PollState;
  /** Read. True if `actor` may use the steering use cases above on this poll. */
  maySteer(call: Call & { pollId: number }): boolean;

  // --- reading ---

  /** Read. What everybody may see. Throws not-found for a poll of another server. */
  state(where: { guildId: string; pollId: number; now: number }): PollState;
  /** Read. The same for the bot itself (live editor, jobs), undefined when there is no such poll. */
  stateOf(pollId: number, now: number): PollState | undefined;
  /** Read. Newest first, 10 a page. `channelIds`: only polls there and in public threads there (what the reader can see); undefined: all. */
  list(query: {
    guildId: string;
    status: PollStatus | 'any';
    page: number;
    channelIds: readonly string[] | undefined;
    now: number;
  }): Page<PollSummary>;
  /** Read. Up to 25 polls whose number or question holds `text`, open ones first: for autocomplete. */
  search(query: {
    guildId: string;
    text: string;
    channelIds: readonly string[] | undefined;
    now: number;
  }): readonly PollSummary[];
  /**
   * Read. CSV (UTF-8 with BOM, safe against formula injection). Open: a line per vote (`nameOf` adds names);
   * staff-blind and sealed: counts only, nothing under 5 votes. For the creator and staff.
   */
  exportCsv(
    call: Call & {
      pollId: number;
      /** Column titles and words, already in the reader's language. */
      words: ExportWords;
      nameOf: (userId: string) => string | undefined;
    },
  ): { fileName: string; csv: string };

  // --- what happened on Discord ---

  /** Write. The message is gone (a MESSAGE_DELETE): the poll is closed in the store, its creator is told once. */
  forgetMessage(message: { messageId: string; now: number }): void;
  /** Write. The channel or thread is gone: the same for each poll in it. */
  forgetChannel(channel: { channelId: string; now: number }): void;
}

export interface ExportWords {
  option: string;
  votes: string;
  weight: string;
  voter: string;
  voterId: string;
  choice: string;
  rank: string;
  votedAt: string;
  total: string;
  /** Stands where counts are withheld: fewer than 5 votes. */
  tooFew: string;
}

// --- what the surface implements for the jobs ---

/** Why a creator hears from the bot outside their poll. Sent to the admin channel or by DM; failures are ignored. */
export type CreatorNotice =
  | { kind: 'message-gone'; poll: Poll }
  | { kind: 'channel-gone'; poll: Poll }
  /** The bot was away during the whole window of a scheduled poll; it has been cancelled. */
  | { kind: 'missed'; poll: Poll }
  | { kind: 'cannot-post'; poll: Poll; reason: string };

/** Everything the jobs show. Implemented with messenger, views and charts; never throws for Discord's sake. */
export interface PollMessages {
  /** Posts the poll in its channel. */
  post(state: PollState, once: Once): Promise<Delivery<{ messageId: string }>>;
  /**
   * Asks the live editor for an edit to the latest state (which it reads by `stateOf` when it edits). Coalesced,
   * returns at once. Handlers may call it too, right after the vote's write.
   */
  refresh(pollId: number): void;
  /** The last edit of the poll's own message: result in words, chart with alt text, no controls. */
  finish(state: PollState): Promise<Delivery>;
  /** A reply to the poll in its channel: the result in a line, with a link. Not for cancelled polls. */
  announce(state: PollState, once: Once): Promise<Delivery<{ messageId: string }>>;
  /** Opens the discussion thread on the poll's message. An existing thread counts as sent. */
  openThread(state: PollState): Promise<Delivery<{ threadId: string }>>;
  tellCreator(notice: CreatorNotice, once: Once): Promise<void>;
}

/** After a sealed poll has closed: no trace of its key may stay in the write-ahead log. */
export interface SealedStore {
  /** `PRAGMA wal_checkpoint(TRUNCATE)`. Called outside any write. False: busy, try again later. */
  flush(): boolean;
}
