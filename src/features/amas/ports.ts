import type {
  Ama,
  AmaEvent,
  AmaSpec,
  DeclineReason,
  FairnessReceipt,
  Question,
  QuestionStatus,
} from './model.ts';

/**
 * What the AMA feature offers to its surface and what it needs from outside. Every use case is synchronous. Those
 * marked "write" belong inside `writer.write(() => service.x(...))`; the others only read. All refuse by throwing a
 * UserError with a RefusalCode.
 */

/** Every refusal's i18n key; the comment lists its parameters. */
export type AmaRefusalCode =
  | 'amas.refusals.not-found' // no such AMA in this server (also: forged or foreign id)
  | 'amas.refusals.question-not-found' // also: of another AMA or server, or not to be seen by this person
  | 'amas.refusals.may-not-host' // staff only
  | 'amas.refusals.may-not-run' // host, guests of this AMA and staff only
  | 'amas.refusals.may-not-moderate' // host of this AMA and staff only (guests do not decline, block, edit settings)
  | 'amas.refusals.may-not-reveal' // Manage Server only
  | 'amas.refusals.draft-gone'
  | 'amas.refusals.not-your-draft'
  | 'amas.refusals.title-missing'
  | 'amas.refusals.starts-in-the-past'
  | 'amas.refusals.starts-too-late' // days
  | 'amas.refusals.ends-before-start'
  | 'amas.refusals.too-short' // minutes
  | 'amas.refusals.too-long' // days
  | 'amas.refusals.too-many-guests' // max
  | 'amas.refusals.staff-channel-open' // channel: everybody can read it
  | 'amas.refusals.no-staff-channel' // neither option nor notices channel
  | 'amas.refusals.over' // closed or cancelled: nothing can be asked or changed any more
  | 'amas.refusals.cancelled'
  | 'amas.refusals.already-begun' // nobody needs to be reminded any more
  | 'amas.refusals.not-live' // on air only while it runs
  | 'amas.refusals.question-missing'
  | 'amas.refusals.one-at-a-time' // number: the question that waits
  | 'amas.refusals.too-many-waiting' // max (several allowed: at most 10 that wait)
  | 'amas.refusals.no-anonymous'
  | 'amas.refusals.no-attachments'
  | 'amas.refusals.not-an-image' // name, max: MiB
  | 'amas.refusals.blocked' // says neither why nor by whom
  | 'amas.refusals.own-question' // askers do not support their own
  | 'amas.refusals.not-open-to-support' // pending, declined, answered…
  | 'amas.refusals.wrong-status' // from, to: keys of amas.question-status. Somebody else was quicker
  | 'amas.refusals.reason-missing'
  | 'amas.refusals.answer-missing'
  | 'amas.refusals.merge-self'
  | 'amas.refusals.merge-target' // number, status
  | 'amas.refusals.somebody-on-air' // number: answer or park that one first
  | 'amas.refusals.not-yours'
  | 'amas.refusals.no-next'; // nothing is waiting for an answer

export interface AmaActor {
  userId: string;
  roleIds: readonly string[];
  permissions: bigint;
}

export interface AmaCall {
  guildId: string;
  actor: AmaActor;
  /** UTC ms. */
  now: number;
}
type OfAma = AmaCall & { amaId: number };
type OfQuestion = AmaCall & { questionId: number };

export interface AmaPolicy {
  timeZone(guildId: string): string;
  /** Staff: hosts and moderates every AMA. */
  mayManage(guildId: string, actor: AmaActor): boolean;
  /** Admins: may see behind anonymity, which is written down. */
  mayReveal(guildId: string, actor: AmaActor): boolean;
}

export interface ImageFile {
  name: string;
  contentType: string;
  data: Buffer;
}

export interface AmaDraft {
  id: number;
  guildId: string;
  userId: string;
  spec: AmaSpec;
  /** The AMA that it changes (`/ama edit`), or that came of it. */
  amaId: number | undefined;
  published: boolean;
}

export interface AmaPage<T> {
  rows: readonly T[];
  /** 0-based, clamped; `pages` is at least 1. */
  page: number;
  pages: number;
  total: number;
}

/** Where somebody stands towards an AMA. */
export interface Rights {
  /** Staff, or the host of this AMA: everything but revealing. */
  moderate: boolean;
  /** The same, and its guests: on air, answer, park, skip, merge, prepare, tag. */
  run: boolean;
  reveal: boolean;
}

export interface AskOutcome {
  question: Question;
  /** False for a replay. */
  first: boolean;
}

export interface SupportedQuestion {
  question: Question;
  supporting: boolean;
  changed: boolean;
}

