import { test } from 'vitest';
import type { Ama, Question } from '../../src/features/amas/model.ts';
import { adjustableClock } from '../../src/platform/clock.ts';
import { type AmaTown, startAmas } from './amas.ts';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';

type TownOptions = Parameters<typeof startAmas>[0];

export interface AmaStage extends AmaTown {
  readonly stored: Stored;
}

/** A test whose town is ended after it, and held to what must be true after any fault. */
export const amaTest = test.extend<{ begin: (options?: TownOptions) => Promise<AmaStage> }>({
  async begin({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const town = await startAmas({ botToken: markedToken, ...options });
      const stored = storedIn(town.config.databasePath);
      const stage = Object.assign(Object.create(town) as AmaTown, { stored });
      onTestFinished(() => endStage(stage));
      return stage;
    });
  },
});

export interface StoredAma {
  id: number;
  title: string;
  status: Ama['status'];
  start_at: number;
  end_at: number;
  channel_id: string;
  event_id: string | null;
  message_id: string | null;
  thread_id: string | null;
  panel_message_id: string | null;
  queue_message_id: string | null;
  air_message_id: string | null;
  questions: number;
  waiting: number;
  supports: number;
}

export interface StoredQuestion {
  id: number;
  ama_id: number;
  number: number;
  status: Question['status'];
  text: string;
  supports: number;
  also_asked: number;
  answer_text: string | null;
  answer_message_id: string | null;
}

type Kept = Pick<AmaStage, 'stored'>;

/** The AMAs as the data file has them, oldest first. */
export const amasOf = ({ stored }: Kept): StoredAma[] =>
  stored.all<StoredAma>('SELECT * FROM amas ORDER BY id');

export function onlyAma(kept: Kept): StoredAma {
  const [ama, ...more] = amasOf(kept);
  if (!ama || more.length > 0) throw new Error(`${more.length + (ama ? 1 : 0)} AMAs`);
  return ama;
}

export const questionsOf = ({ stored }: Kept, amaId = 1): StoredQuestion[] =>
  stored.all<StoredQuestion>('SELECT * FROM ama_questions WHERE ama_id = ? ORDER BY number', amaId);

/** Status of each question, by number. */
export const standingsOf = (kept: Kept, amaId = 1): string[] =>
  questionsOf(kept, amaId).map(({ number, status }) => `${number} ${status}`);

/** What is written in the trail, oldest first. */
export const trailOf = ({ stored }: Kept, amaId = 1): string[] =>
  stored
    .all<{ kind: string }>('SELECT kind FROM ama_events WHERE ama_id = ? ORDER BY id', amaId)
    .map(({ kind }) => kind);

/** A hash of everything that people decided, to show that nothing changed. */
export const decisionsOf = ({ stored }: Kept): string =>
  JSON.stringify(
    ['ama_questions', 'ama_supporters', 'ama_reminders', 'ama_drafts', 'ama_blocks', 'ama_events']
      .map((table) => stored.all(`SELECT * FROM ${table}`))
      .concat([stored.all('SELECT id, status, title, questions, waiting, supports FROM amas')]),
  );

/** A clock that shows `start` (UTC ms) now, and goes on. */
export function clockFrom(start: number) {
  const began = Date.now();
  return adjustableClock({ now: () => start + Date.now() - began });
}
