import type {
  GoalBasis,
  Idea,
  IdeaEvent,
  IdeaSettings,
  IdeaStatus,
  IdeaText,
  Merge,
  ReviewCase,
  Scores,
  Supporter,
} from './model.ts';

/**
 * What the idea feature offers to its surface (commands, components, views) and what it needs from outside.
 * Every use case is synchronous. Those marked "write" belong inside `writer.write(() => service.x(...))`;
 * the others only read. All refuse by throwing a UserError with a RefusalCode.
 */

/** Every refusal's i18n key; the comment lists its parameters. */
export type IdeaRefusalCode =
  | 'ideas.refusals.not-set-up' // no channel for ideas yet
  | 'ideas.refusals.not-found' // no such idea in this server (also: forged or foreign id, or not public)
  | 'ideas.refusals.draft-gone'
  | 'ideas.refusals.not-your-draft'
  | 'ideas.refusals.blocked' // this member may not submit (says neither why nor by whom)
  | 'ideas.refusals.cooldown' // until: epoch SECONDS for <t:…>
  | 'ideas.refusals.too-many-open' // max
  | 'ideas.refusals.title-missing'
  | 'ideas.refusals.body-missing'
  | 'ideas.refusals.unknown-category'
  | 'ideas.refusals.not-an-image' // name, max: MiB
  | 'ideas.refusals.not-gathering' // status: translated by the surface from params.status (a key of ideas.status)
  | 'ideas.refusals.over' // deadline has passed
  | 'ideas.refusals.own-idea' // authors do not support their own idea; it counts from the first other supporter
  | 'ideas.refusals.may-not-manage' // staff only
  | 'ideas.refusals.may-not-reveal' // Manage Server only
  | 'ideas.refusals.not-yours' // author only
  | 'ideas.refusals.text-fixed' // a rung was reached: append an update instead
  | 'ideas.refusals.too-many-updates' // max
  | 'ideas.refusals.wrong-status' // from, to: keys of ideas.status. Somebody else was quicker, or it is not allowed
  | 'ideas.refusals.reason-missing'
  | 'ideas.refusals.scores-missing' // have, need
  | 'ideas.refusals.score-range'
  | 'ideas.refusals.no-case' // nothing is under review there
  | 'ideas.refusals.merge-self'
  | 'ideas.refusals.merge-target' // number, status: the target is not open to it (merged, declined, withdrawn…)
  | 'ideas.refusals.merge-over' // 7 days have passed
  | 'ideas.refusals.already-undone'
  | 'ideas.refusals.no-second-chance' // taken already
  | 'ideas.refusals.second-chance-later' // at: epoch SECONDS
  | 'ideas.refusals.already-reported'
  | 'ideas.refusals.nothing-to-keep'
  | 'ideas.refusals.consent-done';

/** Whoever acts, from the interaction itself (the kit's `Actor` fits). */
export interface IdeaActor {
  userId: string;
  roleIds: readonly string[];
  permissions: bigint;
}

export interface IdeaCall {
  guildId: string;
  actor: IdeaActor;
  /** UTC ms. */
  now: number;
}

/** Rules of the server that settings decide, and how active it is. */
export interface IdeaPolicy {
  settings(guildId: string): IdeaSettings;
  /** Staff: scores, decides, merges, edits, withdraws, exports. */
  mayManage(guildId: string, actor: IdeaActor): boolean;
  /** Admins: may see behind anonymity, which is written down. */
  mayReveal(guildId: string, actor: IdeaActor): boolean;
  /** Members active in the 28 days before `now`, and what that counted. */
  activity(guildId: string, now: number): GoalBasis;
}

export interface ImageFile {
  name: string;
  contentType: string;
  data: Buffer;
}

/** Before it is posted: what was typed, and the ideas that look like it. Gone after a day. */
export interface IdeaDraft extends IdeaText {
  id: number;
  guildId: string;
  userId: string;
  /** Whose idea it will be, if not the submitter's: the author of the message that was suggested. */
  creditId: string | undefined;
  anonymous: boolean;
  images: readonly { name: string; contentType: string }[];
  /** The idea that came of it: a second press finds the same. */
  ideaId: number | undefined;
}

export interface IdeaPage<T> {
  rows: readonly T[];
  /** 0-based, clamped; `pages` is at least 1. */
  page: number;
  pages: number;
  total: number;
}

/** A line in a list. */
export interface IdeaSummary {
  id: number;
  number: number;
  title: string;
  category: string | undefined;
  status: IdeaStatus;
  supporters: number;
  /** Of the rung that it is working on, or of the last one. */
  goal: number;
  deadline: number | undefined;
  guildId: string;
  channelId: string | undefined;
  messageId: string | undefined;
}

