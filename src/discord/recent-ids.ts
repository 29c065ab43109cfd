/** Remembers the last `size` ids. A RESUME dispatches again what was not confirmed, at most some minutes' worth. */
export function recentIds(size: number): { add(id: string): boolean; forget(id: string): void } {
  const ids = new Set<string>();
  return {
    /** False if the id is already known. */
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > size) {
        // A Set hands out its oldest entry first.
        for (const oldest of ids) {
          ids.delete(oldest);
          break;
        }
      }
      return true;
    },
    /** As if it had never been added. */
    forget: (id) => void ids.delete(id),
  };
}
