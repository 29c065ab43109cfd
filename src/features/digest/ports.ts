import type { Writer } from '../../database/writer.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import type {
  Digest,
  DigestContent,
  DigestSettings,
  GuardCoverage,
  Highlight,
  Part,
  Period,
  Suggestion,
  SuggestionKind,
  Unanswered,
} from './model.ts';
import type { DrawDigest } from './pictures.ts';

/** Who acts in which server; `now` is UTC ms. */
export interface By {
  guildId: string;
  userId: string;
  now: number;
}

/** What was counted of a period; how is defined in one place, by the feature that counts. */
export interface Counted {
  growth: {
    active: number;
    newcomers: number | undefined;
    returning: number | undefined;
    reactivated: number | undefined;
    lostRegulars: number | undefined;
    activation: Part;
  };
  activity: {
    messages: number;
    votes: number;
    supports: number;
    ideas: number;
    questions: number;
    shoutouts: number;
    conversations: number;
    hours: readonly (readonly number[])[];
    channels: readonly { channelId: string; messages: number; usual: number | undefined }[];
  };
  /** What was promised: ideas answered in time, questions answered, polls with their outcome told. */
  loops: { ideas: Part; questions: Part; polls: Part };
  /** Newcomers' first messages, and of them those answered in time, and after the greeters were told. */
  guard?: GuardCoverage | undefined;
  health: {
    answered: Part;
    newcomersAnswered: Part;
    medianReplyMinutes: number | undefined;
    halfBy: number | undefined;
  };
}

/** Where most of these numbers lie; undefined: they are too few to say. */
export interface DigestTools {
  usualOf: (past: readonly number[]) => { low: number; high: number } | undefined;
}

/** What the rest of the house knows; the digest only puts it together. Periods are whole local days. */
export interface DigestSources extends DigestTools {
  counted(guildId: string, period: Period): Promise<Counted>;
  /** Whether all that was said so far is counted; not while Hearth reads what it missed. */
  isComplete(guildId: string): boolean;
  /** The first local day that anything is known of. */
  knownFrom(guildId: string): number | undefined;
  /** The liveliest conversation of a period. */
  conversation(guildId: string, period: Period): Found['conversation'];
  /** Conversations of a period that nobody answered, of members who are not staff, the oldest first. */
  unanswered(guildId: string, period: Period): Found['unanswered'];
  /** Of these conversations those that are answered meanwhile. */
  answered(conversationIds: readonly number[]): readonly number[];
  /** The best known idea and shout-out of a time (UTC ms, from and without the end). */
  highlights(guildId: string, from: number, to: number): readonly Highlight[];
  /** Ideas and questions whose answer is overdue, the oldest first. */
  owed(guildId: string, now: number): Found['owed'];
  /** Of these ideas or questions those that are answered meanwhile. */
  settled(guildId: string, what: 'ideas' | 'questions', ids: readonly number[]): readonly number[];
  /** People who helped others and were not thanked for 30 days. */
  unsung(guildId: string, now: number): readonly string[];
  /** Of these people those who were thanked since (UTC ms). */
  thanked(guildId: string, userIds: readonly string[], since: number): readonly string[];
  /** Whether a channel is as lively as usual again since (UTC ms). */
  woken(guildId: string, channelId: string, since: number): boolean;
}

/** What was found for a digest besides its numbers. */
export interface Found {
  conversation: { channelId: string; messageId: string; messages: number; people: number } | undefined;
  highlights: readonly Highlight[];
  owed: { ideas: readonly Owed[]; questions: readonly Owed[] };
  unsung: readonly string[];
  unanswered: readonly (Unanswered & { byNewcomer: boolean })[];
}

export interface Owed {
  id: number;
  title: string;
  url: string | undefined;
}

/** Use cases, each synchronous and part of a write where it changes something. Refusals are UserErrors. */
export interface DigestService {
  settings(guildId: string): DigestSettings;
  /** When the next one comes (UTC ms); undefined: no channel is named. */
  nextAt(guildId: string, now: number): number | undefined;
  changeSettings(by: By & { changes: Partial<DigestSettings> }): DigestSettings;
  /** The latest first. */
  history(
    guildId: string,
    page: { limit: number; offset: number },
  ): { digests: readonly Digest[]; total: number };
  find(guildId: string, digestId: number): Digest | undefined;
  /** Somebody presses a suggestion's button; once noted, who was first stays. */
  take(by: By & { digestId: number; kind: SuggestionKind }): void;
  /** What of a suggestion nobody has done since its digest was due (UTC ms). */
  stillToDo(guildId: string, suggestion: Suggestion, since: number): Suggestion;
}

/** Puts a digest together: asks the thread that reads, so it takes a moment. */
export interface DigestMaker {
  /** The last whole period before `now`, as it would be posted; nothing is written. */
  preview(guildId: string, now: number): Promise<DigestContent>;
  /** The whole local months, at most 12, that enough is known of for a report; the latest first. */
  months(guildId: string, now: number): readonly Period[];
  /** Whether all that was said so far is counted; not while Hearth reads what it missed. */
  isComplete(guildId: string): boolean;
  /** What there is to say of one of these months, beside the months before it. What is owed is owed now. */
  report(guildId: string, month: Period, now: number): Promise<DigestContent>;
  /** All numbers of the last periods with their first and last day, the latest first; for export. */
  numbers(guildId: string, now: number, periods: number): Promise<readonly Record<string, unknown>[]>;
}

/** What of digests stands in channels. */
export interface DigestMessages {
  /** Once, with its pictures. */
  post(
    digest: Digest & { content: DigestContent },
    channelId: string,
    once: Once,
  ): Promise<Delivery<{ messageId: string }>>;
  /** Tells those in charge where they can still be reached. Never throws. */
  cannotPost(digest: Digest, channelId: string, reason: string): Promise<void>;
}

export interface DigestPolicy {
  timeZone: (guildId: string) => string;
  /** Runs the server or is staff. */
  mayManage: (guildId: string, actor: { roleIds: readonly string[]; permissions: bigint }) => boolean;
  /** Asked not to be counted: a list that named them before does so no longer. */
  isPaused: (guildId: string, userId: string) => boolean;
}

/** What `/digest` and its buttons need from outside. */
export interface DigestSurfaceDeps {
  digests: DigestService;
  maker: DigestMaker;
  writer: Writer;
  policy: DigestPolicy;
  draw: DrawDigest;
  /** The language of the server's digests. */
  digestT: (guildId: string) => Translate;
  /** Undefined: Discord has not told it yet. */
  serverName: (guildId: string) => string | undefined;
  /** Posts one now, beside the schedule. */
  postNow: (by: By & { channelId: string }) => Promise<void>;
  /** Opens what a suggestion is done with in another feature: its form or card for that press. */
  doElsewhere: Readonly<
    Record<
      'answer-ideas' | 'answer-questions' | 'thank' | 'wake-channel',
      (call: Call, id: string) => Promise<Reply>
    >
  >;
}
