import type { MessageComponent } from '../api/component-types.ts';
import type { Message } from '../api/types.ts';
import { sandboxNow } from '../state/clock.ts';
import type { State } from '../state/model.ts';
import { nameOf } from '../state/selectors.ts';
import { timeText } from './time-text.ts';

function componentText(component: MessageComponent): string {
  switch (component.type) {
    case 1:
    case 17:
      return component.components.map(componentText).filter(Boolean).join('. ');
    case 9:
      return component.components.map((part) => part.content).join('. ');
    case 10:
      return component.content;
    case 12:
      return component.items.map((item) => item.description ?? 'image').join(', ');
    case 2:
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
    case 11:
    case 13:
    case 14:
      return '';
    default:
      // A kind that this page does not know yet.
      return '';
  }
}

/** Marks that stand for something are read out as what they stand for. */
function spoken(text: string, state: State, guildId: string | undefined): string {
  const userName = (id: string) =>
    state.users[id] === undefined ? 'someone' : nameOf(state, guildId, state.users[id]);
  const roleName = (id: string) =>
    state.guilds[guildId ?? '']?.roles.find((role) => role.id === id)?.name ?? 'role';
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${userName(id)}`)
    .replace(/<@&(\d+)>/g, (_, id: string) => `@${roleName(id)}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${state.channels[id]?.name ?? 'channel'}`)
    .replace(/<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/g, (_, at: string, style?: string) =>
      timeText(Number(at), style ?? 'f', sandboxNow()),
    )
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/<a?:(\w+):\d+>/g, ':$1:');
}

/** A message as plain words, for announcements and reply previews. */
export function plainText(message: Message, state: State): string {
  const parts = [
    message.content,
    ...(message.embeds ?? []).map((embed) => [embed.title, embed.description].filter(Boolean).join('. ')),
    ...(message.components ?? []).map(componentText),
    message.poll?.question.text ?? '',
    ...(message.attachments ?? []).map((file) => file.description ?? file.filename),
  ];
  const text = parts
    .filter((part) => part !== '')
    .join('. ')
    .replace(/^(#{1,3}|-#|>{1,3}|[-*])\s+/gm, '')
    .replace(/\*\*|__|~~|`{1,3}|\|\|/g, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  return spoken(text, state, state.channels[message.channel_id]?.guild_id);
}