/** A question with what its reader holds of it. */
export interface ReadQuestion {
  question: Question;
  supporting: boolean;
  own: boolean;
}

export type BrowseOrder = 'support' | 'new';

export interface AmaService {
  // --- making and steering ---

  /** Write. Staff. Checks everything that can be checked without Discord. The same `interactionId` finds the same draft. */
  draft(call: AmaCall & { interactionId: string; spec: AmaSpec }): AmaDraft;
  /** Write. A draft of the AMA as it is, to be changed. */
  draftOf(call: OfAma & { interactionId: string }): AmaDraft;
  findDraft(call: AmaCall & { draftId: number }): AmaDraft;
  /** Write. */
  changeDraft(call: AmaCall & { draftId: number; spec: Partial<AmaSpec> }): AmaDraft;
  /** Write. Makes the AMA (or changes the one that it is of) and its jobs. A second press: `first: false`. */
  publish(call: AmaCall & { draftId: number }): { ama: Ama; first: boolean };
  /** Write. Dropping it twice is fine. */
  dropDraft(call: AmaCall & { draftId: number }): void;
  /** Write. Host or staff. Questions stay readable; the event is cancelled. A second time changes nothing. */
  cancel(call: OfAma & { reason: string }): Ama;
  /** Write. Host, guest or staff: earlier than planned. A second time changes nothing. */
  start(call: OfAma): Ama;
  /** Write. Host or staff: ends it now; who is typing has GRACE_MS. A second time changes nothing. */
  close(call: OfAma): Ama;
  /** Write. Reminded by direct message before the start, or not any more. Also: `on`. */
  toggleReminder(call: OfAma & { interactionId: string }): { ama: Ama; on: boolean };

  // --- asking ---

  /** Read. Throws what `ask` would throw before anybody has typed; the form needs the AMA. */
  mayAsk(call: OfAma): Ama;
  /** Write. The same `interactionId` finds the same question. */
  ask(
    call: OfAma & { interactionId: string; text: string; anonymous: boolean; images: readonly ImageFile[] },
  ): AskOutcome;
  /** Write. Asker, while nobody has taken it up (pending or approved). */
  withdraw(call: OfQuestion): Question;
  /** Write. Asker. */
  setNotify(call: OfQuestion & { on: boolean }): Question;
  /** Write. One each; a double press within 2 s (by the snowflakes) counts as one. */
  toggleSupport(call: OfQuestion & { interactionId: string }): SupportedQuestion;

  // --- moderating: host and staff ---

  /** Write. pending -> approved. */
  approve(call: OfQuestion): Question;
  /** Write. pending, approved or parked -> declined. The asker is told. */
  decline(call: OfQuestion & { reason: DeclineReason; words: string }): Question;
  /** Write. Other words for the same question; the asker's own are kept. Also while it is on air. */
  editQuestion(call: OfQuestion & { text: string }): Question;
  /** Write. No more questions of this asker in this server, whoever that is. Names nobody. */
  blockAsker(call: OfQuestion): void;
  unblockAsker(call: OfQuestion): void;
  isAskerBlocked(call: OfQuestion): boolean;
  /** Write. Admins: who asked, written down in the trail. */
  revealAsker(call: OfQuestion): string;

  // --- running: host, guests and staff ---

  /** Write. Empty text takes the tag off. */
  tag(call: OfQuestion & { tag: string }): Question;
  /**
   * Write. `source` is asked together with `target`: its supporters and its asker count there (one each), its asker
   * hears of the answer. Either of them pending, approved or parked; the target also on air or answered.
   */
  merge(call: AmaCall & { sourceId: number; targetId: number }): { source: Question; target: Question };
  /** Write. approved or parked -> on-air; only while live. Refused while another is on air. */
  putOnAir(call: OfQuestion): Question;
  /** Write. on-air -> approved: it was put there by mistake. */
  takeOffAir(call: OfQuestion): Question;
  /** Write. Passed over for now: others come first. */
  skip(call: OfQuestion): Question;
  /** Write. approved or on-air -> parked. */
  park(call: OfQuestion): Question;
  /** Write. Kept until its moment; empty text drops it. */
  prepare(call: OfQuestion & { text: string }): Question;
  /**
   * Write. approved, on-air or parked -> answered; also long after the end. `text` left out: the prepared one.
   * The post, the asker's message and the lists follow by jobs.
   */
  answer(call: OfQuestion & { kind: 'written' | 'voice'; text?: string }): Question;

  // --- reading ---

