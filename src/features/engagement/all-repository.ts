import type Sqlite from 'better-sqlite3';
import { createActivityRepository } from './activity-repository.ts';
import { createConversationRepository } from './conversation-repository.ts';
import { createCountingRepository } from './counting-repository.ts';
import { createHelpRepository } from './help-repository.ts';
import { createMarkRepository } from './mark-repository.ts';
import { createPauseRepository } from './pause-repository.ts';
import { engagementRepository } from './repository.ts';
import { createRetentionRepository } from './retention-repository.ts';
import { createVoiceRepository } from './voice-repository.ts';

export type EngagementRepositories = ReturnType<typeof createEngagementRepositories>;

/** All that counting writes and reads, on one connection. */
export function createEngagementRepositories(sqlite: Sqlite.Database) {
  return {
    activity: createActivityRepository(sqlite),
    conversations: createConversationRepository(sqlite),
    marks: createMarkRepository(sqlite),
    counting: createCountingRepository(sqlite),
    pauses: createPauseRepository(sqlite),
    voice: createVoiceRepository(sqlite),
    retention: createRetentionRepository(sqlite),
    help: createHelpRepository(sqlite),
    days: engagementRepository(sqlite),
  };
}
