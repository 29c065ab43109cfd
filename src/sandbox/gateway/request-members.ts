import { GatewayIntentBits as I } from 'discord-api-types/v10';
import type { GuildState, Member } from '../world/types.ts';
import { dispatch, type Session } from './session.ts';
import type { GatewayState } from './state.ts';

interface Request {
  guild_id?: unknown;
  query?: string;
  limit?: number;
  user_ids?: string | string[];
  presences?: boolean;
  nonce?: string;
}

const CHUNK = 1000;
const MAX_FOUND = 100;

/** Op 8: answers with GUILD_MEMBERS_CHUNK. The whole list needs GUILD_MEMBERS; without it there is no answer. */
export function requestMembers(state: GatewayState, session: Session, d: unknown): void {
  const request = (d ?? {}) as Request;
  const guild = state.world.guilds.get(String(request.guild_id));
  if (guild === undefined || !guild.members.has(session.user.id)) return;
  const wanted = request.user_ids === undefined ? undefined : [request.user_ids].flat();
  const everybody = wanted === undefined && (request.query ?? '') === '' && (request.limit ?? 0) === 0;
  if (everybody && session.bot && (session.intents & I.GuildMembers) === 0) return;
  const members = wanted === undefined ? byName(guild, request, everybody) : byId(guild, wanted);
  const missing = wanted?.filter((id) => !guild.members.has(id)) ?? [];
  const count = Math.max(1, Math.ceil(members.length / CHUNK));
  for (let index = 0; index < count; index += 1) {
    const chunk = {
      guild_id: guild.id,
      members: members.slice(index * CHUNK, (index + 1) * CHUNK),
      chunk_index: index,
      chunk_count: count,
      not_found: index === 0 ? missing : [],
      ...(request.presences === true ? { presences: [] } : {}),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    };
    dispatch(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
  }
}

function byId(guild: GuildState, ids: readonly string[]): Member[] {
  return ids.slice(0, MAX_FOUND).flatMap((id) => guild.members.get(id) ?? []);
}

function byName(guild: GuildState, request: Request, everybody: boolean): Member[] {
  const prefix = (request.query ?? '').toLowerCase();
  const found = [...guild.members.values()].filter(
    (member) =>
      member.user.username.toLowerCase().startsWith(prefix) ||
      (member.nick ?? '').toLowerCase().startsWith(prefix),
  );
  return everybody ? found : found.slice(0, Math.min(MAX_FOUND, request.limit ?? MAX_FOUND));
}