export interface SupportOutcome {
  idea: Idea;
  /** What Hearth now holds for this person. */
  supporting: boolean;
  following: boolean;
  /** Set where a merge brought this person here and they have not said whether they stay. */
  viaMerge: Merge | undefined;
  /** False for a replay, or a press that asked for what was already so. */
  changed: boolean;
  /** The rung (1-based) that this very press reached. */
  reachedRung: number | undefined;
}

/** Statuses that staff can set by hand, each with a public reason. */
export type Decision = 'planned' | 'in-progress' | 'shipped' | 'declined' | 'in-review';

export interface IdeaService {
  // --- submitting ---

  /** Read. Throws where this person may not submit now: asked before anybody types. */
  checkMaySubmit(call: IdeaCall): void;
  /**
   * Write. Checks that this person may submit now, cleans and keeps the text, and finds what is similar (open or
   * shipped, best first, at most 3). The same `interactionId` finds the same draft.
   */
  draft(
    call: IdeaCall & {
      interactionId: string;
      text: IdeaText;
      anonymous: boolean;
      creditId: string | undefined;
      images: readonly ImageFile[];
    },
  ): { draft: IdeaDraft; similar: readonly IdeaSummary[] };
  /** Read. For its submitter only. */
  findDraft(call: IdeaCall & { draftId: number }): IdeaDraft;
  /** Write. The text again, with the pictures that it had. */
  changeDraft(call: IdeaCall & { draftId: number; text: IdeaText }): {
    draft: IdeaDraft;
    similar: readonly IdeaSummary[];
  };
  /** Write. Makes the idea (gathering, or queued where staff looks first) and its jobs. A second press: `first: false`. */
  submit(call: IdeaCall & { draftId: number }): { idea: Idea; first: boolean };
  /** Write. Dropping it twice is fine. */
  dropDraft(call: IdeaCall & { draftId: number }): void;
  /** Write. Only the author of a suggested message; `false` takes their name off. */
  answerConsent(call: IdeaCall & { ideaId: number; agree: boolean }): Idea;

  // --- supporting ---

  /** Write. Hot path: a fixed number of statements whatever the number of supporters. */
  toggleSupport(call: IdeaCall & { ideaId: number; interactionId: string }): SupportOutcome;
  /** Write. Supports; a second time changes nothing ("Support this one instead"). */
  support(call: IdeaCall & { ideaId: number; interactionId: string }): SupportOutcome;
  /** Write. Told of news in its thread, or not any more. */
  toggleFollow(call: IdeaCall & { ideaId: number; interactionId: string }): SupportOutcome;
  /** Write. After a merge: stay, or go. */
  answerMove(call: IdeaCall & { ideaId: number; keep: boolean }): SupportOutcome;
  /** Read. */
  ownSupport(call: IdeaCall & { ideaId: number }): SupportOutcome;

  // --- the author ---

  /** Write. Author, until the first rung; staff always (the author's words before are kept in the trail). */
  edit(call: IdeaCall & { ideaId: number; text: IdeaText; reason?: string }): Idea;
  /** Write. Author: adds to a text that is fixed. */
  addUpdate(call: IdeaCall & { ideaId: number; text: string }): Idea;
  /** Write. Author (while queued or gathering) or staff (any time, with a reason). */
  withdraw(call: IdeaCall & { ideaId: number; reason: string | undefined }): Idea;
  /** Write. Author or staff, once, 30 days after it expired. Supporters stay. */
  secondChance(call: IdeaCall & { ideaId: number }): Idea;
  /** Write. The author of the merged idea, within 7 days: undoes the merge. */
  object(call: IdeaCall & { mergeId: number; reason: string }): Merge;

  // --- staff ---

  /** Write. A queued idea becomes public. */
  approve(call: IdeaCall & { ideaId: number }): Idea;
  /** Write. Kept once per person and reviewer round; a second score of the same person replaces the first. */
  score(call: IdeaCall & { ideaId: number; scores: Scores; reason: string }): ReviewCase;
  /** Read. Throws as `decide` would, but for the reason: asked before anybody writes one. */
  mayDecide(call: IdeaCall & { ideaId: number; from: IdeaStatus; to: Decision }): Idea;
  /**
   * Write. Guarded: only from the status `from` that the presser saw, so of two in the same second one is
   * refused with `wrong-status`. A case needs its scores first.
   */
  decide(call: IdeaCall & { ideaId: number; from: IdeaStatus; to: Decision; reason: string }): Idea;
  /** Write. */
  merge(call: IdeaCall & { sourceId: number; targetId: number }): Merge;
  /** Write. Staff, within 7 days. Nothing is lost: everybody supports what they supported before. */
  undoMerge(call: IdeaCall & { mergeId: number }): Merge;
  /** Write. Anybody, once per idea; staff sees it. */
  report(call: IdeaCall & { ideaId: number; reason: string }): void;
  /** Write. The author may not submit any more; who it is stays hidden where the idea is anonymous. */
  blockAuthor(call: IdeaCall & { ideaId: number; blocked: boolean }): void;
  /** Write (it is written down). Admins: the author of an anonymous idea. */
  revealAuthor(call: IdeaCall & { ideaId: number }): string;

