import type { APIMessage } from 'discord-api-types/v10';
import { buildManyGuilds } from '../../src/sandbox/community/build-many-guilds.ts';
import { buttonsOf } from '../support/messages.ts';
import type { TestSandbox } from '../support/sandbox.ts';
import { startTestSandbox } from '../support/sandbox.ts';
import { type BotName, type RunningBot, startBot } from './bots.ts';
import type { Press } from './load.ts';

export interface ArenaOptions {
  guilds?: number;
  members?: number;
  rateLimits?: boolean;
  /** Hearth's data folder, to start again with the same one. */
  folder?: string;
}

/** One sandbox with one bot in it. */
export interface Arena {
  sandbox: TestSandbox;
  bot: RunningBot;
  /** Ids of those who press. */
  userIds: string[];
  close(): Promise<void>;
}

export async function openArena(name: BotName, options: ArenaOptions = {}): Promise<Arena> {
  const seed = buildManyGuilds(options.guilds ?? 1, options.members ?? 2_000);
  const sandbox = await startTestSandbox({ seed, rateLimits: options.rateLimits ?? true });
  const bot = await joinBot(name, sandbox, options.folder).catch(async (error: unknown) => {
    await sandbox.close();
    throw error;
  });
  const arena: Arena = {
    sandbox,
    bot,
    userIds: seed.users.filter((user) => !user.bot).map((user) => user.id),
    async close() {
      await arena.bot.stop();
      await sandbox.close();
    },
  };
  return arena;
}

export function joinBot(name: BotName, sandbox: TestSandbox, folder?: string): Promise<RunningBot> {
  const channelId = sandbox.channel(CHANNEL).id;
  const settings = { apiUrl: sandbox.apiUrl, token: sandbox.botToken, channelId };
  return startBot(name, folder === undefined ? settings : { ...settings, folder });
}

export const CHANNEL = 'channel-0';

/** Something with two buttons: a poll of Hearth's, or the message of the bare bot. */
export async function openBallot({ sandbox, bot }: Arena, channel = CHANNEL): Promise<APIMessage> {
  if (bot.name === 'hearth') await publishPoll(sandbox, channel);
  const prefix = bot.name === 'hearth' ? 'poll-vote:' : 'bare:';
  return sandbox.until(() => {
    const posted = sandbox.channel(channel).messages.map(({ message }) => message);
    return posted.findLast((message) => votingButtons(message, prefix).length === 2);
  });
}

async function publishPoll(sandbox: TestSandbox, channel: string): Promise<void> {
  const owner = sandbox.persona('person1');
  const options = { question: 'When shall we meet?', options: 'Saturday | Sunday', closes: 'in 3 days' };
  const preview = await owner.slash('/poll quick', options, { channel });
  if (preview.reply === undefined) throw new Error('Hearth gave no preview of the poll');
  const publish = buttonsOf(preview.reply).find(({ customId }) => customId?.endsWith(':publish'));
  await owner.press(preview.reply, publish?.customId ?? '');
}

const votingButtons = (message: APIMessage, prefix: string): string[] =>
  buttonsOf(message).flatMap(({ customId }) => (customId?.startsWith(prefix) ? [customId] : []));

/**
 * The `index`-th press: everybody in turn, the first round for the first option, the second for the other one, so
 * that every press changes something.
 */
export function presser({ sandbox, userIds }: Arena, message: APIMessage, from = 0): Press {
  const buttons = buttonsOf(message).flatMap(({ customId }) =>
    customId !== undefined && /^(?:poll-vote|bare):/.test(customId) ? [customId] : [],
  );
  return (index) => {
    const turn = from + index;
    const round = Math.floor(turn / userIds.length);
    return sandbox.interact(userIds[turn % userIds.length] ?? '', {
      type: 3,
      channel_id: message.channel_id,
      message_id: message.id,
      data: { component_type: 2, custom_id: buttons[round % 2] ?? '' },
    });
  };
}
