import type { GoalBasis, Idea, IdeaStatus, IdeaUpdate, Rung } from './model.ts';

export interface IdeaRow {
  id: number;
  guild_id: string;
  number: number | null;
  author_id: string;
  anonymous: number;
  suggested_by: string | null;
  consent: Idea['consent'];
  title: string;
  body: string;
  problem: string;
  category: string | null;
  status: IdeaStatus;
  created_at: number;
  posted_at: number | null;
  status_at: number;
  rungs: string;
  basis: string | null;
  reached: number;
  deadline: number | null;
  chances: number;
  supporters: number;
  reason: string | null;
  merged_into: number | null;
  channel_id: string | null;
  message_id: string | null;
  thread_id: string | null;
  image_names: string;
  updates: string;
  version: number;
  refreshing: number;
  told_event_id: number;
  ledger_line: number | null;
}

/** An idea with what only the feature itself needs to know. */
export interface StoredIdea {
  idea: Idea;
  /** Grows with every change of what the card shows. */
  version: number;
  /** A job is keeping the card up to date. */
  refreshing: boolean;
  /** The event up to which everything was told; 0: nothing yet. */
  toldEventId: number;
  /** Its place in the ledger, from 0. */
  ledgerLine: number | undefined;
}

export function asIdea(row: IdeaRow | undefined): StoredIdea | undefined {
  if (!row) return undefined;
  return {
    version: row.version,
    refreshing: row.refreshing === 1,
    toldEventId: row.told_event_id,
    ledgerLine: row.ledger_line ?? undefined,
    idea: {
      id: row.id,
      guildId: row.guild_id,
      number: row.number ?? undefined,
      authorId: row.author_id,
      anonymous: row.anonymous === 1,
      suggestedBy: row.suggested_by ?? undefined,
      consent: row.consent,
      title: row.title,
      body: row.body,
      problem: row.problem,
      category: row.category ?? undefined,
      status: row.status,
      createdAt: row.created_at,
      postedAt: row.posted_at ?? undefined,
      statusAt: row.status_at,
      rungs: JSON.parse(row.rungs) as Rung[],
      basis: row.basis === null ? undefined : (JSON.parse(row.basis) as GoalBasis),
      reached: row.reached,
      deadline: row.deadline ?? undefined,
      chances: row.chances,
      supporters: row.supporters,
      reason: row.reason ?? undefined,
      mergedInto: row.merged_into ?? undefined,
      channelId: row.channel_id ?? undefined,
      messageId: row.message_id ?? undefined,
      threadId: row.thread_id ?? undefined,
      imageNames: JSON.parse(row.image_names) as string[],
      updates: JSON.parse(row.updates) as IdeaUpdate[],
    },
  };
}
