import type { JobQueue } from '../../jobs/define-job.ts';
import type { Random } from '../../platform/random.ts';
import { channelJob, POLL_CLOSE, POLL_POST } from './job-kinds.ts';
import type { PollSpec } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import { SEAL_KEY_SIZE } from './seal.ts';

export interface PollOrder {
  guildId: string;
  channelId: string;
  parentId: string | undefined;
  creatorId: string;
  spec: PollSpec;
  timeZone: string;
  now: number;
  /** Its place in a series of repeating polls. */
  series: { id: number; occurrence: number } | undefined;
}

/** Puts a poll into the store together with the jobs that post it and close it; tells its id. */
export type CreatePoll = (order: PollOrder) => number;

export function createCreatePoll(parts: {
  polls: PollRepository;
  jobs: JobQueue;
  random: Random;
}): CreatePoll {
  const { polls, jobs, random } = parts;
  return ({ series, now, ...order }) => {
    const { spec } = order;
    const opensAt = spec.opensAt !== undefined && spec.opensAt > now ? spec.opensAt : now;
    const sealKey = spec.privacy === 'sealed' ? random.bytes(SEAL_KEY_SIZE) : undefined;
    const status = opensAt > now ? 'scheduled' : 'open';
    const place = { seriesId: series?.id, occurrence: series?.occurrence };
    const pollId = polls.add({ ...order, status, createdAt: now, ...place }, sealKey);
    polls.record({ pollId, at: now, kind: 'published', actorId: order.creatorId });
    const poll = { id: pollId, channelId: order.channelId };
    jobs.enqueue(channelJob(POLL_POST, poll, opensAt));
    jobs.enqueue(channelJob(POLL_CLOSE, poll, spec.closesAt));
    return pollId;
  };
}
