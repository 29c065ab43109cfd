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