  rights(call: OfAma): Rights;
  /** Read. An AMA of this server. Throws not-found. */
  ama(call: OfAma): Ama;
  amaOf(amaId: number): Ama | undefined;
  question(call: OfQuestion): ReadQuestion;
  /** Read. By what people typed (title or id from autocomplete); undefined if none or several fit. */
  resolve(call: AmaCall & { text: string }): Ama | undefined;
  /** Read. Where "/ama ask" without a name goes: the only one that takes questions; several: undefined. */
  only(call: AmaCall): Ama | undefined;
  /** Read. Open ones by start, then past ones newest first. 10 a page. */
  list(call: AmaCall & { which: 'open' | 'past'; page: number }): AmaPage<Ama>;
  /** Read. Up to 25, open ones first. */
  suggest(call: AmaCall & { text: string }): readonly Ama[];
  /** Read. What everybody may see (approved, on air, answered, parked), 5 a page. */
  browse(call: OfAma & { order: BrowseOrder; page: number }): AmaPage<ReadQuestion>;
  /** Read. This person's own in this AMA, whatever became of them; newest first, 5 a page. */
  mine(call: OfAma & { page: number }): AmaPage<ReadQuestion>;
  /**
   * Read. How many questions that this person asked by name were answered, in all AMAs. Anonymous ones are left out:
   * whatever follows would tell whose they are.
   */
  answeredOf(guildId: string, userId: string): number;
  /** Read. Host, guests, staff: waiting for review, oldest first. */
  pending(call: OfAma & { page: number }): AmaPage<Question>;
  /** Read. Host, guests, staff: the panel, for those who do not see the staff channel. */
  panel(call: OfAma): PanelState;
  /** Read. Host, guests, staff: by rank, 5 a page. */
  upNext(call: OfAma & { page: number }): AmaPage<Question>;
  /** Read. Host, guests, staff. Up to 25 by words or number, for a menu or autocomplete. */
  findQuestions(
    call: OfAma & { text: string; statuses: readonly QuestionStatus[]; except?: number },
  ): readonly Question[];
  /** Read. Host and staff; names of anonymous askers are left out. */
  trail(call: OfAma): readonly AmaEvent[];
  receipt(amaId: number): FairnessReceipt;
  /** Read. Host and staff; CSV (UTF-8 with BOM, safe against formula injection). Anonymous askers stay anonymous. */
  exportCsv(call: OfAma & { words: AmaExportWords }): { fileName: string; csv: string };
  /** Read. Everybody: what stands in the transcript, as data for the Markdown. */
  transcript(amaId: number): Transcript;
  images(questionId: number): readonly ImageFile[];

  // --- what happened on Discord ---

  /** Write. A message, thread or channel is gone: noted, and made anew by jobs where it is still needed. */
  forgetPlace(place: { channelId?: string; messageId?: string; now: number }): void;
  /** Write. The event was deleted, ended or moved by hand. Times are taken over where they are possible. */
  eventChanged(change: {
    eventId: string;
    guildId: string;
    change: 'deleted' | 'ended' | 'cancelled' | { startAt: number; endAt: number | undefined };
    now: number;
  }): void;
  /** Write. The stage was closed while it was live: host and moderators are told, nothing is closed by itself. */
  stageClosed(stage: { guildId: string; stageId: string; now: number }): void;
}

export type AmaExportWords = Readonly<
  Record<
    | 'number'
    | 'status'
    | 'question'
    | 'original'
    | 'tag'
    | 'asker'
    | 'anonymous'
    | 'supports'
    | 'alsoAsked'
    | 'askedAt'
    | 'answer'
    | 'answeredBy'
    | 'answeredAt'
    | 'declineReason',
    string
  >
>;

export interface Transcript {
  ama: Ama;
  /** In the order of their first answer; undefined tag last. */
  topics: readonly { tag: string | undefined; questions: readonly Question[] }[];
  /** Promised for later. */
  parked: readonly Question[];
  receipt: FairnessReceipt;
}

/** What panel and queue show; read by the bot itself. */
export interface PanelState {
  ama: Ama;
  onAir: Question | undefined;
  /** The best five. */
  next: readonly Question[];
  counts: Readonly<Record<QuestionStatus, number>>;
}
export interface QueueState {
  ama: Ama;
  /** The oldest five. */
  pending: readonly Question[];
  waiting: number;
}

