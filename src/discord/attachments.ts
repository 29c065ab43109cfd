import type { APIAttachment } from 'discord-api-types/v10';
import type { Timers } from '../platform/timers.ts';

export interface ReadAttachmentOptions {
  /** As `https://discord.com/api`. Attachments may also lie at its host, as they do in a sandbox. */
  apiUrl: string;
  timers: Timers;
  fetch: typeof fetch;
}

/** The bytes of a file that somebody has sent along; undefined if it could not be fetched, whatever the reason. */
export type ReadAttachment = (
  file: Pick<APIAttachment, 'url' | 'size'>,
  maxBytes: number,
) => Promise<Buffer | undefined>;

/** Real milliseconds for one file. */
const PATIENCE = 15_000;
const cdn: ReadonlySet<string> = new Set(['https://cdn.discordapp.com', 'https://media.discordapp.net']);

/**
 * Fetches attachments from Discord's CDN and nowhere else: an address comes with an interaction, and following any
 * other would let somebody make Hearth ask servers of their choice. No redirects; never reads beyond `maxBytes`.
 */
export function attachmentReader({ apiUrl, timers, fetch }: ReadAttachmentOptions): ReadAttachment {
  const own = new URL(apiUrl).origin;

  return async ({ url, size }, maxBytes) => {
    if (size > maxBytes || !isFrom(url, own)) return undefined;
    const abort = new AbortController();
    const cancel = timers.after(PATIENCE, () => abort.abort());
    try {
      const answer = await fetch(url, { redirect: 'error', signal: abort.signal });
      if (!answer.ok || !answer.body) return undefined;
      return await readAtMost(answer.body, maxBytes, abort);
    } catch {
      return undefined;
    } finally {
      cancel();
    }
  };
}

function isFrom(url: string, own: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return username === '' && password === '' && (cdn.has(origin) || origin === own);
}

async function readAtMost(
  body: ReadableStream<Uint8Array>,
  max: number,
  abort: AbortController,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > max) {
      abort.abort();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
