import type { APIMessage } from 'discord-api-types/v10';
import { test } from 'vitest';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';
import { pressId } from './ideas.ts';
import { isEphemeral, textOf } from './messages.ts';
import type { PersonaDriver } from './persona.ts';
import { BADGE, STAFF_CHANNEL, startThanks, type ThanksTown } from './shoutouts.ts';

export interface ThanksStage extends ThanksTown {
  readonly stored: Stored;
}

/** A test whose town is ended after it, and held to what must be true after any fault; notices go to the staff channel. */
export const thanksTest = test.extend<{
  begin: (options?: Parameters<typeof startThanks>[0]) => Promise<ThanksStage>;
}>({
  async begin({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const town = await startThanks({ botToken: markedToken, ...options });
      const stored = storedIn(town.config.databasePath);
      const stage = Object.assign(Object.create(town) as ThanksTown, { stored });
      onTestFinished(() => endStage(stage));
      const { reply } = await town.admin.slash('setup');
      await town.admin.choose(reply!, 'No notices', [STAFF_CHANNEL]);
      return stage;
    });
  },
});

type Kept = Pick<ThanksStage, 'stored'>;

export interface StoredShoutout {
  id: number;
  status: string;
  reason: string;
  message_id: string | null;
  channel_id: string | null;
}

/** The shout-outs as the data file has them, oldest first. */
export const shoutoutsOf = ({ stored }: Kept): StoredShoutout[] =>
  stored.all<StoredShoutout>('SELECT id, status, reason, message_id, channel_id FROM shoutouts ORDER BY id');

export const statusesOf = (kept: Kept): string[] => shoutoutsOf(kept).map(({ status }) => status);

/** Everything that people decided and what it came to, to show that nothing changed. */
export const decisionsOf = ({ stored }: Kept): string =>
  JSON.stringify(
    [
      'shoutout_receivers',
      'shoutout_counts',
      'shoutout_members',
      'shoutout_drafts',
      'shoutout_events',
      'shoutout_settings',
    ]
      .map((table) => stored.all(`SELECT * FROM ${table}`))
      .concat([stored.all('SELECT id, status, reason FROM shoutouts')]),
  );

/** What stands in the channel for notices and says so. */
export const notices = ({ owner }: Pick<ThanksTown, 'owner'>, words: string): string[] =>
  owner
    .messages('staff')
    .filter((message: APIMessage) => !isEphemeral(message))
    .map((message) => textOf(message))
    .filter((text) => text.includes(words));

/** Names the badge role for a milestone on a settings panel; resolves with the panel. */
export async function setUpBadge(
  person: PersonaDriver,
  panel: APIMessage,
  milestone: string,
): Promise<string> {
  await pressId(person, panel, 'shoutout-setup-page', 'badges');
  const { modal } = await pressId(person, panel, 'shoutout-setup-edit', 'badge');
  return (await person.submitModal(modal, { milestone, role: [BADGE] })).text;
}
