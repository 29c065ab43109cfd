/** Discord's nested tree of form errors: each leaf lists what is wrong at that path of the body. */
export interface ErrorTree {
  [key: string]: ErrorTree | readonly FormError[];
}

export interface FormError {
  code: string;
  message: string;
}

/** What a route throws to refuse a request: becomes `{message, code, errors?}` with its HTTP status. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/**
 * Discord's JSON error codes with their status and words
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
 */
const REFUSALS = {
  0: [404, '404: Not Found'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown permission overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10065: [404, 'Unknown Voice State'],
  10067: [404, 'Unknown Stage Instance'],
  10070: [404, 'Unknown Guild Scheduled Event'],
  10087: [404, 'Unknown tag'],
  20028: [429, 'The channel you are writing has hit the write rate limit.'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30016: [400, 'Maximum number of invites reached (1000)'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30033: [400, 'Maximum number of thread participants has been reached (1000)'],
  30038: [400, 'Maximum number of guild scheduled events reached (100)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  30047: [400, 'Maximum number of pinned threads in a forum channel has been reached'],
  40001: [401, 'Unauthorized. Provide a valid token and try again'],
  40005: [413, 'Request entity too large. Try sending something smaller in size'],
  40007: [403, 'The user is banned from this guild.'],
  40058: [400, 'Cannot message this channel until after the thread is created'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  40094: [400, 'This interaction has reached the maximum number of follow up messages'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages',
  ],
  50019: [403, 'A message can only be pinned in the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [403, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid role'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'A message provided was too old to bulk delete'],
  50035: [400, 'Invalid Form Body'],
  50055: [400, 'Invalid Guild'],
  50068: [400, 'Invalid message type'],
  50074: [400, 'Cannot delete a channel required for Community guilds'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  90001: [403, 'Reaction was blocked'],
  150006: [400, 'The Stage is already open'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
  160006: [400, 'Maximum number of active threads reached'],
  180000: [400, 'Cannot update a finished event'],
  520000: [403, 'Poll voting blocked'],
  520001: [400, 'Poll expired'],
  520002: [400, 'Invalid channel type for poll creation'],
  520003: [400, 'Cannot edit a poll message'],
  520006: [400, 'Cannot expire a non-poll message'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** The error for one of Discord's codes: `throw refuse(10008)`. */
export function refuse(code: RefusalCode, message?: string): DiscordError {
  const [status, words] = REFUSALS[code];
  return new DiscordError(status, code, message ?? words);
}

/** 400, 50035 with one fault at `path` (`'data.type'`; list indexes are numbers as text). */
export function invalidForm(path: string, code: string, message: string): DiscordError {
  const leaf: ErrorTree = { _errors: [{ code, message }] };
  const keys = path === '' ? [] : path.split('.');
  const tree = keys.reduceRight<ErrorTree>((below, key) => ({ [key]: below }), leaf);
  return new DiscordError(400, 50035, 'Invalid Form Body', tree);
}

/** The body that goes over the wire. */
export function errorBody(error: DiscordError): { message: string; code: number; errors?: ErrorTree } {
  const body = { message: error.message, code: error.code };
  return error.errors === undefined ? body : { ...body, errors: error.errors };
}
