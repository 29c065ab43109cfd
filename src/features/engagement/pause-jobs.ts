import type { Writer } from '../../database/writer.ts';
import type { JobDefinition } from '../../jobs/define-job.ts';
import { NEVER_DEAD } from '../../jobs/deliveries.ts';
import type { PauseService } from './pause-service.ts';

/** Of a member of a server: the key is `server:member`. */
export const FORGET_MEMBER = 'engagement.forget-member';

export const memberKey = (guildId: string, userId: string): string => `${guildId}:${userId}`;

/** Forgets somebody who is not counted, in short writes, so that others are answered in between. */
export async function forgetMember(
  { pauses, writer }: { pauses: Pick<PauseService, 'forgetSome'>; writer: Writer },
  guildId: string,
  userId: string,
): Promise<void> {
  let until: number | undefined;
  do {
    const from = until;
    until = await writer.write(() => pauses.forgetSome(guildId, userId, from));
  } while (until !== undefined);
}

/** What the process did not get to before it ended, the next one does; a second time finds nothing. */
export function pauseJob(parts: Parameters<typeof forgetMember>[0]): JobDefinition {
  return {
    kind: FORGET_MEMBER,
    maxAttempts: NEVER_DEAD,
    async run({ key }) {
      const [guildId = '', userId = ''] = key.split(':');
      await forgetMember(parts, guildId, userId);
      return { kind: 'done' };
    },
  };
}
