import type { JobQueue } from '../../jobs/define-job.ts';
import { channelJob, POLL_CLOSE, POLL_NOTICE, POLL_POST, POLL_REPEAT } from './job-kinds.ts';
import type { CloseReason, Poll } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { CreatorNotice } from './ports.ts';
import type { SeriesRepository } from './series-repository.ts';
import type { VoteRepository } from './vote-repository.ts';

/** The ways in which a poll ends in the store. Each is done once: false when it had ended before. */
export interface Endings {
  /** Closes an open poll, and a sealed one for good; does not queue what shows it. For the closing job itself. */
  endQuietly(poll: EndingPoll, reason: CloseReason, now: number, actorId?: string): boolean;
  /** The same, and queues what shows it. `actorId` is undefined for a settled result and a lost message. */
  end(poll: EndingPoll, reason: CloseReason, now: number, actorId?: string): boolean;
  /** Takes back an open or scheduled poll. */
  cancel(poll: EndingPoll, event: 'cancelled' | 'lost' | 'missed', now: number, actorId?: string): boolean;
  /** Its place on Discord is gone: forgets the message, ends the poll if it runs, and tells its creator once. */
  lose(poll: Poll, notice: 'message-gone' | 'channel-gone', now: number): void;
  /** No further polls of this series. False if there is none, or it was stopped before. */
  endSeries(seriesId: number | undefined): boolean;
  /** Queues a word to the creator. */
  tell(pollId: number, notice: CreatorNotice['kind'], now: number, reason?: string): void;
}

type EndingPoll = Pick<Poll, 'id' | 'channelId' | 'privacy' | 'closesAt'>;

export function createEndings(parts: {
  polls: PollRepository;
  votes: VoteRepository;
  series: SeriesRepository;
  jobs: JobQueue;
}): Endings {
  const { polls, votes, series, jobs } = parts;

  const showEnd = (poll: EndingPoll, now: number) => jobs.enqueue(channelJob(POLL_CLOSE, poll, now));

  const by = (actorId: string | undefined) => (actorId === undefined ? {} : { actorId });

  const tell: Endings['tell'] = (pollId, notice, now, reason) =>
    jobs.enqueue({
      kind: POLL_NOTICE,
      key: `${pollId}:${notice}`,
      runAt: now,
      payload: { pollId, notice, reason },
    });

  const endQuietly: Endings['endQuietly'] = (poll, reason, now, actorId) => {
    // A poll closed by the clock closed at its time, however late the job came.
    if (!polls.close(poll.id, reason, Math.min(now, poll.closesAt))) return false;
    if (poll.privacy === 'sealed') {
      votes.makeAnonymous(poll.id);
      polls.destroySeal(poll.id);
    }
    const kind = reason === 'lost' ? 'lost' : 'closed';
    polls.record({ pollId: poll.id, at: now, kind, detail: { reason }, ...by(actorId) });
    return true;
  };

  const end: Endings['end'] = (poll, reason, now, actorId) => {
    if (!endQuietly(poll, reason, now, actorId)) return false;
    showEnd(poll, now);
    return true;
  };

  const cancel: Endings['cancel'] = (poll, event, now, actorId) => {
    if (!polls.cancel(poll.id, now)) return false;
    if (poll.privacy === 'sealed') {
      votes.removeAll(poll.id);
      polls.destroySeal(poll.id);
    }
    polls.record({ pollId: poll.id, at: now, kind: event, ...by(actorId) });
    if (event !== 'missed') jobs.cancel(POLL_POST, String(poll.id));
    showEnd(poll, now);
    return true;
  };

  const endSeries: Endings['endSeries'] = (seriesId) => {
    if (seriesId === undefined || !series.stop(seriesId)) return false;
    jobs.cancel(POLL_REPEAT, String(seriesId));
    return true;
  };

  const lose: Endings['lose'] = (poll, notice, now) => {
    const ended = poll.status === 'scheduled' ? cancel(poll, 'lost', now) : end(poll, 'lost', now);
    if (poll.messageId !== undefined) polls.setMessage(poll.id, undefined);
    if (notice === 'channel-gone') endSeries(polls.find(poll.id)?.seriesId);
    if (ended) tell(poll.id, notice, now);
  };

  return { endQuietly, end, cancel, lose, endSeries, tell };
}
