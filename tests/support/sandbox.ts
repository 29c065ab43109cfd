import { type AdjustableClock, adjustableClock } from '../../src/platform/clock.ts';
import { buildSmallSeed } from '../../src/sandbox/community/build-small-seed.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';
import type { ChannelState } from '../../src/sandbox/world/types.ts';
import { createPersona, type PersonaDriver } from './persona.ts';

export interface TestSandbox extends Sandbox {
  readonly clock: AdjustableClock;
  /** Somebody by user name (`member`), display name or id. */
  persona(name: string): PersonaDriver;
  /** A channel or thread by name or id. */
  channel(name: string): ChannelState;
  /** Resolves once `condition` holds; looks after every event and every 10 ms. Fails after `patience` ms (20,000: on a busy machine things take long). */
  until<T>(condition: () => T | undefined | false | null, patience?: number): Promise<T>;
  /** Requests of the bot that match, in order: `sent('POST', '/channels/:channel_id/messages')`. */
  sent(method?: string, route?: string): ReturnType<Sandbox['requests']['since']>;
}

export type TestSandboxOptions = Partial<SandboxOptions>;

/** A sandbox with one small guild (`SMALL` names its ids) on a free port. Close it when the test is over. */
export async function startTestSandbox(options: TestSandboxOptions = {}): Promise<TestSandbox> {
  const clock = options.clock ?? adjustableClock();
  const sandbox = await startSandbox({
    stopwatch: () => performance.now(),
    ...options,
    clock,
    seed: options.seed ?? buildSmallSeed(),
  });
  const test: TestSandbox = {
    ...sandbox,
    clock,
    persona: (name) => createPersona(test, name),
    channel: (name) => findChannel(sandbox, name),
    until: (condition, patience = 20_000) => waitUntil(sandbox, condition, patience),
    sent: (method, route) =>
      sandbox.requests
        .since()
        .filter((one) => one.bot && (method === undefined || one.method === method))
        .filter((one) => route === undefined || one.route === route),
  };
  return test;
}

function findChannel({ world }: Sandbox, name: string): ChannelState {
  const known = world.channels.get(name);
  if (known !== undefined) return known;
  for (const state of world.channels.values()) if (state.channel.name === name) return state;
  throw new Error(`there is no channel ${name}`);
}

async function waitUntil<T>(
  { world }: Sandbox,
  condition: () => T | undefined | false | null,
  patience: number,
): Promise<T> {
  const first = condition();
  if (first) return first;
  return await new Promise<T>((resolve, reject) => {
    const look = (): void => {
      try {
        const found = condition();
        if (found) end(() => resolve(found));
      } catch (error) {
        end(() => reject(error));
      }
    };
    let looking = false;
    /** After the events' own effects, and once for all that came together. */
    const lookSoon = (): void => {
      if (looking) return;
      looking = true;
      setImmediate(() => {
        looking = false;
        look();
      });
    };
    const end = (finish: () => void): void => {
      unsubscribe();
      clearInterval(poll);
      clearTimeout(limit);
      finish();
    };
    const poll = setInterval(look, 10);
    const unsubscribe = world.subscribe(lookSoon);
    const limit = setTimeout(
      () => end(() => reject(new Error(`nothing within ${patience} ms: ${condition.toString()}`))),
      patience,
    );
  });
}
