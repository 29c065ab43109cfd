import { useEffect, useState } from 'preact/hooks';
import type { Persona } from '../api/types.ts';
import { SessionContext, useView } from '../state/context.ts';
import { cast } from '../state/personas.ts';
import { isDm, isForum } from '../state/selectors.ts';
import type { Session } from '../state/session.ts';
import { useSelect } from '../state/store.ts';
import { Announcer, Toast } from './Announcer.tsx';
import { Flame } from './Avatar.tsx';
import { ChannelHeader } from './ChannelHeader.tsx';
import { Composer } from './Composer.tsx';
import { ConnectionNote } from './ConnectionNote.tsx';
import { DebugDrawer } from './DebugDrawer.tsx';
import { DialogHost } from './Dialogs.tsx';
import { ForumView } from './ForumView.tsx';
import { MemberList } from './MemberList.tsx';
import { MenuHost } from './Menu.tsx';
import { MessageList } from './MessageList.tsx';
import { ModalHost } from './ModalDialog.tsx';
import { PersonaSwitcher } from './PersonaSwitcher.tsx';
import { ChannelNav } from './Sidebar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export function App() {
  const { sessions, currentId, problem } = useSelect(cast, (now) => now);
  const session = sessions[currentId ?? ''];
  if (session === undefined) return <Waiting problem={problem} />;
  return <Client key={session.persona.id} session={session} />;
}

function Waiting({ problem }: { problem: string | undefined }) {
  return (
    <main class="waiting">
      <Brand />
      <p role="status">{problem ?? 'Opening the sandbox…'}</p>
    </main>
  );
}

/** The whole page as one persona sees it. */
export function Client({ session }: { session: Session }) {
  return (
    <SessionContext.Provider value={session}>
      <Layout persona={session.persona} />
      <ModalHost />
      <DialogHost />
      <MenuHost />
      <Toast />
      <Announcer />
    </SessionContext.Provider>
  );
}

function Layout({ persona }: { persona: Persona }) {
  const [nav, setNav] = useState(false);
  const [members, setMembers] = useState(() => matchMedia('(min-width: 1100px)').matches);
  const [debug, setDebug] = useState(false);
  useShortcuts();
  useEffect(() => {
    if (!nav) return;
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setNav(false);
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [nav]);
  const closeNav = () => setNav(false);
  return (
    <div class={nav ? 'shell nav-open' : 'shell'}>
      <a class="skip-link" href="#composer" onClick={skip}>
        Skip to the message field
      </a>
      <div class="sidebar" id="sidebar">
        <Brand />
        <ChannelNav onOpen={closeNav} />
        <PersonaSwitcher current={persona} onSwitch={closeNav} />
      </div>
      {nav && <button type="button" class="scrim" aria-label="Close channels" onClick={closeNav} />}
      <ChannelPage
        members={members}
        onMenu={() => setNav(true)}
        onMembers={() => setMembers(!members)}
        onDebug={() => setDebug(!debug)}
      />
      {debug && <DebugDrawer onClose={() => setDebug(false)} />}
    </div>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#composer')?.focus();
}

interface PageProps {
  members: boolean;
  onMenu(): void;
  onMembers(): void;
  onDebug(): void;
}

function ChannelPage({ members, onMenu, onMembers, onDebug }: PageProps) {
  const channel = useView((state) => state.channels[state.channelId ?? '']);
  const showMembers = members && channel?.guild_id !== undefined;
  return (
    <main class="channel-page">
      <ChannelHeader
        channel={channel}
        membersShown={showMembers}
        onMenu={onMenu}
        onMembers={onMembers}
        onDebug={onDebug}
      />
      <ConnectionNote />
      <div class="channel-body">
        <div class="channel-content">
          {channel === undefined && <p class="list-empty">Pick a channel.</p>}
          {channel !== undefined && isForum(channel) && <ForumView key={channel.id} forum={channel} />}
          {channel !== undefined && !isForum(channel) && (
            <>
              <MessageList key={channel.id} channel={channel} />
              <Composer channel={channel} />
            </>
          )}
        </div>
        {showMembers && channel !== undefined && !isDm(channel) && (
          <MemberList guildId={channel.guild_id ?? ''} />
        )}
      </div>
    </main>
  );
}

export function Brand() {
  return (
    <div class="brand">
      <span class="brand-mark">
        <Flame />
      </span>
      <div>
        <strong>Hearth sandbox</strong>
        <span>Not Discord · sample data</span>
      </div>
    </div>
  );
}
