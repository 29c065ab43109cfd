/** The words of the poll feature: closed sets and plain data. Instants are UTC milliseconds. */

export type PollKind = 'single' | 'multiple' | 'ranked' | 'rating';

/**
 * Who can see which vote. `open`: names are visible; `staff-blind`: stored, shown to nobody; `sealed`: kept
 * under a keyed hash whose key is destroyed at closing.
 */
export type Privacy = 'open' | 'staff-blind' | 'sealed';

/** When people see the counts. `after-voting` shows them privately to whoever has voted. */
export type ResultsShown = 'live' | 'after-voting' | 'at-closing';

export type Recurrence = 'never' | 'weekly' | 'monthly';

export type PollStatus = 'scheduled' | 'open' | 'closed' | 'cancelled';

/** `lost`: its message or channel was deleted. */
export type CloseReason = 'time' | 'hand' | 'settled' | 'lost';

export interface PollOption {
  /** The text after the emoji, 1 to 80 characters, not escaped. */
  label: string;
  /** A Unicode emoji or `<:name:id>` / `<a:name:id>`. */
  emoji?: string;
}

/** Everything that the creator decides; a draft holds it before publication, a poll after. */
export interface PollSpec {
  question: string;
  kind: PollKind;
  /** 2 to 25; for a rating always five, labelled 1 to 5. */
  options: readonly PollOption[];
  /** For `multiple`: the cap, 1 to the number of options. Otherwise 1. */
  maxChoices: number;
  privacy: Privacy;
  resultsShown: ResultsShown;
  /** Undefined: opens when published. */
  opensAt: number | undefined;
  closesAt: number;
  /** Empty: everybody may vote. */
  voterRoleIds: readonly string[];
  /** A voter's weight is the largest of their roles' weights, otherwise 1. Whole numbers 1 to 10. */
  weights: readonly { roleId: string; weight: number }[];
  /** Voters needed for the result to count. */
  quorum: number | undefined;
  closeEarly: boolean;
  thread: boolean;
  recurrence: Recurrence;
}

export interface Poll extends PollSpec {
  id: number;
  guildId: string;
  channelId: string;
  /** Where the channel is a public thread: the channel whose readers can read it. */
  parentId: string | undefined;
  /** Undefined until posted. */
  messageId: string | undefined;
  threadId: string | undefined;
  creatorId: string;
  status: PollStatus;
  createdAt: number;
  closedAt: number | undefined;
  closeReason: CloseReason | undefined;
  timeZone: string;
}

/**
 * What a member chose, as option indexes from 0: one for `single` and `rating` (rating r is index r-1),
 * ascending for `multiple`, best first for `ranked` (a partial ranking is a valid ballot).
 */
export type Ballot = readonly number[];

/** Counters moved in the same transaction as each vote. For `ranked`, first preferences. */
export interface Tally {
  voters: number;
  /** Sum of the voters' weights. */
  weight: number;
  /** Per option: people who chose it, and their weights. */
  counts: readonly number[];
  weights: readonly number[];
}

/** One round of instant-runoff counting. */
export interface RunoffRound {
  /** Weight per option still in the race, by option index. */
  totals: readonly { option: number; weight: number }[];
  /** Options dropped after this round (several if they tie at the bottom and cannot matter). */
  eliminated: readonly number[];
  /** Weight of ballots with no option left. */
  exhausted: number;
  /**
   * Only ever in the last round shown: options that tie for last in every round so far, so that nothing fair
   * says which goes first. The winners are then those who win in at least one order (one winner: all orders agree).
   */
  undecided: readonly number[];
}

/** What a poll's votes say. */
export interface PollResult {
  voters: number;
  weight: number;
  /** Option indexes of the winners: none without votes, several when they tie. */
  winners: readonly number[];
  /** Nothing may be broken down: fewer than 5 votes in a poll that is not open. */
  tooFew: boolean;
  quorumMet: boolean;
  /** Rating only: the mean, 1 to 5. */
  mean: number | undefined;
  /** Ranked only. */
  rounds: readonly RunoffRound[];
  tally: Tally;
}

/** What a person typed, kept as typed so that nothing is lost when something has to be corrected. */
export interface PollInput {
  question: string;
  /** One option a line. */
  options: string;
  closes: string;
  kind: PollKind;
  privacy: Privacy;
  maxChoices: number | undefined;
  resultsShown: ResultsShown;
  opens: string;
  voterRoleIds: readonly string[];
  weights: readonly { roleId: string; weight: number }[];
  quorum: number | undefined;
  closeEarly: boolean;
  thread: boolean;
  recurrence: Recurrence;
}

/** Something in the input to correct: a sentence's key and its parameters. */
export interface Problem {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

export interface Draft {
  id: number;
  guildId: string;
  channelId: string;
  /** As of a poll. */
  parentId: string | undefined;
  creatorId: string;
  input: PollInput;
  /** The understood poll, or what has to be corrected first. */
  spec: PollSpec | undefined;
  problems: readonly Problem[];
  createdAt: number;
  /** Set once published: a second press on Publish finds the same poll. */
  pollId: number | undefined;
}
