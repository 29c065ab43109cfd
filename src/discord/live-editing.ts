import type { Logger } from 'pino';
import type { Clock } from '../platform/clock.ts';
import type { Timers } from '../platform/timers.ts';
import type { Failure } from './failure.ts';
import type { MessageBody, OutgoingFile } from './interaction.ts';
import type { Messenger } from './messenger.ts';

export interface MessageKey {
  channelId: string;
  messageId: string;
}

export interface LiveContent {
  body: MessageBody;
  files?: readonly OutgoingFile[];
}

export interface LiveEditingDeps {
  messenger: Pick<Messenger, 'edit'>;
  clock: Clock;
  timers: Timers;
  log: Logger;
  /** The message cannot be edited (gone, forbidden, bug); it is not tried again unless asked to. */
  onFailure: (key: MessageKey, failure: Failure) => void;
}

/** Says of an edit that was not made: the same later. */
export const shuttingDown: Failure = { kind: 'retry', code: 0, reason: 'shutting down' };
