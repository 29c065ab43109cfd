import { sandbox } from '../api/sandbox.ts';
import type { Persona } from '../api/types.ts';
import { openChannel } from './actions.ts';
import { isThread } from './permissions.ts';
import { canSee, channelGroups, isForum } from './selectors.ts';
import { createSession, type Session } from './session.ts';
import { createStore } from './store.ts';

export interface Cast {
  personas: Persona[];
  sessions: Record<string, Session>;
  currentId: string | undefined;
  /** Why nobody is there yet. */
  problem: string | undefined;
}

/** Who one can act as. Every persona that was once chosen keeps its connection and its view. */
export const cast = createStore<Cast>({
  personas: [],
  sessions: {},
  currentId: undefined,
  problem: undefined,
});

function place(): { personaId?: string; channelId?: string } {
  const [personaId, channelId] = location.hash.replace(/^#/, '').split('/');
  return { personaId: personaId || undefined, channelId: channelId || undefined };
}

function writePlace(personaId: string, channelId: string | undefined): void {
  history.replaceState(null, '', `#${personaId}/${channelId ?? ''}`);
}

/** The first channel worth showing: the wanted one if it can be seen, else the first text channel. */
function settle(session: Session, wanted: string | undefined): void {
  const state = session.store.get();
  if (state.channelId !== undefined && state.channels[state.channelId] !== undefined) return;
  const channel = state.channels[wanted ?? ''];
  if (channel !== undefined && (isThread(channel) || canSee(state, channel)))
    return openChannel(session, channel.id);
  const all = state.guildOrder.flatMap((id) => channelGroups(state, id).flatMap((group) => group.channels));
  const first = all.find((item) => item.name === 'general') ?? all.find((item) => !isForum(item)) ?? all[0];
  if (first !== undefined) openChannel(session, first.id);
}

function start(persona: Persona, wanted: string | undefined): Session {
  const session = createSession(persona, location.origin);
  session.store.subscribe(() => {
    const state = session.store.get();
    if (state.status !== 'ready') return;
    if (state.channelId === undefined || state.channels[state.channelId] === undefined)
      settle(session, wanted);
    if (cast.get().currentId === persona.id) writePlace(persona.id, session.store.get().channelId);
  });
  return session;
}

export function become(personaId: string, wantedChannel?: string): void {
  cast.set((now) => {
    const persona = now.personas.find((item) => item.id === personaId);
    if (persona === undefined) return now;
    const session = now.sessions[personaId] ?? start(persona, wantedChannel);
    writePlace(personaId, session.store.get().channelId ?? wantedChannel);
    return { ...now, currentId: personaId, sessions: { ...now.sessions, [personaId]: session } };
  });
}

/** Finds out who is there, and connects as the one named in the address or the first. Retries until the sandbox answers. */
export async function openCast(): Promise<void> {
  try {
    const personas = await sandbox.personas();
    const { personaId, channelId } = place();
    const chosen = personas.find((persona) => persona.id === personaId) ?? personas[0];
    cast.set((now) => ({
      ...now,
      personas,
      problem: chosen === undefined ? 'This sandbox has nobody in it.' : undefined,
    }));
    if (chosen !== undefined) become(chosen.id, chosen.id === personaId ? channelId : undefined);
  } catch {
    cast.set((now) => ({ ...now, problem: 'The sandbox does not answer. Is it running?' }));
    setTimeout(() => void openCast(), 2000);
  }
}
