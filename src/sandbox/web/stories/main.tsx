import { render } from 'preact';
import { Client } from '../components/App.tsx';
import { dialogs } from '../components/dialog-store.ts';
import { openMenu } from '../components/menu-store.ts';
import { cast } from '../state/personas.ts';
import { createStillSession } from '../state/session.ts';
import { demoModal, demoPictures } from './modal.ts';
import { demoState, personas } from './world.ts';
import '../styles/index.css';

/*
 * The picture book: the real components over a fixed state, without a server. `?channel=` picks the page,
 * `?show=modal|pictures|menu|post|commands` opens something above it, `?theme=` the colours.
 */

const query = new URLSearchParams(location.search);
const persona = personas[0];
const state = demoState(query.get('channel') ?? 'text');
if (query.get('show') === 'modal') state.modal = demoModal;
if (query.get('show') === 'commands') state.drafts = { [state.channelId ?? '']: '/' };
const session = createStillSession(persona, state);
cast.set((now) => ({ ...now, personas, currentId: persona.id, sessions: { [persona.id]: session } }));
const root = document.querySelector('#app');
if (root !== null) render(<Client session={session} />, root);

requestAnimationFrame(() => {
  if (query.get('show') === 'pictures') dialogs.pictures(demoPictures, 0);
  if (query.get('show') === 'post') dialogs.post('30');
  if (query.get('show') === 'menu') {
    const items = [
      { label: 'Add reaction', icon: 'smile' as const, run: () => undefined },
      { label: 'Reply', icon: 'reply' as const, run: () => undefined },
      { label: 'Make a poll', icon: 'apps' as const, heading: 'Apps', run: () => undefined },
    ];
    openMenu('Message actions', items, { x: 500, y: 300 });
  }
});
