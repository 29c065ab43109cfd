import type { REST } from '@discordjs/rest';
import type { APIDMChannel } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import type { Result } from './failure.ts';
import { sorted } from './messenger.ts';

/** The channel for direct messages to a person; undefined where Discord refuses to open one. */
export async function directChannel(rest: REST, userId: string): Promise<string | undefined> {
  const opened = await openDirectChannel(rest, userId);
  return opened.ok ? opened.value : undefined;
}

/** The same, with what was in the way: somebody who takes none is not the same as a Discord that does not answer. */
export async function openDirectChannel(rest: REST, userId: string): Promise<Result<string>> {
  const opened = await sorted<APIDMChannel>(() =>
    rest.post(Routes.userChannels(), { body: { recipient_id: userId } }),
  );
  return opened.ok ? { ok: true, value: opened.value.id } : opened;
}
