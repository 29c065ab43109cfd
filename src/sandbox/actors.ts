import type { Actor } from './routes/route.ts';
import type { World } from './world/types.ts';

/** Who a token belongs to: the bot's own, or `persona.<userId>` of anybody who is not a bot. */
export function actorOf(world: World, botToken: string, token: string): Actor | undefined {
  if (token === botToken) {
    const user = world.users.get(world.botId);
    return user && { user, bot: true, token };
  }
  if (!token.startsWith('persona.')) return undefined;
  const user = world.users.get(token.slice('persona.'.length));
  return user === undefined || user.bot === true ? undefined : { user, bot: false, token };
}

/** The actor of an Authorization header: bots write `Bot <token>`, people the bare token. */
export function authenticate(world: World, botToken: string, header: string | undefined): Actor | undefined {
  if (header === undefined) return undefined;
  const bot = header.startsWith('Bot ');
  const actor = actorOf(world, botToken, bot ? header.slice(4) : header);
  return actor?.bot === bot ? actor : undefined;
}
