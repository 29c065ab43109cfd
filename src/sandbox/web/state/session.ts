import { type Client, createClient } from '../api/client.ts';
import type { CommandChoice } from '../api/command-types.ts';
import { openGateway } from '../api/gateway.ts';
import type { Persona } from '../api/types.ts';
import { setSandboxNow } from './clock.ts';
import { reduceDispatch } from './dispatch.ts';
import { emptyState, type State } from './model.ts';
import type { ReadyEvent } from './reduce-world.ts';
import { createStore, type Store } from './store.ts';

/** One persona's own connection and view. Sessions of other personas stay open beside it. */
export interface Session {
  persona: Persona;
  store: Store<State>;
  client: Client;
  sessionId(): string;
  /** Enters a voice channel, or leaves it (null). People stay in theirs while one acts as somebody else. */
  voice(guildId: string, channelId: string | null): void;
  /** Resolves with the choices for a nonce, or with undefined when none came in time. */
  awaitChoices(nonce: string): Promise<CommandChoice[] | undefined>;
  say(text: string, kind?: 'info' | 'problem'): void;
  close(): void;
}

const CHOICES_WAIT_MS = 4000;

interface ChoicesEvent {
  nonce?: string;
  choices?: CommandChoice[];
}

function choiceWaiters() {
  const waiting = new Map<string, (choices: CommandChoice[] | undefined) => void>();
  return {
    arrived: (event: ChoicesEvent) => waiting.get(String(event.nonce))?.(event.choices ?? []),
    failed: (event: ChoicesEvent) => waiting.get(String(event.nonce))?.(undefined),
    wait: (nonce: string) =>
      new Promise<CommandChoice[] | undefined>((resolve) => {
        const done = (choices: CommandChoice[] | undefined) => {
          clearTimeout(timer);
          waiting.delete(nonce);
          resolve(choices);
        };
        const timer = setTimeout(done, CHOICES_WAIT_MS, undefined);
        waiting.set(nonce, done);
      }),
  };
}

function speaker(store: Store<State>) {
  let count = 0;
  return (text: string, kind: 'info' | 'problem' = 'info') => {
    count += 1;
    const id = count;
    store.set((state) => ({ ...state, toast: { id, text, kind } }));
    setTimeout(
      () => store.set((state) => (state.toast?.id === id ? { ...state, toast: undefined } : state)),
      6000,
    );
  };
}

export function createSession(persona: Persona, origin: string): Session {
  const store = createStore<State>(emptyState);
  const waiters = choiceWaiters();
  const gateway = openGateway({
    url: `${origin.replace(/^http/, 'ws')}/gateway`,
    token: persona.token,
    onStatus: (status) =>
      store.set((state) => ({ ...state, status: status === 'ready' ? state.status : status })),
    onDispatch(type, data) {
      if (type === 'READY') setSandboxNow((data as ReadyEvent).sandbox?.now);
      if (type === 'RESUMED') store.set((state) => ({ ...state, status: 'ready' }));
      if (type === 'SANDBOX_CLOCK_UPDATE') setSandboxNow((data as { now?: number }).now);
      if (type === 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE') waiters.arrived(data as ChoicesEvent);
      if (type === 'INTERACTION_FAILURE') waiters.failed(data as ChoicesEvent);
      store.set((state) => reduceDispatch(state, type, data));
    },
  });
  return {
    persona,
    store,
    client: createClient(`${origin}/api/v10`, persona.token),
    sessionId: gateway.sessionId,
    voice: gateway.voice,
    awaitChoices: waiters.wait,
    say: speaker(store),
    close: gateway.close,
  };
}

/** A session without a server behind it: shows a given state, and refuses every request. Serves the stories. */
export function createStillSession(persona: Persona, state: State): Session {
  const store = createStore<State>(state);
  return {
    persona,
    store,
    client: { send: () => Promise.reject(new Error('This is a picture book: nothing is sent.')) },
    sessionId: () => 'still',
    voice: () => undefined,
    awaitChoices: () => Promise.resolve([]),
    say: speaker(store),
    close: () => undefined,
  };
}