  // --- reading ---

  /** Read. A public idea of this server by id; staff sees queued and withdrawn ones too. Throws not-found. */
  idea(call: IdeaCall & { ideaId: number }): Idea;
  /** Read. By what people say: "12", "idea 12" or a part of the title; undefined if none or several fit. */
  resolve(call: IdeaCall & { text: string }): Idea | undefined;
  /** Read. For the bot itself (live editor, jobs). */
  ideaOf(ideaId: number): Idea | undefined;
  caseOf(ideaId: number): ReviewCase | undefined;
  /** Read. The merge that is still open to undoing, as source. */
  mergeOf(ideaId: number): Merge | undefined;
  mergeById(mergeId: number): Merge | undefined;
  /** Read. Newest first, 10 a page. `mine`: only this person's, whatever their status. */
  list(
    call: IdeaCall & {
      status: IdeaStatus | 'open' | 'any';
      category: string | undefined;
      mine: boolean;
      order: 'new' | 'support';
      page: number;
    },
  ): IdeaPage<IdeaSummary>;
  /** Read. Words in title and text, best first, 10 a page. */
  search(call: IdeaCall & { text: string; page: number }): IdeaPage<IdeaSummary>;
  /** Read. Up to 25 for autocomplete: number or title. */
  suggest(call: IdeaCall & { text: string }): readonly IdeaSummary[];
  /** Read. Planned, in progress, and the latest 10 shipped. */
  roadmap(guildId: string): Roadmap;
  /**
   * Read. How many ideas under this author's name shipped, by themselves or as part of another; also those that were
   * brought in for them, once they agreed. Anonymous ones are left out: whatever follows would tell whose they are.
   */
  shippedBy(guildId: string, userId: string): number;
  /** Read. Staff: the audit trail, newest first. Names of anonymous authors are left out. */
  trail(call: IdeaCall & { ideaId: number }): readonly IdeaEvent[];
  /** Read. CSV (UTF-8 with BOM, safe against formula injection). Staff. Anonymous authors stay anonymous. */
  exportCsv(call: IdeaCall & { words: IdeaExportWords }): {
    fileName: string;
    csv: string;
    /** The oldest ones, which no longer fit into a file that Discord takes. */
    left: number;
  };
  /** Read. What the settings would have meant: how many posted ideas would have reached the last rung in time. */
  dryRun(guildId: string, settings: IdeaSettings, now: number): DryRun;

  // --- what happened on Discord ---

  /**
   * Write. The message, post or thread is gone: noted, and the idea posted anew where it is still open. Pictures
   * that are not in the store any more went with it: `imageNames` is then empty.
   */
  forgetPlace(place: { channelId?: string; messageId?: string; now: number }): void;
  /** Write. Somebody wrote in a thread; nothing of the text. A thread without an idea changes nothing. */
  noteComment(comment: { threadId: string; userId: string; at: number }): void;
}

export interface Roadmap {
  planned: readonly IdeaSummary[];
  inProgress: readonly IdeaSummary[];
  shipped: readonly IdeaSummary[];
}

export interface DryRun {
  /** Ideas that were posted long enough ago to tell. */
  judged: number;
  reached: number;
  /** The goal of the last rung, with today's activity. */
  goal: number;
}

export type IdeaExportWords = Readonly<
  Record<
    | 'number'
    | 'title'
    | 'idea'
    | 'problem'
    | 'category'
    | 'status'
    | 'author'
    | 'anonymous'
    | 'supporters'
    | 'goal'
    | 'postedAt'
    | 'statusAt'
    | 'reason',
    string
  >
>;

/** For the one receipt card of a shipped idea. */
export interface Receipt {
  idea: Idea;
  /** Undefined where the author is anonymous. */
  authorId: string | undefined;
  suggestedBy: string | undefined;
  /** The first ten. */
  early: readonly Supporter[];
  supporters: number;
  /** Who talked about it most, at most ten. */
  commenters: readonly { userId: string; comments: number }[];
}

