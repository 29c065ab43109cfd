import { useSession, useView } from '../state/context.ts';
import type { Member, State } from '../state/model.ts';
import { colourOf, nameOf } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';
import { openUserMenu } from './menus.ts';

interface Group {
  name: string;
  members: Member[];
}

/** Members under the highest role that Discord shows apart. */
function groupsOf(state: State, guildId: string): Group[] {
  const hoisted = (state.guilds[guildId]?.roles ?? [])
    .filter((role) => role.hoist === true)
    .sort((a, b) => b.position - a.position);
  const rest = new Set(
    Object.values(state.members[guildId] ?? {}).filter((member) => member.user !== undefined),
  );
  const groups = hoisted.map((role) => {
    const members = [...rest].filter((member) => member.roles.includes(role.id));
    for (const member of members) rest.delete(member);
    return { name: role.name, members };
  });
  const byName = (a: Member, b: Member) => label(state, guildId, a).localeCompare(label(state, guildId, b));
  return [...groups, { name: 'Members', members: [...rest] }]
    .filter((group) => group.members.length > 0)
    .map((group) => ({ ...group, members: group.members.sort(byName) }));
}

const label = (state: State, guildId: string, member: Member): string =>
  member.user === undefined ? '' : nameOf(state, guildId, member.user);

export function MemberList({ guildId }: { guildId: string }) {
  const session = useSession();
  const [members, guild] = useView((state) => [state.members[guildId], state.guilds[guildId]]);
  const state = session.store.get();
  if (members === undefined || guild === undefined) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
    const next =
      stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    next?.focus();
  };
  return (
    <aside class="member-list" aria-label="Members" onKeyDown={onKeyDown}>
      {groupsOf(state, guildId).map((group) => (
        <section key={group.name}>
          <h2>
            {group.name} — {group.members.length}
          </h2>
          <ul>
            {group.members.map((member) => (
              <li key={member.user?.id}>
                <MemberRow guildId={guildId} member={member} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function MemberRow({ guildId, member }: { guildId: string; member: Member }) {
  const session = useSession();
  const state = session.store.get();
  const user = member.user;
  if (user === undefined) return null;
  const colour = colourOf(state, guildId, user.id);
  return (
    <button
      type="button"
      class="member"
      onClick={(event) => void openUserMenu(session, user.id, event.currentTarget)}
      onContextMenu={(event) => {
        event.preventDefault();
        void openUserMenu(session, user.id, { x: event.clientX, y: event.clientY });
      }}
    >
      <Avatar user={user} size={32} />
      <span class="member-name" style={colour && { '--role': colour }}>
        {label(state, guildId, member)}
      </span>
      {user.bot === true && <span class="app-tag">App</span>}
    </button>
  );
}
