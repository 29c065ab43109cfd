import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { TestSandbox } from '../support/sandbox.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** An unmodified discord.js client, logged in: only `rest.api` points elsewhere. */
export async function loginBot(
  sandbox: TestSandbox,
  onInteraction: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
  options: Partial<ClientOptions> = {},
): Promise<Client<true> & { problems: unknown[] }> {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    ...options,
    rest: { api: sandbox.apiUrl, ...options.rest },
  });
  const problems: unknown[] = [];
  client.on(Events.Error, (error) => problems.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    onInteraction(interaction).catch((error: unknown) => problems.push(error));
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(sandbox.botToken);
  await ready;
  return Object.assign(client as Client<true>, { problems });
}
