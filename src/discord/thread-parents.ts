import type { APIThreadChannel } from 'discord-api-types/v10';

/** Which channel a thread hangs on, read from the gateway's events as they pass. */
export interface ThreadParents {
  learn(thread: Pick<APIThreadChannel, 'id' | 'parent_id'>): void;
  forget(threadId: string): void;
  /** The place itself where it is no thread, or none that was heard of. */
  channelOf(placeId: string): string;
}

export function threadParents(): ThreadParents {
  const parents = new Map<string, string>();
  return {
    learn({ id, parent_id: parentId }) {
      if (parentId) parents.set(id, parentId);
    },
    forget: (threadId) => void parents.delete(threadId),
    channelOf: (placeId) => parents.get(placeId) ?? placeId,
  };
}
