import type { REST } from '@discordjs/rest';
import type { APIDMChannel } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import { sorted } from './messenger.ts';

/** The channel for direct messages to a person; undefined where Discord refuses to open one. */
export async function directChannel(rest: REST, userId: string): Promise<string | undefined> {
  const opened = await sorted<APIDMChannel>(() =>
    rest.post(Routes.userChannels(), { body: { recipient_id: userId } }),
  );
  return opened.ok ? opened.value.id : undefined;
}
