import type { APIMessage } from 'discord-api-types/v10';
import { OverwriteType } from 'discord-api-types/v10';
import * as pollIds from '../../src/features/polls/custom-ids.ts';
import * as setupIds from '../../src/features/settings/custom-ids.ts';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import { interactionPayload } from '../../src/sandbox/interactions/payload.ts';
import { openInteraction } from '../../src/sandbox/interactions/store.ts';
import type { InteractionOutcome } from '../../src/sandbox/world/types.ts';
import { textOf } from './messages.ts';
import type { TestSandbox } from './sandbox.ts';

export interface Forged {
  userId: string;
  channelId: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: 2 | 3 | 4 | 5;
  data: object;
  message?: APIMessage;
}

/** Hands the bot an interaction that no honest client sends; resolves with its answer, or after 3 s without one. */
export async function forge(
  sandbox: TestSandbox,
  forged: Forged,
): Promise<InteractionOutcome & { words: string }> {
  const { world } = sandbox;
  const { userId, channelId, type, data, message } = forged;
  const state = sandbox.channel(channelId);
  const guild = state.guildId === undefined ? undefined : world.guilds.get(state.guildId);
  const outcome = await new Promise<InteractionOutcome>((resolve) => {
    const place = { type, userId, channelId: state.id, guildId: state.guildId, nonce: undefined };
    const nothing = { command: undefined, optionType: type === 4 ? 3 : undefined, openedBy: undefined };
    const record = openInteraction(world, { ...place, ...nothing, sourceId: message?.id }, resolve);
    world.emit({
      t: 'INTERACTION_CREATE',
      d: interactionPayload(world, record, state, guild, { data, ...(message ? { message } : {}) }),
      userIds: [world.botId],
      only: 'bot',
      ...(guild ? { guildId: guild.id } : {}),
    });
  });
  const [first] = world.interactions.byId.get(outcome.id)?.messageIds ?? [];
  return {
    ...outcome,
    words: textOf(first === undefined ? undefined : world.ephemerals.get(first)?.message),
  };
}

/** How every control of Hearth's is called, as `poll-vote:v1`. */
export const knownControls: readonly string[] = [
  ...Object.values(pollIds),
  ...Object.values(setupIds),
].flatMap((one) => (typeof one === 'object' && 'build' in one ? [`${one.name}:v${one.version}`] : []));

export const ELSEWHERE = {
  guild: '1191000000000000101',
  channel: '1191000000000000121',
  botRole: '1191000000000000111',
};

/** The small guild and another one with the same admin and member in it. */
export function twoGuilds(): CommunitySeed {
  const seed = buildSmallSeed();
  const [small] = seed.guilds;
  if (!small) throw new Error('the small seed has a guild');
  const renamed = (id: string) => {
    if (id === SMALL.guild) return ELSEWHERE.guild;
    if (id === SMALL.roles.bot) return ELSEWHERE.botRole;
    return id.replace(/^11910000000000000/, '11910000000000001');
  };
  const elsewhere = {
    ...small,
    id: ELSEWHERE.guild,
    name: 'Another guild (sample)',
    roles: small.roles.map((role) => ({ ...role, id: renamed(role.id) })),
    channels: small.channels.slice(0, 1).map((channel) => ({
      ...channel,
      id: ELSEWHERE.channel,
      name: 'elsewhere',
      permission_overwrites: [{ id: ELSEWHERE.guild, type: OverwriteType.Role, allow: '0', deny: '0' }],
    })),
    members: small.members.map((member) => ({ ...member, roles: member.roles.map(renamed) })),
  };
  return { ...seed, guilds: [small, elsewhere] };
}
