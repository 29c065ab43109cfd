import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';
import { blankMessage } from '../world/blank.ts';
import { canView } from '../world/permissions.ts';
import type { ChannelState, World, WorldEvent } from '../world/types.ts';
import { intentsAdmit } from './intents.ts';
import { guildCreate, shardOf } from './payloads.ts';
import { dispatch, type Session } from './session.ts';
import { followSight, isInSight, noteSight } from './visibility.ts';

/** Events that bots get of every channel of a guild, seen or not; people only of those they see. */
const OF_THE_GUILD = new Set(['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE']);
const WITH_CONTENT = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE']);

/** Hands one event to the sessions that may see it, each form of it serialized once. */
export function deliver(world: World, sessions: Iterable<Session>, event: WorldEvent): void {
  const state = event.channelId === undefined ? undefined : world.channels.get(event.channelId);
  let full: string | undefined;
  let blank: string | undefined;
  const people: Session[] = [];
  for (const session of sessions) {
    if (!session.bot) people.push(session);
    if (!mayGet(world, session, event, state) || !isInSight(session, event)) continue;
    if (event.t === 'GUILD_MEMBER_ADD' && joinedBy(event, session)) {
      welcome(world, session, event);
    } else if (event.view !== undefined) {
      dispatch(session, event.t, JSON.stringify(contentFor(session, event, event.view(session.user.id))));
    } else if (isBlanked(session, event)) {
      blank ??= JSON.stringify(contentFor(session, event, event.d));
      dispatch(session, event.t, blank);
    } else {
      full ??= JSON.stringify(event.d);
      dispatch(session, event.t, full);
    }
  }
  for (const session of people) followSight(world, session, event.guildId);
}

function mayGet(world: World, session: Session, event: WorldEvent, state: ChannelState | undefined): boolean {
  const { user, bot } = session;
  if (event.only !== undefined && event.only !== (bot ? 'bot' : 'users')) return false;
  if (bot && !onShard(session, event)) return false;
  // During an outage of the server nothing in it is told: it comes back with GUILD_CREATE.
  if (bot && event.guildId !== undefined && world.guilds.get(event.guildId)?.unavailable) return false;
  if (bot && !intentsAdmit(session.intents, event, user.id) && !joinedBy(event, session)) return false;
  if (event.userIds !== undefined) return event.userIds.includes(user.id);
  if (event.guildId !== undefined && world.guilds.get(event.guildId)?.members.has(user.id) !== true)
    return false;
  if (event.channelId === undefined) return true;
  if (bot && OF_THE_GUILD.has(event.t)) return true;
  return state !== undefined && canView(world, user.id, state);
}

function onShard(session: Session, event: WorldEvent): boolean {
  const [id, count] = session.shard;
  if (count === 1) return true;
  return event.guildId === undefined ? id === 0 : shardOf(event.guildId, count) === id;
}

function isBlanked(session: Session, event: WorldEvent): boolean {
  return (
    session.bot &&
    event.guildId !== undefined &&
    WITH_CONTENT.has(event.t) &&
    (session.intents & GatewayIntentBits.MessageContent) === 0
  );
}

function contentFor(session: Session, event: WorldEvent, d: object): object {
  return isBlanked(session, event) ? blankMessage(d as APIMessage, session.user.id) : d;
}

const joinedBy = (event: WorldEvent, session: Session): boolean =>
  event.t === 'GUILD_MEMBER_ADD' && (event.d as { user?: { id: string } }).user?.id === session.user.id;

/** Who joins a guild gets the guild itself instead of the news of the own arrival. */
function welcome(world: World, session: Session, event: WorldEvent): void {
  const guild = world.guilds.get(event.guildId ?? '');
  if (guild === undefined) return;
  dispatch(session, 'GUILD_CREATE', JSON.stringify(guildCreate(world, guild, session)));
  if (!session.bot) noteSight(world, session, guild);
}
