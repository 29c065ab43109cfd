import type { SelectComponent } from '../api/component-types.ts';
import type { State } from '../state/model.ts';
import { isThread } from '../state/permissions.ts';
import { canSee, channelName, hexColour, isCategory, isForum, nameOf } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';
import { EmojiView } from './Emoji.tsx';
import { Icon } from './Icon.tsx';
import type { Choice } from './Listbox.tsx';

/** Everyone in the guild by name; in a DM the two who talk. */
export function userChoices(state: State, guildId: string | undefined): Choice[] {
  const members = guildId === undefined ? {} : (state.members[guildId] ?? {});
  const users =
    guildId === undefined
      ? Object.values(state.users)
      : Object.values(members).flatMap((member) => member.user ?? []);
  return users
    .map((user) => ({
      value: user.id,
      label: nameOf(state, guildId, user),
      description: `@${user.username}`,
      icon: <Avatar user={user} size={24} />,
      kind: 'user' as const,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

export function roleChoices(state: State, guildId: string | undefined): Choice[] {
  const roles = guildId === undefined ? [] : (state.guilds[guildId]?.roles ?? []);
  return roles
    .toSorted((a, b) => b.position - a.position)
    .map((role) => ({
      value: role.id,
      label: role.id === guildId ? '@everyone' : role.name,
      icon: (
        <span class="role-dot" style={role.color === 0 ? undefined : { background: hexColour(role.color) }} />
      ),
      kind: 'role' as const,
    }));
}

export function channelChoices(state: State, guildId: string | undefined, types?: number[]): Choice[] {
  return Object.values(state.channels)
    .filter((channel) => channel.guild_id === guildId && guildId !== undefined)
    .filter((channel) => (types === undefined || types.length === 0 ? true : types.includes(channel.type)))
    .filter((channel) => isCategory(channel) || canSee(state, channel))
    .sort((a, b) => (a.position ?? 99) - (b.position ?? 99))
    .map((channel) => ({
      value: channel.id,
      label: channelName(state, channel),
      description: channel.parent_id ? state.channels[channel.parent_id]?.name?.toString() : undefined,
      icon: (
        <Icon
          name={
            isForum(channel) ? 'forum' : isThread(channel) ? 'thread' : isCategory(channel) ? 'menu' : 'hash'
          }
        />
      ),
      kind: 'channel' as const,
    }));
}

/** The options of any select menu as the reader sees them. */
export function selectChoices(
  state: State,
  component: SelectComponent,
  guildId: string | undefined,
): Choice[] {
  switch (component.type) {
    case 3:
      return (component.options ?? []).map((option) => ({
        value: option.value,
        label: option.label,
        description: option.description,
        icon: option.emoji === undefined ? undefined : <EmojiView emoji={option.emoji} />,
      }));
    case 5:
      return userChoices(state, guildId);
    case 6:
      return roleChoices(state, guildId).filter((choice) => choice.value !== guildId);
    case 7:
      return mentionableChoices(state, guildId);
    case 8:
      return channelChoices(state, guildId, component.channel_types);
  }
}

export function mentionableChoices(state: State, guildId: string | undefined): Choice[] {
  const roles = roleChoices(state, guildId).map((choice) => ({ ...choice, group: 'Roles' }));
  return [...roles, ...userChoices(state, guildId).map((choice) => ({ ...choice, group: 'Members' }))];
}

export function filterChoices(choices: Choice[], query: string, most = 100): Choice[] {
  const words = query.trim().toLowerCase();
  if (words === '') return choices.slice(0, most);
  const hit = (choice: Choice) => `${choice.label} ${choice.description ?? ''}`.toLowerCase();
  const starts = choices.filter((choice) => choice.label.toLowerCase().startsWith(words));
  const rest = choices.filter((choice) => !starts.includes(choice) && hit(choice).includes(words));
  return [...starts, ...rest].slice(0, most);
}
