import type { APIMessage } from 'discord-api-types/v10';
import { test } from 'vitest';
import { iso } from '../../src/sandbox/community/ids.ts';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import { IDEAS, ideasSeed } from './ideas.ts';
import { isEphemeral, textOf } from './messages.ts';
import type { PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Where greeters are told: the staff channel. */
export const GREETERS = 'staff';
const FIRST_NEW = 1_190_700_000_000_000_000n;

const names = ['owner', 'admin', 'moderator', 'member', 'other', 'german'] as const;
export type GuardTown = TestHearth &
  Record<(typeof names)[number], PersonaDriver> & {
    readonly stored: Stored;
    /** Joined an hour ago. */
    readonly newcomers: readonly PersonaDriver[];
  };

type Options = TestSandboxOptions & {
  newcomers?: number;
  guarded?: boolean;
  environment?: Record<string, string>;
};

/** The small community with some people who joined an hour ago. */
export function newcomersSeed(count: number) {
  const seed = ideasSeed();
  const [guild] = seed.guilds;
  for (let index = 0; index < count; index += 1) {
    const id = String(FIRST_NEW + BigInt(index));
    seed.users.push({ ...seed.users.at(-1)!, id, username: `fresh${index}`, global_name: `Fresh ${index}` });
    guild!.members.push({ user_id: id, nick: null, joined_at: iso(Date.now() - HOUR), roles: [] });
  }
  return seed;
}

/** A test whose bot tells greeters in the staff channel, and is held to what must be true after any fault. */
export const guardTest = test.extend<{ begin: (options?: Options) => Promise<GuardTown> }>({
  async begin({ onTestFinished }, use) {
    await use(async ({ newcomers: count = 3, guarded = true, ...options } = {}) => {
      const hearth = await startHearth({ botToken: markedToken, seed: newcomersSeed(count), ...options });
      const { sandbox, config } = hearth;
      const town = Object.assign(Object.create(hearth) as GuardTown, {
        ...Object.fromEntries(names.map((name) => [name, sandbox.persona(name)])),
        stored: storedIn(config.databasePath),
        newcomers: Array.from({ length: count }, (_, index) => sandbox.persona(`fresh${index}`)),
      });
      onTestFinished(() => endStage(town));
      if (guarded) await tellIn(town, sandbox.channel(GREETERS).id);
      return town;
    });
  },
});

/** `/setup section: Newcomers`, and a channel picked; what the panel says then. */
export async function tellIn(
  { admin }: Pick<GuardTown, 'admin'>,
  channelId: string | undefined,
): Promise<string> {
  const { reply } = await admin.slash('setup', { section: 'newcomers' });
  const { text } = await admin.choose(reply!, 'guard-channel:v1', channelId === undefined ? [] : [channelId]);
  return text;
}

export interface StoredFirst {
  user_id: string;
  message_id: string;
  status: string;
  card_id: number | null;
  look_at: number | null;
}

export const firstsOf = ({ stored }: Pick<GuardTown, 'stored'>): StoredFirst[] =>
  stored.all<StoredFirst>('SELECT * FROM guard_firsts ORDER BY id');

export const statusesOf = (town: Pick<GuardTown, 'stored'>): string[] =>
  firstsOf(town).map(({ status }) => status);

/** Cards that stand in a channel, the oldest first. */
export const cardsIn = ({ admin }: Pick<GuardTown, 'admin'>, channel = GREETERS): APIMessage[] =>
  admin
    .messages(channel)
    .filter((message) => message.author.bot === true && !isEphemeral(message))
    .filter((message) => /^### (?:👋|✅)/u.test(textOf(message)));

/** Says something for the first time, and waits until that is kept. */
export async function firstWords(
  town: Pick<GuardTown, 'sandbox' | 'stored'>,
  who: PersonaDriver,
  channel = 'general',
): Promise<APIMessage> {
  const message = await who.say('Hello everybody!', { channel });
  await town.sandbox.until(() => firstsOf(town).some(({ message_id: id }) => id === message.id));
  return message;
}

/** Forward in time, and until what fell due is done. */
export async function wait(town: Pick<GuardTown, 'sandbox' | 'stored'>, ms: number): Promise<void> {
  town.sandbox.advance(ms);
  await settled(town);
}

/** Until nothing of the guard is due, or it waits for a permission. */
export async function settled({ sandbox, stored }: Pick<GuardTown, 'sandbox' | 'stored'>): Promise<void> {
  const now = sandbox.clock.now();
  const isDone = () =>
    stored
      .jobs()
      .filter(({ kind }) => kind === 'guard.look')
      .every(({ status, run_at: at }) => status === 'parked' || (status === 'pending' && at > now));
  await sandbox.until(isDone, 30_000);
}

export const OPEN_CHANNEL = IDEAS.text;
