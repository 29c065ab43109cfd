import type { MessageComponent } from '../api/component-types.ts';
import type { Message } from '../api/types.ts';

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
    default:
      return '';
  }
}

/** A message as plain words, for announcements and reply previews. */
export function plainText(message: Message): string {
  const parts = [
    message.content,
    ...(message.embeds ?? []).map((embed) => [embed.title, embed.description].filter(Boolean).join('. ')),
    ...(message.components ?? []).map(componentText),
    message.poll?.question.text ?? '',
    ...(message.attachments ?? []).map((file) => file.description ?? file.filename),
  ];
  return parts
    .filter((part) => part !== '')
    .join('. ')
    .replace(/^(#{1,3}|-#|>{1,3}|[-*])\s+/gm, '')
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/\*\*|__|~~|`{1,3}|\|\|/g, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