/** News of an idea that is still to be told in its thread, gathered over a short time. */
export interface IdeaNews {
  idea: Idea;
  /** Oldest first; each was told nowhere before. */
  events: readonly IdeaEvent[];
  /** Those who asked to be told (the author too, unless they asked not to), at most `limit`. */
  followers: readonly string[];
  /** How many more there are. */
  others: number;
}

/** What the jobs need from the core; separate from the surface's use cases. */
export interface IdeaWork {
  find(ideaId: number): Idea | undefined;
  images(ideaId: number): readonly ImageFile[];
  /** Write. It stands there now; pictures are dropped from the store. */
  posted(
    ideaId: number,
    place: { channelId: string; messageId: string; threadId: string | undefined },
    now: number,
  ): void;
  /** Write. The deadline has passed: expires, unless it was reached or moved. Later: when to look again. */
  expireDue(
    ideaId: number,
    now: number,
  ): { kind: 'nothing' } | { kind: 'later'; at: number } | { kind: 'expired' };
  /** Version of what the card shows, and whether anybody is still pressing (gathering). */
  progress(ideaId: number): { version: number; open: boolean } | undefined;
  /** Write. False: it has changed since `version`. */
  settleRefresh(ideaId: number, version: number): boolean;
  /** Read. */
  news(ideaId: number, limit: number): IdeaNews | undefined;
  /** Read. What a staff note is about. */
  event(eventId: number): IdeaEvent | undefined;
  /** Read, for every message that anybody writes: whether an idea is talked about in this thread. */
  isIdeaThread(threadId: string): boolean;
  /** Read. Forum posts of ideas that can be supported: nobody can press anything in one that is archived. */
  openPosts(guildId: string): readonly string[];
  /** Write. Everything up to this event has been told. */
  told(ideaId: number, eventId: number): void;
  /** Write. A case: its staff message. */
  casePosted(caseId: number, place: { channelId: string; messageId: string }): void;
  /** Read. A case that is still open and due at or before `now`. */
  overdue(caseId: number, now: number): { idea: Idea; review: ReviewCase } | undefined;
  /** Write. */
  escalated(caseId: number, now: number): void;
  receipt(ideaId: number): Receipt | undefined;
  /** Read. Lines of the ledger post number `page` (from 0), 15 a post, oldest first. */
  ledgerPage(guildId: string, page: number): { lines: readonly IdeaSummary[]; messageId: string | undefined };
  /** Write. */
  ledgerPosted(guildId: string, page: number, place: { channelId: string; messageId: string }): void;
  ledgerPageOf(ideaId: number): number | undefined;
  board(guildId: string): { channelId: string; messageId: string } | undefined;
  /** Write. */
  boardPosted(guildId: string, place: { channelId: string; messageId: string } | undefined): void;
  /** Write. Old drafts and their pictures. */
  purge(now: number): number;
}

/**
 * Jobs that the core enqueues inside its writes; the payload is what is in brackets, the key makes it one of a
 * kind, and job modules read the truth again.
 */
export const ideaJobs = {
  /** Puts the idea into its channel [ideaId], key ideaId. */
  post: 'idea.post',
  /** Expiry at the deadline [ideaId], key ideaId; moved with the deadline. */
  deadline: 'idea.deadline',
  /** Keeps the card up to date [ideaId], key ideaId. */
  refresh: 'idea.refresh',
  /** News in the thread [ideaId], key ideaId, NEWS_AFTER ms after the first event. */
  news: 'idea.news',
  /** A staff message for the case, kept up to date [caseId, ideaId], key caseId. */
  caseCard: 'idea.case',
  /** [caseId, ideaId], key caseId, at dueAt and weekly after. */
  overdue: 'idea.overdue',
  /**
   * A staff message {ideaId, what: 'queued'|'report'|'objection'|'revealed'|'lost'|'merge', eventId}, key eventId.
   * The payload is an object with these names, here and everywhere.
   */
  staffNote: 'idea.staff-note',
  /** Receipt in the thread, role, ledger [ideaId], key ideaId. */
  receipt: 'idea.receipt',
  role: 'idea.role',
  ledger: 'idea.ledger',
  /** The board of a server [guildId], key guildId. */
  board: 'idea.board',
  /** Asks the author of a suggested message, in the thread [ideaId], key ideaId. */
  consent: 'idea.consent',
  purge: 'idea.purge',
} as const;

/** News are gathered for so long (real ms), so that several changes are told as one. */
export const NEWS_AFTER = 60_000;
/** A merge can be undone for so long. */
export const UNDO_MS = 7 * 86_400_000;
/** An expired idea may come back after so long. */
export const SECOND_CHANCE_MS = 30 * 86_400_000;
/** Drafts are kept for so long. */
export const DRAFT_MS = 86_400_000;
