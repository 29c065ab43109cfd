import type { Message, User } from '../api/types.ts';

const START = Date.parse('2026-03-06T13:00:00Z');

/** A message of the picture book: ids and times follow from the number. */
export function make(
  number: number,
  channelId: string,
  author: User,
  content: string,
  more: Partial<Message> = {},
): Message {
  return {
    id: String(number),
    channel_id: channelId,
    type: 0,
    author,
    content,
    timestamp: new Date(START + (number % 1000) * 4 * 60_000).toISOString(),
    attachments: [],
    embeds: [],
    components: [],
    ...more,
  };
}

/** A drawn picture as an address, so that the book needs no files. */
export function drawing(words: string, hue: number, width = 800, height = 500): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 45% 32%)"/><circle cx="${width * 0.7}" cy="${height * 0.4}" r="${height * 0.28}" fill="hsl(${hue + 30} 60% 55%)"/><text x="40" y="${height - 50}" fill="#fff" font-family="sans-serif" font-size="42">${words}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
