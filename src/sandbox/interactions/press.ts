import type { UploadedFile } from '../routes/route.ts';
import type { InteractionOutcome, Snowflake, World } from '../world/types.ts';
import { check, type InteractionInput, presserOf } from './check-press.ts';
import { interactionPayload } from './payload.ts';
import { openInteraction } from './store.ts';

export interface PressResult extends InteractionOutcome {
  /** Milliseconds from the dispatch to the arrival of the first answer (or to the failure). */
  latency: number;
}

/** Checks, dispatches, and waits for the first answer. Throws DiscordError for what a client could not send. */
export async function press(
  world: World,
  userId: Snowflake,
  input: InteractionInput,
  files: readonly UploadedFile[],
  stopwatch: () => number,
): Promise<PressResult> {
  const { outcome, started } = startPress(world, userId, input, files, stopwatch);
  const settled = await outcome;
  return { ...settled.outcome, latency: settled.at - started };
}

/** Checks and dispatches; `outcome` resolves with the first answer or after 3 s without one. */
export function startPress(
  world: World,
  userId: Snowflake,
  input: InteractionInput,
  files: readonly UploadedFile[],
  stopwatch: () => number,
): { id: Snowflake; started: number; outcome: Promise<{ outcome: InteractionOutcome; at: number }> } {
  const presser = presserOf(world, userId, input, files);
  const checked = check(presser);
  let settle: (outcome: InteractionOutcome) => void = () => undefined;
  const outcome = new Promise<{ outcome: InteractionOutcome; at: number }>((resolve) => {
    settle = (settled) => resolve({ outcome: settled, at: stopwatch() });
  });
  const { state, guild } = presser;
  const nonce = input.nonce === undefined ? undefined : String(input.nonce);
  const place = { userId, channelId: state.id, guildId: guild?.id, nonce, type: input.type };
  const record = openInteraction(world, { ...place, ...checked.record }, (settled) => settle(settled));
  world.emit({ t: 'INTERACTION_CREATE', d: { id: record.id, nonce }, userIds: [userId], only: 'users' });
  const started = stopwatch();
  world.emit({
    t: 'INTERACTION_CREATE',
    d: interactionPayload(world, record, state, guild, checked),
    userIds: [world.botId],
    only: 'bot',
    ...(guild === undefined ? {} : { guildId: guild.id }),
  });
  return { id: record.id, started, outcome };
}
