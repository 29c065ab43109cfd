import { startCommand } from '../components/composer-bus.ts';
import { Icon } from '../components/Icon.tsx';
import { openUserMenu } from '../components/menus.ts';
import { openChannel } from '../state/actions.ts';
import { useSession, useView } from '../state/context.ts';
import { isThread } from '../state/permissions.ts';
import { channelName, hexColour, isForum, nameOf } from '../state/selectors.ts';

export function UserMention({ id }: { id: string }) {
  const session = useSession();
  const name = useView((state) => {
    const user = state.users[id];
    const guildId = state.channels[state.channelId ?? '']?.guild_id;
    return user === undefined ? undefined : nameOf(state, guildId, user);
  });
  if (name === undefined) return <span class="mention">@unknown-user</span>;
  return (
    <button
      type="button"
      class="mention"
      onClick={(event) => void openUserMenu(session, id, event.currentTarget)}
    >
      @{name}
    </button>
  );
}

export function RoleMention({ id }: { id: string }) {
  const [name, colour] = useView((state) => {
    const role = Object.values(state.guilds)
      .flatMap((guild) => guild.roles)
      .find((item) => item.id === id);
    return [role?.name, role === undefined || role.color === 0 ? undefined : hexColour(role.color)];
  });
  return (
    <span class="mention" style={colour && { '--mention': colour }}>
      @{name ?? 'deleted-role'}
    </span>
  );
}

export function ChannelMention({ id }: { id: string }) {
  const session = useSession();
  const channel = useView((state) => state.channels[id]);
  const name = useView((state) => (channel === undefined ? undefined : channelName(state, channel)));
  if (channel === undefined) {
    return (
      <span class="mention">
        <Icon name="lock" /> No access
      </span>
    );
  }
  return (
    <button type="button" class="mention" onClick={() => openChannel(session, id)}>
      <Icon name={isForum(channel) ? 'forum' : isThread(channel) ? 'thread' : 'hash'} />
      {name}
    </button>
  );
}

export function CommandMention({ name }: { name: string }) {
  return (
    <button type="button" class="mention" onClick={() => startCommand(name)}>
      /{name}
    </button>
  );
}
