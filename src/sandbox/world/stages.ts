import type { APIStageInstance } from 'discord-api-types/v10';
import type { GuildState, Snowflake, World } from './types.ts';

/** Makes a stage live, or changes the one that is, and dispatches STAGE_INSTANCE_CREATE or STAGE_INSTANCE_UPDATE. */
export function putStage(world: World, guild: GuildState, stage: APIStageInstance): APIStageInstance {
  const t = guild.stageInstances.has(stage.channel_id) ? 'STAGE_INSTANCE_UPDATE' : 'STAGE_INSTANCE_CREATE';
  guild.stageInstances.set(stage.channel_id, stage);
  world.emit({ t, d: stage, guildId: guild.id, channelId: stage.channel_id });
  return stage;
}

/** Closes the stage of a channel where one is live, and dispatches STAGE_INSTANCE_DELETE. */
export function endStage(world: World, guild: GuildState, channelId: Snowflake): void {
  const stage = guild.stageInstances.get(channelId);
  if (stage === undefined) return;
  guild.stageInstances.delete(channelId);
  world.emit({ t: 'STAGE_INSTANCE_DELETE', d: stage, guildId: guild.id, channelId });
}
