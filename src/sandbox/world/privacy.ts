import { refuse } from '../errors.ts';
import type { ChannelState, Snowflake, World } from './types.ts';

const closed = new WeakMap<World, Set<Snowflake>>();

/** Whether people who only share a server with the user may write to them. */
export function setDmsOpen(world: World, userId: Snowflake, open: boolean): void {
  const ids = closed.get(world) ?? new Set();
  closed.set(world, ids);
  if (open) ids.delete(userId);
  else ids.add(userId);
}

/**
 * What comes before a message in a DM: throws 50007 where the other one has closed DMs or is a bot that a bot writes
 * to, 50278 where a bot shares no guild with them. Does nothing in guild channels.
 */
export function requireDmAccepted(world: World, senderId: Snowflake, state: ChannelState): void {
  const recipient = state.channel.recipients?.find((user) => user.id !== senderId);
  if (state.guildId !== undefined || recipient === undefined) return;
  const sender = world.users.get(senderId);
  if (closed.get(world)?.has(recipient.id)) throw refuse(50007);
  if (!sender?.bot) return;
  if (recipient.bot) throw refuse(50007);
  const shared = [...world.guilds.values()].some(
    ({ members }) => members.has(senderId) && members.has(recipient.id),
  );
  if (!shared) throw refuse(50278);
}
