import type { APIMessage } from 'discord-api-types/v10';
import { viewChannel } from '../world/channels.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, GuildState, InteractionRecord, World } from '../world/types.ts';

/** Bytes of one file that the bot may attach to its answer. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** INTERACTION_CREATE as the bot gets it. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionPayload(
  world: World,
  record: InteractionRecord,
  state: ChannelState,
  guild: GuildState | undefined,
  checked: { data: object; message?: APIMessage },
): object {
  const { userId } = record;
  const permissions = permissionsOf(world, userId, state).toString();
  const member = guild?.members.get(userId);
  const { permission_overwrites: _, ...channel } = viewChannel(state, userId);
  return {
    id: record.id,
    application_id: world.application.id,
    type: record.type,
    token: record.token,
    version: 1,
    data: checked.data,
    channel_id: state.id,
    channel: { ...channel, permissions },
    ...(guild === undefined
      ? { user: world.users.get(userId), context: 1, authorizing_integration_owners: { 0: '0' } }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.data.preferred_locale, features: guild.data.features },
          guild_locale: guild.data.preferred_locale,
          member: { ...member, permissions },
          context: 0,
          authorizing_integration_owners: { 0: guild.id },
        }),
    locale: world.locales.get(userId) ?? 'en-US',
    app_permissions: permissionsOf(world, world.botId, state).toString(),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...(checked.message === undefined ? {} : { message: checked.message }),
  };
}

/** `interaction_metadata` of a message that answers an interaction. */
export function interactionMetadata(world: World, record: InteractionRecord): Record<string, unknown> {
  const metadata = {
    id: record.id,
    type: record.type,
    user: world.users.get(record.userId),
    authorizing_integration_owners: { 0: record.guildId ?? '0' },
  };
  if (record.openedBy !== undefined) {
    return { ...metadata, triggering_interaction_metadata: interactionMetadata(world, record.openedBy) };
  }
  if (record.sourceId !== undefined) return { ...metadata, interacted_message_id: record.sourceId };
  const { command } = record;
  if (command === undefined) return metadata;
  const target = command.targetId;
  return {
    ...metadata,
    name: command.name,
    ...(command.type === 2 && target !== undefined ? { target_user: world.users.get(target) } : {}),
    ...(command.type === 3 && target !== undefined ? { target_message_id: target } : {}),
  };
}
