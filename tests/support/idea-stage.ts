import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';
import { IDEAS, type IdeaTown, startIdeas, type TownOptions } from './ideas.ts';
import { isEphemeral, textOf } from './messages.ts';
import type { PersonaDriver } from './persona.ts';

export interface IdeaStage extends IdeaTown {
  readonly stored: Stored;
}

/** A test whose town is ended after it, and held to what must be true after any fault. */
export const ideaTest = test.extend<{ begin: (options?: TownOptions) => Promise<IdeaStage> }>({
  async begin({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const town = await startIdeas({ botToken: markedToken, ...options });
      const stored = storedIn(town.config.databasePath);
      const stage = Object.assign(Object.create(town) as IdeaTown, { stored });
      onTestFinished(() => endStage(stage));
      return stage;
    });
  },
});

export interface StoredIdea {
  id: number;
  title: string;
  status: string;
  supporters: number;
  channel_id: string | null;
  message_id: string | null;
  merged_into: number | null;
}

/** The ideas as the data file has them, oldest first. */
export const ideasOf = ({ stored }: Pick<IdeaStage, 'stored'>): StoredIdea[] =>
  stored.all<StoredIdea>(
    'SELECT id, title, status, supporters, channel_id, message_id, merged_into FROM ideas ORDER BY id',
  );

/** Who supports an idea, in order. */
export const supportersOf = ({ stored }: Pick<IdeaStage, 'stored'>, ideaId = 1): string[] =>
  stored
    .all<{ user_id: string }>(
      'SELECT user_id FROM idea_supporters WHERE supporting = 1 AND idea_id = ? ORDER BY user_id',
      ideaId,
    )
    .map(({ user_id }) => user_id);

/** What is written in the trails, oldest first. */
export const eventsOf = ({ stored }: Pick<IdeaStage, 'stored'>, ideaId = 1): string[] =>
  stored
    .all<{ kind: string }>('SELECT kind FROM idea_events WHERE idea_id = ? ORDER BY id', ideaId)
    .map(({ kind }) => kind);

/** The messages for staff with these words. */
export const staffNotes = ({ owner }: Pick<IdeaTown, 'owner'>, words: string | RegExp): string[] =>
  owner
    .messages('staff')
    .filter((message: APIMessage) => !isEphemeral(message))
    .map((message) => textOf(message))
    .filter((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)));

/** Takes permissions away from the bot in a channel, or with 0 gives all of them back. */
export async function forbid(admin: PersonaDriver, deny: bigint, channelId: string = IDEAS.forum) {
  const { status } = await admin.api('PUT', `/channels/${channelId}/permissions/${SMALL.roles.bot}`, {
    type: 0,
    allow: '0',
    deny: String(deny),
  });
  expect(status).toBe(204);
}