/** What the jobs need from the core; separate from the surface's use cases. */
export interface AmaWork {
  find(amaId: number): Ama | undefined;
  question(questionId: number): Question | undefined;
  panel(amaId: number): PanelState | undefined;
  queue(amaId: number): QueueState | undefined;
  parked(amaId: number): readonly Question[];
  /** Write. Any of the places of an AMA. */
  placed(amaId: number, place: Partial<AmaPlaces>, now: number): void;
  /** Write. The start is due: live. `later`: when to look again. */
  startDue(amaId: number, now: number): Due;
  /** Write. The end is due: closing. */
  endDue(amaId: number, now: number): Due;
  /** Write. The grace is over: closed; what waits for an answer is parked, what waits for review is parked too. */
  graceDue(amaId: number, now: number): Due;
  /** Version of what announcement, card, panel and queue show, and whether people may change it at any moment. */
  progress(amaId: number): { version: number; open: boolean } | undefined;
  /** Write. False: it has changed since `version`. */
  settleRefresh(amaId: number, version: number): boolean;
  /** Write. It stands in the thread now; after the end the transcript leads there, too. */
  answerPosted(questionId: number, messageId: string, now: number): void;
  /** Read. Those who asked to be reminded and were not yet, at most `limit`. */
  toRemind(amaId: number, limit: number): readonly string[];
  /** Write. After each message, which is looked for where it may have been sent before. */
  reminded(amaId: number, userId: string): void;
  /** Read, for every message that anybody writes: the AMAs whose Ask buttons stand in this channel. */
  askingIn(channelId: string): readonly Ama[];
  /** Read. What stands for the team in this channel, also after the end. */
  ofTeam(channelId: string): readonly Ama[];
  /** Read. All of a server that show something to its team. */
  ofTeamsIn(guildId: string): readonly Ama[];
  /** Read. What a note to staff is about. */
  event(eventId: number): AmaEvent | undefined;
  /** Write. Old drafts; pictures of questions that are done. */
  purge(now: number): number;
}

export type Due = { kind: 'nothing' } | { kind: 'later'; at: number } | { kind: 'done'; ama: Ama };

export interface AmaPlaces {
  eventId: string | undefined;
  messageId: string | undefined;
  threadId: string | undefined;
  askMessageId: string | undefined;
  airMessageId: string | undefined;
  panelMessageId: string | undefined;
  queueMessageId: string | undefined;
  parkedMessageId: string | undefined;
  transcriptMessageId: string | undefined;
}

/**
 * Jobs that the core enqueues inside its writes. Payloads are objects with the names in brackets; the key makes it one
 * of a kind, and job modules read the truth again.
 */
export const amaJobs = {
  /** Announcement, thread, panel and (in review mode) queue message are posted where they are missing {amaId}, key amaId. */
  places: 'ama.places',
  /** Discord's event is made, or brought in line with the AMA (times, status, cancelled) {amaId}, key amaId. */
  event: 'ama.event',
  /** {amaId}, key amaId, at startAt; moved with it. */
  start: 'ama.start',
  /** {amaId}, key amaId, at endAt. */
  end: 'ama.end',
  /** {amaId}, key amaId, at graceUntil. */
  grace: 'ama.grace',
  /** Direct messages to those who asked for one {amaId}, key amaId, REMIND_BEFORE ms before the start. */
  remind: 'ama.remind',
  /** Keeps announcement, card on air, panel and queue up to date {amaId}, key amaId. */
  refresh: 'ama.refresh',
  /** Posts an answer in the thread {amaId, questionId}, key questionId. */
  answer: 'ama.answer',
  /** Tells the asker {questionId, what: 'answered'|'declined'|'parked'}, key questionId + what. */
  notify: 'ama.notify',
  /** Posts the Ask button again and takes the old one away {amaId}, key amaId. */
  askButton: 'ama.ask-button',
  /** After the end: transcript, receipt {amaId}, key amaId. */
  transcript: 'ama.transcript',
  /** What became of questions after that, in the same posts {amaId}, key amaId. */
  transcriptAgain: 'ama.transcript-again',
  /** The list of what is owed, kept up to date until it is empty {amaId}, key amaId. */
  parked: 'ama.parked',
  /** {amaId}, key amaId, PARKED_MS after the end and weekly after: mentions the host while something is owed. */
  overdue: 'ama.overdue',
  /** Clears a message in a channel that the AMA no longer has {amaId, channelId, messageId, announcement}, key messageId. */
  moved: 'ama.moved',
  /** A message to staff {amaId, eventId}, key eventId: event lost, stage closed, cannot post. */
  staffNote: 'ama.staff-note',
  purge: 'ama.purge',
} as const;

/** For those who are typing when it ends. */
export const GRACE_MS = 2 * 60_000;
export const REMIND_BEFORE = 10 * 60_000;
/** What was parked should be answered within so long after the end. */
export const PARKED_MS = 7 * 86_400_000;
/** Messages of others after which the Ask button counts as buried. */
export const BURIED_AFTER = 15;
/** Open questions of one member where several are allowed. */
export const MOST_WAITING = 10;
/** Drafts are kept for so long. */
export const DRAFT_MS = 86_400_000;
