import type { REST } from '@discordjs/rest';
import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Timers } from '../platform/timers.ts';
import { failureOf } from './failure.ts';

export interface SessionStart {
  /**
   * Resolves when a session may be started: Discord can be reached and today's starts (1,000) are not used up,
   * beyond which it resets the token. Rejects with `status` 401 for a bad token, or when `signal` aborts.
   */
  wait(signal: AbortSignal): Promise<APIGatewayBotInfo>;
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
/** A look again now and then: the number may have been raised. */
const longestWaitMs = 15 * 60_000;

export function sessionStart(deps: { rest: REST; timers: Timers; log: Logger }): SessionStart {
  const { rest, timers, log } = deps;

  async function read(signal: AbortSignal): Promise<APIGatewayBotInfo> {
    for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
      try {
        return (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
      } catch (error) {
        const { kind, reason } = failureOf(error);
        if (kind !== 'retry') throw error;
        log.warn({ reason, nextTryMs: pause }, 'Discord cannot be reached');
        await sleep(pause, signal, timers);
      }
    }
  }

  return {
    async wait(signal) {
      for (;;) {
        const info = await read(signal);
        const { remaining, reset_after: resetMs } = info.session_start_limit;
        if (remaining >= info.shards) return info;
        log.error({ remaining, resetMs }, 'no session starts left today: waiting before connecting');
        await sleep(Math.min(longestWaitMs, resetMs), signal, timers);
      }
    },
  };
}

function sleep(ms: number, signal: AbortSignal, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const cancel = timers.after(ms, () => {
      signal.removeEventListener('abort', aborted);
      resolve();
    });
    const aborted = () => {
      cancel();
      reject(new Error('stopped waiting', { cause: signal.reason }));
    };
    signal.addEventListener('abort', aborted, { once: true });
  });
}
