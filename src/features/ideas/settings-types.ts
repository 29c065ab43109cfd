import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { RoleOrder } from '../../discord/guild-info.ts';
import type { Call } from '../../discord/interaction.ts';
import type { GoalBasis, IdeaSettings } from './model.ts';
import type { DryRun } from './ports.ts';
import type { ChannelLookups } from './settings-channel-check.ts';
import type { IdeaSettingsService } from './settings-service.ts';

/** What it takes to draw the panel for ideas. */
export interface IdeaSetupSources {
  ideaSettings: IdeaSettingsService;
  activity: (guildId: string, now: number) => GoalBasis;
  /** Where the team hears of things when ideas have no channel of their own for it. */
  noticesChannelOf: (guildId: string) => string | undefined;
}

/** The bot's own bits in a channel are asked for where the interaction does not carry them. */
export interface IdeaSetupDeps extends IdeaSetupSources, ChannelLookups {
  writer: Writer;
  roleOrder: (guildId: string) => Promise<Result<RoleOrder>>;
  /** How past ideas would have done with these settings. */
  dryRun: (guildId: string, settings: IdeaSettings, now: number) => DryRun;
}

export type SetupCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
