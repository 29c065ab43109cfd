const discordEpochMs = 1_420_070_400_000n;

/** When Discord made the thing with this id, UTC ms. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + discordEpochMs);
}

/** A person who means the opposite of what they just pressed takes longer than this. ms */
const DOUBLE_PRESS = 2_000;

/**
 * Whether two presses are one gesture: whoever double-clicks a button that also withdraws meant what the first press
 * did. Told by the times in the interactions' ids.
 */
export function isSecondOfDouble(id: string, last: string): boolean {
  return snowflakeTime(id) - snowflakeTime(last) < DOUBLE_PRESS;
}
