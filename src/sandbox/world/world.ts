import type { AdjustableClock } from '../../platform/clock.ts';
import { agenda } from './due.ts';
import { snowflakes } from './snowflake.ts';
import type { ApplicationData, Snowflake, World, WorldEvent } from './types.ts';

export interface WorldOptions {
  clock: AdjustableClock;
  application: ApplicationData;
  botId: Snowflake;
}

/** An empty world: `loadSeed` fills it. */
export function createWorld(options: WorldOptions): World {
  const { clock, application, botId } = options;
  const listeners = new Set<(event: WorldEvent) => void>();
  const tasks = agenda(clock);
  return {
    clock,
    application,
    botId,
    users: new Map(),
    locales: new Map(),
    personas: new Map(),
    guilds: new Map(),
    channels: new Map(),
    dms: new Map(),
    emojiIds: new Set(),
    ephemerals: new Map(),
    commands: { global: new Map(), guild: new Map() },
    interactions: { byId: new Map(), modals: new Map() },
    files: new Map(),
    reads: { from: '0', byUser: new Map() },
    closedDms: new Set(),
    botConnected: () => false,
    origin: '',
    now: () => clock.now(),
    timestamp: () => timestampOf(clock.now()),
    snowflake: snowflakes(clock),
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    at: tasks.at,
    tick: tasks.tick,
  };
}

/** ISO 8601 with microseconds and offset, as Discord writes instants. */
export function timestampOf(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '000+00:00');
}
