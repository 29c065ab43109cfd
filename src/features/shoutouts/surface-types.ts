import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { RoleOrder } from '../../discord/guild-info.ts';
import type { Call } from '../../discord/interaction.ts';
import type { ShoutoutPolicy, ShoutoutService } from './ports.ts';

/** What the commands and components of shout-outs need from outside. */
export interface ShoutoutSurfaceDeps {
  shoutouts: ShoutoutService;
  writer: Writer;
  policy: Pick<ShoutoutPolicy, 'mayManage' | 'mayAdminister'>;
}

/** The bot's own bits in a channel are asked for where the interaction does not carry them. */
export interface ShoutoutSetupDeps extends Pick<ShoutoutSurfaceDeps, 'shoutouts' | 'writer'> {
  ownPermissions: (guildId: string, channelId: string) => Promise<Result<bigint>>;
  roleOrder: (guildId: string) => Promise<Result<RoleOrder>>;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
