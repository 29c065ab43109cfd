import type { APIMessage } from 'discord-api-types/v10';
import { textOf } from '../support/messages.ts';
import type { TestSandbox } from '../support/sandbox.ts';

const VOTES = /\*\*([\d,.]+) votes?\*\*/;

export interface TallyWatch {
  /** For each vote, in the order of dispatch: ms until the public message counted it. Unseen ones are missing. */
  delays(startedAt: readonly number[]): number[];
  /** The number of votes that the message says at present. */
  shown(): number;
  stop(): void;
}

/** Looks at how the public message of a poll follows the votes. `before`: votes that it showed at the start. */
export function watchTally(sandbox: TestSandbox, message: APIMessage, before = 0): TallyWatch {
  const seen: { count: number; at: number }[] = [];
  const stop = sandbox.world.subscribe((event) => {
    if (event.t !== 'MESSAGE_UPDATE' || (event.d as { id: string }).id !== message.id) return;
    seen.push({ count: votesOf(event.d as APIMessage) - before, at: performance.now() });
  });
  return {
    delays: (startedAt) =>
      startedAt.flatMap((started, index) => {
        const first = seen.find(({ count }) => count > index);
        return first === undefined ? [] : [first.at - started];
      }),
    shown: () => seen.at(-1)?.count ?? 0,
    stop,
  };
}

export function votesOf(message: APIMessage): number {
  return Number(VOTES.exec(textOf(message))?.[1]?.replaceAll(/[,.]/g, '') ?? 0);
}
