import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { IdeaMessages } from './messages.ts';
import type { IdeaSettings } from './model.ts';
import type { IdeaService, IdeaWork } from './ports.ts';
import type { ReportTrouble } from './trouble.ts';

/** What the jobs of ideas work with. */
export interface IdeaJobParts {
  ideas: Pick<IdeaService, 'caseOf' | 'mergeById' | 'forgetPlace'>;
  work: IdeaWork;
  messages: IdeaMessages;
  writer: Writer;
  report: ReportTrouble;
  settingsOf: (guildId: string) => IdeaSettings;
  log: Logger;
  /** Different in every process: what a former one handed to its live editor may never have been shown. */
  processId: string;
  /** Messages of cards that the live editor was not allowed to edit: what they show is out of date. */
  behind: Set<string>;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
