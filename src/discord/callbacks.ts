import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { Clock } from '../platform/clock.ts';
import type { Timers } from '../platform/timers.ts';
import { encodeBody } from './bodies.ts';
import type { OutgoingFile } from './interaction.ts';
import type { HttpAnswer, InteractionHttp } from './interaction-http.ts';

/**
 * `answered`: Discord has it; `late`: it came after the 3 s; `already`: something else has answered this
 * interaction; `refused`: Discord finds the answer itself wrong, a better one may still follow; `lost`: nobody
 * can know.
 */
export type CallbackOutcome =
  | { kind: 'answered' | 'late' | 'already' }
  | { kind: 'refused' | 'lost'; reason: string };

export interface CallbackSender {
  /** The one initial response to an interaction. `deadline` (UTC ms): no second try after it. Never rejects. */
  send(
    interaction: { id: string; token: string },
    response: APIInteractionResponse,
    options: { deadline: number; files?: readonly OutgoingFile[] | undefined },
  ): Promise<CallbackOutcome>;
}

const unknownInteraction = 10062;
const alreadyAcknowledged = 40060;

/**
 * Sends a callback, and once more if the answer was lost or was a 5xx. That a lost one had arrived shows in the
 * second try being told "already acknowledged", which is therefore a success.
 */
export function callbackSender(deps: {
  http: InteractionHttp;
  clock: Clock;
  timers: Timers;
}): CallbackSender {
  const { http, clock, timers } = deps;
  return {
    async send({ id, token }, response, { deadline, files }) {
      const path = `/interactions/${id}/${token}/callback`;
      const body = encodeBody(response, files);
      const attempt = () => http.request('POST', path, body).catch((error: unknown) => lostBecause(error));

      const first = await attempt();
      const settled = settle(first, false);
      if (settled) return settled;
      const pause = 'lost' in first ? 0 : (first.retryAfterMs ?? 0);
      if (clock.now() + pause >= deadline) return unsettled(first);
      if (pause > 0) await new Promise<void>((resolve) => timers.after(pause, resolve));
      const second = await attempt();
      return settle(second, true) ?? unsettled(second);
    },
  };
}

type Attempt = HttpAnswer | { lost: string };

function lostBecause(error: unknown): Attempt {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { lost: typeof code === 'string' ? code : String(message) };
}

/** Undefined where another try may help. */
function settle(answer: Attempt, mayHaveArrived: boolean): CallbackOutcome | undefined {
  if ('lost' in answer) return undefined;
  const { status, code } = answer;
  if (status < 300) return { kind: 'answered' };
  if (code === alreadyAcknowledged) return { kind: mayHaveArrived ? 'answered' : 'already' };
  if (code === unknownInteraction) return { kind: 'late' };
  if (status >= 500 || status === 429) return undefined;
  return { kind: 'refused', reason: `${answer.message} (${status}, code ${code})` };
}

function unsettled(answer: Attempt): CallbackOutcome {
  return { kind: 'lost', reason: 'lost' in answer ? answer.lost : `status ${answer.status}` };
}
