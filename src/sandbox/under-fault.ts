import type { ServerResponse } from 'node:http';
import { refuse } from './errors.ts';
import type { FaultAction } from './faults.ts';
import { errorAnswer, sendAnswer } from './http.ts';
import { limited } from './rate-limits.ts';
import type { RouteAnswer } from './routes/route.ts';

/** Runs a request through a fault. Undefined where the connection was dropped. */
export async function underFault(
  response: ServerResponse,
  fault: FaultAction | undefined,
  apply: () => Promise<RouteAnswer>,
  /** Hears of refusals that count as invalid requests. */
  note: (answer: RouteAnswer) => void,
): Promise<RouteAnswer | undefined> {
  switch (fault?.kind) {
    case undefined:
      return finish(response, await apply());
    case 'drop-before':
      return drop(response, fault.how);
    case 'drop-after':
      await apply();
      return drop(response, fault.how);
    case 'delay': {
      const result = await apply();
      await wait(fault.ms);
      return finish(response, result);
    }
    case 'hang':
      await wait(fault.ms);
      return finish(response, await apply());
    case 'status':
      return finish(response, {
        status: fault.status,
        body: fault.body ?? { code: 0, message: `${fault.status}` },
      });
    case 'rate-limit': {
      const scope = fault.scope ?? (fault.global === true ? 'global' : 'user');
      const result = limited(fault.retry_after, fault.global ?? false, scope);
      note(result);
      return finish(response, result);
    }
    case 'forbid': {
      const result = errorAnswer(refuse(fault.code ?? 50013));
      note(result);
      return finish(response, result);
    }
  }
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** Sends an answer, unless nobody is there any more. */
export function finish(response: ServerResponse, answer: RouteAnswer): RouteAnswer {
  if (!response.destroyed) sendAnswer(response, answer);
  return answer;
}

function drop(response: ServerResponse, how: 'reset' | 'fin' = 'reset'): undefined {
  if (how === 'reset') response.socket?.resetAndDestroy();
  else response.socket?.end();
}
