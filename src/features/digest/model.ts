/** How often a digest is posted, and over how long it looks. */
export const cadences = ['weekly', 'two-weekly', 'monthly'] as const;
export type Cadence = (typeof cadences)[number];

export interface DigestSettings {
  /** Undefined: none is posted. */
  channelId: string | undefined;
  cadence: Cadence;
  /** 1 is Monday, 7 is Sunday; a monthly one comes on the first day of the month instead. */
  weekday: number;
  /** On the wall, in the server's time zone. */
  hour: number;
  minute: number;
  /** Undefined: as the server. */
  locale: string | undefined;
}

/** Monday at nine: the week before is over, and people who run a community are at work. */
export const defaultDigest: DigestSettings = {
  channelId: undefined,
  cadence: 'weekly',
  weekday: 1,
  hour: 9,
  minute: 0,
  locale: undefined,
};

/** Whole local days from `start` up to and without `end`, counted since 1970-01-01. */
export interface Period {
  start: number;
  end: number;
}

/** The eight numbers of a digest, in the order in which they are shown. */
export const digestNumbers = [
  'active',
  'newcomers',
  'regulars',
  'conversations',
  'messages',
  'acts',
  'answered',
  'halfBy',
] as const;
export type DigestNumber = (typeof digestNumbers)[number];

/** The question that each block answers: are we gaining people, is it lively, are people treated well? */
export const blocks = {
  growth: ['active', 'newcomers', 'regulars'],
  activity: ['conversations', 'messages', 'acts'],
  health: ['answered', 'halfBy'],
} as const satisfies Record<string, readonly DigestNumber[]>;

/** So many of so many; below 30 the two are shown, and no percentage. */
export interface Part {
  part: number;
  of: number;
}

/**
 * One number with what it is compared with. `before`: in the period before; `usual`: where most of the earlier periods
 * lay. Undefined: cannot be known (yet), shown as a dash.
 */
export interface Figure {
  number: DigestNumber;
  value: number | Part | undefined;
  before: number | Part | undefined;
  usual: { low: number; high: number } | undefined;
  /** Whether it went the way that is wished for; undefined: about the same, or cannot be told. */
  change: 'better' | 'worse' | undefined;
  /** Which way it went. */
  direction: 'up' | 'down' | undefined;
}

/** What stands out, in the order of how much it matters; the headline says the first. */
export type Headline =
  | { what: 'first' }
  | { what: 'quiet' }
  | { what: 'one-message' }
  | { what: 'newcomers-unanswered'; count: number }
  | { what: 'better'; number: DigestNumber }
  | { what: 'worse'; number: DigestNumber }
  | { what: 'steady' };

export type Highlight =
  | { what: 'conversation'; channelId: string; messageId: string; messages: number; people: number }
  | { what: 'idea'; ideaId: number; title: string; supporters: number; url: string | undefined }
  | {
      what: 'shoutout';
      shoutoutId: number;
      giverId: string;
      receiverIds: readonly string[];
      reason: string;
      url: string | undefined;
    };

/** Promised, and not kept in time. */
export interface Overdue {
  what: 'idea' | 'question';
  count: number;
  /** At most five, the oldest first. */
  items: readonly { title: string; url: string | undefined }[];
}

/** What somebody in charge can do now; each has a button that does it. */
export type Suggestion =
  | { what: 'reply-newcomers'; conversations: readonly Unanswered[] }
  | { what: 'answer-ideas'; items: readonly Doable[] }
  | { what: 'answer-questions'; items: readonly Doable[] }
  | { what: 'thank'; userIds: readonly string[] }
  | { what: 'reply-conversations'; conversations: readonly Unanswered[] }
  | { what: 'wake-channel'; channelId: string };
export type SuggestionKind = Suggestion['what'];

/** Begun by somebody, and answered by nobody. */
export interface Unanswered {
  conversationId: number;
  channelId: string;
  messageId: string;
  userId: string;
  /** UTC ms. */
  at: number;
}

export interface Doable {
  id: number;
  title: string;
  url: string | undefined;
}

/** What became of a suggestion by the next digest: so many of its things are done. */
export interface Followed {
  kind: SuggestionKind;
  done: number;
  of: number;
  /** Who pressed its button; undefined: nobody did. */
  takenBy: string | undefined;
}

/** A number of the periods of a chart, the oldest first; undefined: nothing was counted then. */
export interface Trend {
  starts: readonly number[];
  active: readonly (number | undefined)[];
  conversations: readonly (number | undefined)[];
  usualActive: { low: number; high: number } | undefined;
}

/** How newcomers' first messages were received; all but `firsts` are of them. */
export interface GuardCoverage {
  firsts: number;
  /** Answered before anybody had to be told. */
  inTime: number;
  /** Answered after a card for those who greet. */
  afterCard: number;
}

/** All that a digest says, in facts; it is put into words when it is shown. */
export interface DigestContent {
  period: Period;
  cadence: Cadence;
  /** IANA name: the days are those of this zone. */
  timeZone: string;
  /** The first local day that Hearth knows anything of, where it lies within the period. */
  clampedTo: number | undefined;
  headline: Headline;
  figures: readonly Figure[];
  trend: Trend;
  /** Messages by weekday (0 is Monday) and hour. */
  hours: readonly (readonly number[])[];
  /** Left out: nobody looks after newcomers, or none wrote. */
  guard?: GuardCoverage | undefined;
  highlights: readonly Highlight[];
  overdue: readonly Overdue[];
  suggestions: readonly Suggestion[];
  /** What became of the last digest's. */
  followed: readonly Followed[];
  /** Periods that passed while Hearth was away. */
  skipped: readonly Period[];
}

export type DigestStatus = 'due' | 'posted' | 'skipped';

export interface Digest {
  id: number;
  guildId: string;
  /** `extra`: somebody asked for it. */
  kind: 'scheduled' | 'extra';
  period: Period;
  status: DigestStatus;
  /** UTC ms; of a scheduled one, when it was to be posted. */
  dueAt: number;
  content: DigestContent | undefined;
  channelId: string | undefined;
  messageId: string | undefined;
}
