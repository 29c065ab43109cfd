/** Why a gateway connection was closed (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes). */
export const CLOSE = {
  unknownOpcode: [4001, 'Unknown opcode'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSeq: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  sessionTimedOut: [4009, 'Session timed out'],
  invalidShard: [4010, 'Invalid shard.'],
  shardingRequired: [4011, 'Sharding required.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;

export type CloseReason = (typeof CLOSE)[keyof typeof CLOSE];
