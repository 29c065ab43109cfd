import type { Timers } from '../platform/timers.ts';
import { encodeBody, messageJson } from './bodies.ts';
import { type Failure, failureOf, type Result, sortFailure } from './failure.ts';
import type { MessageBody, OutgoingFile } from './interaction.ts';
import type { HttpAnswer, InteractionHttp } from './interaction-http.ts';

type Target = { application_id: string; token: string };
type Done = Promise<Result<undefined>>;

/** What may still be said about an interaction within 15 minutes of its first answer. Never rejects. */
export interface FollowUps {
  /** Fills in a deferred answer, or edits the message that a deferred update belongs to. */
  editOriginal(interaction: Target, body: MessageBody, files?: readonly OutgoingFile[]): Done;
  deleteOriginal(interaction: Target): Done;
  /** One more message. `ephemeral`: only the presser sees it. */
  send(
    interaction: Target,
    body: MessageBody,
    options: { ephemeral: boolean; files?: readonly OutgoingFile[] | undefined },
  ): Done;
}

const tries = 4;

/** An edit is tried again whatever happened to the last one; a message only where it surely did not arrive. */
export function followUps(deps: { http: InteractionHttp; timers: Timers }): FollowUps {
  const { http, timers } = deps;
  const sleep = (ms: number) => new Promise<void>((resolve) => timers.after(ms, resolve));

  async function request(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    json: unknown,
    files?: readonly OutgoingFile[],
  ): Done {
    const body = json === undefined ? null : encodeBody(json, files);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await http.request(method, path, body).catch((error: unknown) => failureOf(error));
      if ('status' in answer && answer.status < 300) return { ok: true, value: undefined };
      const failure = 'status' in answer ? sortFailure(answer) : answer;
      if (attempt === tries || !mayTryAgain(method, answer, failure)) return { ok: false, failure };
      await sleep(failure.retryAfterMs ?? 250 * 4 ** (attempt - 1));
    }
  }

  const webhook = ({ application_id: id, token }: Target) => `/webhooks/${id}/${token}`;
  return {
    editOriginal: (target, body, files) =>
      request('PATCH', `${webhook(target)}/messages/@original`, messageJson(body, files), files),
    deleteOriginal: (target) => request('DELETE', `${webhook(target)}/messages/@original`, undefined),
    send: (target, body, { ephemeral, files }) =>
      request('POST', webhook(target), messageJson(body, files, ephemeral), files),
  };
}

function mayTryAgain(method: string, answer: HttpAnswer | Failure, failure: Failure): boolean {
  if (failure.kind !== 'retry') return false;
  return method !== 'POST' || ('status' in answer && answer.status === 429);
}
