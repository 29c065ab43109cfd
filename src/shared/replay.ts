/** Snowflakes grow with time: true if interaction `id` is `last` or came before it. */
export function isReplay(id: string, last: string): boolean {
  return id.length === last.length ? id <= last : id.length < last.length;
}
