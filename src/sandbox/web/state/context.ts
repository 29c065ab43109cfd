import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { State } from './model.ts';
import type { Session } from './session.ts';
import { useSelect } from './store.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session above this component');
  return session;
}

/** Reads from the current persona's state. */
export function useView<T>(select: (state: State) => T): T {
  return useSelect(useSession().store, select);
}
