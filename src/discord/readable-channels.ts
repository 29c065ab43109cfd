import type { REST } from '@discordjs/rest';
import type { APIGuild, APIGuildChannel, APIOverwrite } from 'discord-api-types/v10';
import { PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { Clock } from '../platform/clock.ts';
import type { Result } from './failure.ts';
import { sorted } from './messenger.ts';
import { permissionsInChannel } from './permissions.ts';

type Channel = APIGuildChannel & { permission_overwrites?: APIOverwrite[] };

interface Plan {
  guild: APIGuild;
  channels: readonly Channel[];
}

/** How long a guild's plan is trusted, and how many are kept. */
const KEPT_MS = 30_000;
const KEPT_GUILDS = 50;

export interface Reader {
  userId: string;
  roleIds: readonly string[];
}

/**
 * Which channels a person can read: an interaction tells only of the channel it happens in. Asked from Discord
 * when somebody lists things, kept for half a minute, because Hearth keeps no channels.
 */
export function readableChannels(deps: { rest: REST; clock: Clock }) {
  const { rest, clock } = deps;
  const plans = new Map<string, { until: number; plan: Promise<Result<Plan>> }>();

  const ask = async (guildId: string): Promise<Result<Plan>> => {
    const [guild, channels] = await Promise.all([
      sorted<APIGuild>(() => rest.get(Routes.guild(guildId))),
      sorted<Channel[]>(() => rest.get(Routes.guildChannels(guildId))),
    ]);
    if (!guild.ok) return guild;
    if (!channels.ok) return channels;
    return { ok: true, value: { guild: guild.value, channels: channels.value } };
  };

  const planOf = (guildId: string): Promise<Result<Plan>> => {
    const kept = plans.get(guildId);
    if (kept && kept.until > clock.now()) return kept.plan;
    const plan = ask(guildId);
    plans.delete(guildId);
    plans.set(guildId, { until: clock.now() + KEPT_MS, plan });
    const oldest = plans.keys().next().value;
    if (plans.size > KEPT_GUILDS && oldest !== undefined) plans.delete(oldest);
    return plan;
  };

  /** Channel ids, threads left out; `undefined` where Discord did not say. */
  return async (guildId: string, reader: Reader): Promise<readonly string[] | undefined> => {
    const asked = await planOf(guildId);
    if (!asked.ok) return undefined;
    const { guild, channels } = asked.value;
    const mayRead = ({ permission_overwrites: overwrites }: Channel) => {
      const bits = permissionsInChannel({
        guildId,
        ownerId: guild.owner_id,
        userId: reader.userId,
        memberRoleIds: [...reader.roleIds],
        roles: guild.roles,
        overwrites: overwrites ?? [],
      });
      return (bits & PermissionFlagsBits.ViewChannel) !== 0n;
    };
    return channels.filter(mayRead).map(({ id }) => id);
  };
}
