const discordEpochMs = 1_420_070_400_000n;

/** When Discord made the thing with this id, UTC ms. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + discordEpochMs);
}
