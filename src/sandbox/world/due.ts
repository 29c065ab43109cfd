import type { Clock } from '../../platform/clock.ts';

interface Due {
  instant: number;
  task: (() => void) | undefined;
}

export interface Agenda {
  at(instant: number, task: () => void): () => void;
  tick(): void;
}

/** Tasks by the instant at which they are due (a binary heap); `tick` runs those that the clock has reached. */
export function agenda(clock: Clock): Agenda {
  const heap: Due[] = [];
  return {
    at(instant, task) {
      const due: Due = { instant, task };
      push(heap, due);
      return () => {
        due.task = undefined;
      };
    },
    tick() {
      const now = clock.now();
      for (let first = heap[0]; first !== undefined && first.instant <= now; first = heap[0]) {
        pop(heap);
        first.task?.();
      }
    },
  };
}

function push(heap: Due[], due: Due): void {
  let index = heap.push(due) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above.instant <= due.instant) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const child = smallerChild(heap, index);
    const below = heap[child];
    if (below === undefined || below.instant >= last.instant) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
}

function smallerChild(heap: readonly Due[], index: number): number {
  const left = 2 * index + 1;
  const [a, b] = [heap[left], heap[left + 1]];
  return a !== undefined && b !== undefined && b.instant < a.instant ? left + 1 : left;
}
