import type { JobQueue } from '../../jobs/define-job.ts';
import type { Random } from '../../platform/random.ts';
import type { OnAct } from '../../shared/act.ts';
import { createCloseService } from './close-service.ts';
import { createCreatePoll } from './create-poll.ts';
import { createDraftService } from './draft-service.ts';
import { type EmojiUse, withUsableEmoji } from './emoji-use.ts';
import { createEndings } from './endings.ts';
import type { PollPolicy, PollService } from './ports.ts';
import { createReadService } from './read-service.ts';
import type { PollRepositories } from './repository.ts';
import { createVoteService } from './vote-service.ts';
import { createWorkService, type PollWork } from './work-service.ts';

export interface PollParts {
  repositories: PollRepositories;
  jobs: JobQueue;
  policy: PollPolicy;
  isEmojiUsable: EmojiUse;
  /** For the keys of sealed polls. */
  random: Random;
  onAct?: OnAct;
}

/** The poll feature: `service` for its surface, `work` for its jobs. */
export function createPolls({ repositories, ...given }: PollParts): { service: PollService; work: PollWork } {
  const polls = withUsableEmoji(repositories.polls, given.isEmojiUsable);
  const parts = { ...repositories, ...given, polls };
  const endings = createEndings(parts);
  const createPoll = createCreatePoll(parts);
  const service = {
    ...createDraftService({ ...parts, createPoll }),
    ...createVoteService({ ...parts, endings }),
    ...createCloseService({ ...parts, endings }),
    ...createReadService(parts),
  };
  return { service, work: createWorkService({ ...parts, endings, createPoll }) };
}
