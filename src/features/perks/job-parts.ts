import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { RoleOrder } from '../../discord/guild-info.ts';
import type { RoleGift } from '../../discord/member-roles.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { JobRun } from '../../jobs/define-job.ts';
import { wasParked } from '../../jobs/deliveries.ts';
import type { PerkMessages } from './messages.ts';
import type { Perk } from './model.ts';
import type { PerkNote } from './note-views.ts';
import type { PerkService, PerkWork } from './ports.ts';

/** What the jobs of perks work with. */
export interface PerkJobParts {
  perks: Pick<PerkService, 'trouble' | 'placeGone'>;
  work: PerkWork;
  messages: PerkMessages;
  writer: Writer;
  log: Logger;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
  rolesOf: (guildId: string, userId: string) => Promise<Result<readonly string[]>>;
  giveRole: (gift: RoleGift) => Promise<Result<undefined>>;
  takeRole: (gift: RoleGift) => Promise<Result<undefined>>;
  roleOrder: (guildId: string) => Promise<Result<RoleOrder>>;
  /** Different in every process: what a former one handed to its live editor may never have been shown. */
  processId: string;
  /** Cards that the live editor was not allowed to edit: what they show is out of date. */
  behind: Set<string>;
}

export const done = { kind: 'done' } as const;

/** The perk of a job's payload. */
export function perkOf({ work }: Pick<PerkJobParts, 'work'>, job: JobRun<unknown>): Perk | undefined {
  return work.find((job.payload as { perkId: number }).perkId);
}

/** Something that only people of the server can mend: told once, until it is mended. */
export async function tellTrouble(
  { messages, log }: Pick<PerkJobParts, 'messages' | 'log'>,
  job: JobRun<unknown>,
  note: Extract<PerkNote, { perk: Perk }>,
): Promise<void> {
  if (wasParked(job)) return;
  const { kind, perk } = note;
  log.warn({ kind, guild: perk.guildId, perk: perk.id }, 'a perk needs help from the server');
  // Stays away while the same stands among the last messages.
  await messages.note(perk.guildId, note, { nonce: `${job.nonce}n`, mayHaveHappened: true });
}
