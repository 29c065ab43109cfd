import { useEffect, useReducer, useRef } from 'preact/hooks';

export interface Store<S> {
  get(): S;
  set(change: (state: S) => S): void;
  subscribe(listener: () => void): () => void;
}

/** A tiny store: one immutable value, changed by pure functions, read by selectors. */
export function createStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => Object.is(item, b[index]));
}

/** Re-renders when the selected value changes; arrays are compared item by item. */
export function useSelect<S, T>(store: Store<S>, select: (state: S) => T): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const value = select(store.get());
  const latest = useRef({ select, value });
  latest.current = { select, value };
  useEffect(() => {
    const check = () => {
      if (!same(latest.current.select(store.get()), latest.current.value)) redraw(undefined);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}
