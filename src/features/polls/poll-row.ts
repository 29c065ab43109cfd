import type { CloseReason, Poll, PollSpec, PollStatus, Tally } from './model.ts';

/** A row of polls joined with its counters and, while sealed votes can be cast, its key. */
export interface PollRow {
  id: number;
  guild_id: string;
  channel_id: string;
  parent_id: string | null;
  message_id: string | null;
  thread_id: string | null;
  creator_id: string;
  question: string;
  spec: string;
  time_zone: string;
  status: PollStatus;
  created_at: number;
  opens_at: number | null;
  closes_at: number;
  closed_at: number | null;
  close_reason: CloseReason | null;
  reopened_at: number | null;
  finished_at: number | null;
  series_id: number | null;
  occurrence: number | null;
  voters: number;
  weight: number;
  counts: string;
  weights: string;
  version: number;
  refreshing: number;
  seal_key: Buffer | null;
  /** 0: the series has ended, this was its last poll. */
  repeats: 0 | 1 | null;
}

/** The part of a spec that never changes after publication. */
type FixedSpec = Omit<PollSpec, 'question' | 'opensAt' | 'closesAt'>;

export interface StoredPoll {
  poll: Poll;
  tally: Tally;
  /** Of the counters. */
  version: number;
  refreshing: boolean;
  /** Only for a sealed poll before its closing. */
  sealKey: Buffer | undefined;
  reopened: boolean;
  finished: boolean;
  seriesId: number | undefined;
}

export function splitSpec(spec: PollSpec) {
  const { question, opensAt, closesAt, ...rest } = spec;
  return { question, opensAt, closesAt, rest: rest satisfies FixedSpec };
}

export function asPoll(row: PollRow | undefined): StoredPoll | undefined {
  if (!row) return undefined;
  const spec = fixedSpec(row.spec);
  return {
    poll: {
      ...spec,
      recurrence: row.repeats === 1 ? spec.recurrence : 'never',
      id: row.id,
      guildId: row.guild_id,
      channelId: row.channel_id,
      parentId: row.parent_id ?? undefined,
      messageId: row.message_id ?? undefined,
      threadId: row.thread_id ?? undefined,
      creatorId: row.creator_id,
      question: row.question,
      timeZone: row.time_zone,
      status: row.status,
      createdAt: row.created_at,
      opensAt: row.opens_at ?? undefined,
      closesAt: row.closes_at,
      closedAt: row.closed_at ?? undefined,
      closeReason: row.close_reason ?? undefined,
    },
    tally: {
      voters: row.voters,
      weight: row.weight,
      counts: JSON.parse(row.counts) as number[],
      weights: JSON.parse(row.weights) as number[],
    },
    version: row.version,
    refreshing: row.refreshing === 1,
    sealKey: row.seal_key ?? undefined,
    reopened: row.reopened_at !== null,
    finished: row.finished_at !== null,
    seriesId: row.series_id ?? undefined,
  };
}

/** The same text is parsed once: a busy poll is read with every vote, and its spec is the largest part. */
const parsed = new Map<string, FixedSpec>();
const MOST_PARSED = 500;

function fixedSpec(text: string): FixedSpec {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const { quorum, ...spec } = JSON.parse(text) as FixedSpec;
  const fixed = { ...spec, quorum: quorum ?? undefined };
  parsed.set(text, fixed);
  return fixed;
}
