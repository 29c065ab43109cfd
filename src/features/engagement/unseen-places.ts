import type { Mark } from './mark-repository.ts';

/** Places whose history Hearth may not read for now. In memory: a new process asks anew. */
export function unseenPlaces() {
  /** Place to server. */
  const unseen = new Map<string, string>();
  return {
    add: ({ placeId, guildId }: Pick<Mark, 'placeId' | 'guildId'>): void => void unseen.set(placeId, guildId),
    has: (placeId: string): boolean => unseen.has(placeId),
    /** Something was heard there, so it can be seen. False: it could be all the time. */
    forget: (placeId: string): boolean => unseen.delete(placeId),
    /** What may be seen in a server has changed. False: nothing was out of sight. */
    forgetServer(guildId: string): boolean {
      let found = false;
      for (const [placeId, of] of unseen) if (of === guildId) found = unseen.delete(placeId) || found;
      return found;
    },
  };
}
