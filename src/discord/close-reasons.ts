import { GatewayCloseCodes } from 'discord-api-types/v10';

/** Close codes after which reconnecting cannot help, in words for whoever runs the bot. */
const reasons: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept the token. Set DISCORD_TOKEN to the one shown on the Bot page of the developer portal.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard number.',
  [GatewayCloseCodes.ShardingRequired]: 'The bot is in so many servers that Discord asks for more shards.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its gateway.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know one of the requested intents.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not give the bot a privileged intent. Switch on the Server Members Intent on the Bot page of the developer portal, or leave out MEMBERS_INTENT.',
};

/** Undefined where discord.js reconnects by itself. */
export function fatalCloseReason(code: number): string | undefined {
  const reason = reasons[code];
  return reason && `${reason} (close code ${code})`;
}

export const tokenRefused =
  'Discord no longer accepts the token (401). Set DISCORD_TOKEN to the current one and start again.';
