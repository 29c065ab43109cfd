import type { NewJob } from '../../jobs/define-job.ts';
import type { Poll } from './model.ts';

/** Names of the poll feature's jobs. Stored in the database: a changed name orphans what is queued. */

/** Opens a poll if that is due, and posts it. Key: poll id. */
export const POLL_POST = 'poll.post';
/** Closes a poll if that is due, and shows its last state. Key: poll id. */
export const POLL_CLOSE = 'poll.close';
/** Keeps the public message up to date until votes have been quiet for a while. Key: poll id. */
export const POLL_REFRESH = 'poll.refresh';
/** Opens the discussion thread. Key: poll id. */
export const POLL_THREAD = 'poll.thread';
/** Makes the next poll of a series. Key: series id. */
export const POLL_REPEAT = 'poll.repeat';
/** Tells a creator about something that went wrong. Key: poll id and what it is about. */
export const POLL_NOTICE = 'poll.notice';
/** Deletes old drafts. Key: 'drafts'. */
export const POLL_PURGE = 'poll.purge';

/** A job about one poll in its channel, which takes about one edit a second: so it keeps to the channel's lane. */
export function channelJob(
  kind: typeof POLL_POST | typeof POLL_CLOSE | typeof POLL_THREAD,
  { id, channelId }: Pick<Poll, 'id' | 'channelId'>,
  runAt: number,
): NewJob {
  return { kind, key: String(id), runAt, payload: { pollId: id }, lane: channelId };
}
