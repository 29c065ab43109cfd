import type { World } from './world/types.ts';

/**
 * What only pages need to know: SANDBOX_CLOCK_UPDATE when the clock was moved, SANDBOX_BOT_UPDATE when the bot
 * came or went. Never goes to the bot. Call the answer often: it compares with what it last told.
 */
export function sandboxNews(world: World): () => void {
  let { offset } = world.clock;
  let connected = world.botConnected();
  return () => {
    if (world.clock.offset !== offset) {
      ({ offset } = world.clock);
      const d = { now: world.now(), clock_offset_ms: offset };
      world.emit({ t: 'SANDBOX_CLOCK_UPDATE', d, only: 'users' });
    }
    if (world.botConnected() === connected) return;
    connected = !connected;
    world.emit({ t: 'SANDBOX_BOT_UPDATE', d: { connected }, only: 'users' });
  };
}
