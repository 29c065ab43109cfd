import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionInput } from '../../src/sandbox/interactions/check-press.ts';
import type { UploadedFile } from '../../src/sandbox/routes/route.ts';
import { viewMessage } from '../../src/sandbox/world/messages.ts';
import type { InteractionOutcome, InteractionRecord, OpenModal } from '../../src/sandbox/world/types.ts';
import { isThinking, textOf } from './messages.ts';
import type { TestSandbox } from './sandbox.ts';

/** What came of a command, press, choice or modal, as the person at the screen sees it. */
export interface Outcome {
  readonly id: string;
  /** `failure`: the bot did not answer within 3 s. */
  readonly result: InteractionOutcome['result'];
  /** Type of the first answer: 4 message, 5 thinking, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly callbackType: number | undefined;
  /** Milliseconds until the first answer. */
  readonly latency: number;
  /** The first message that the bot sent in answer, as it is now; undefined for updates, modals and failures. */
  readonly reply: APIMessage | undefined;
  /** All messages sent in answer, follow-ups too, as they are now. */
  readonly replies: APIMessage[];
  /** The message whose component was pressed, as it is now. */
  readonly updated: APIMessage | undefined;
  /** What `reply` (or, without one, the updated message) says. */
  readonly text: string;
  readonly modal: OpenModal | undefined;
  readonly choices: unknown[] | undefined;
}

/**
 * Sends an interaction and waits for its outcome. "Thinking" is waited out until the bot has filled it (or 3 s have
 * passed); for a deferred update wait with `sandbox.until`.
 */
export async function runInteraction(
  sandbox: TestSandbox,
  userId: string,
  input: InteractionInput,
  files: UploadedFile[],
): Promise<Outcome> {
  const result = await sandbox.interact(userId, input, files);
  const { world } = sandbox;
  const record = world.interactions.byId.get(result.id);
  const find = (id: string | undefined): APIMessage | undefined => messageNow(sandbox, record, userId, id);
  const original = result.message?.id;
  if (original !== undefined && isThinking(result.message as APIMessage)) {
    await sandbox
      .until(() => find(original) === undefined || !isThinking(find(original) as APIMessage), 3000)
      .catch(() => undefined);
  }
  // The answer's own request is logged once it is done.
  await new Promise((resolve) => setImmediate(resolve));
  const outcome: Outcome = {
    id: result.id,
    result: result.result,
    callbackType: result.callbackType,
    latency: result.latency,
    modal: result.modal,
    choices: result.choices,
    get replies() {
      return (record?.messageIds ?? []).flatMap((id) => find(id) ?? []);
    },
    get reply() {
      return outcome.replies[0];
    },
    get updated() {
      return find(record?.sourceId);
    },
    get text() {
      return textOf(outcome.reply ?? outcome.updated);
    },
  };
  return outcome;
}

function messageNow(
  { world }: TestSandbox,
  record: InteractionRecord | undefined,
  userId: string,
  id: string | undefined,
): APIMessage | undefined {
  if (id === undefined || record === undefined) return undefined;
  const ephemeral = world.ephemerals.get(id);
  if (ephemeral !== undefined) return ephemeral.userId === userId ? ephemeral.message : undefined;
  const stored = world.channels.get(record.channelId)?.byId.get(id);
  return stored && viewMessage(stored, userId);
}
