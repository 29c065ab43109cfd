import type { REST } from '@discordjs/rest';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationIntegrationType, Routes } from 'discord-api-types/v10';
import type { Result } from './failure.ts';
import { sorted } from './messenger.ts';

export type Deployment = 'unchanged' | 'updated';

/**
 * Makes Discord's list of global commands the given one, and writes only where something differs: each new
 * command counts against 200 a day, and clients reload their list.
 */
export async function deployCommands(deps: {
  rest: REST;
  applicationId: string;
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
}): Promise<Result<Deployment>> {
  const { rest, applicationId, commands } = deps;
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = await sorted<unknown[]>(() => rest.get(route, { query }));
  if (!known.ok) return known;
  if (fingerprint(known.value) === fingerprint(commands)) return { ok: true, value: 'unchanged' };
  const written = await sorted<unknown>(() => rest.put(route, { body: commands }));
  return written.ok ? { ok: true, value: 'updated' } : written;
}

/** What makes up a command; Discord adds ids, versions and defaults of its own. */
const fields = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
  'contexts',
  'integration_types',
  'options',
  'required',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
] as const;

/** What Discord assumes for a command that does not say it. */
const commandDefaults = {
  type: ApplicationCommandType.ChatInput,
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function fingerprint(commands: readonly unknown[]): string {
  return commands
    .map((command) => JSON.stringify(essence({ ...commandDefaults, ...(command as object) })))
    .toSorted(byText)
    .join('\n');
}

/** The same content in the same order: left out, null, false and empty all say the same to Discord. */
function essence(thing: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const value = plain(field, (thing as Record<string, unknown>)[field]);
    if (value !== undefined) kept[field] = value;
  }
  return kept;
}

function plain(field: string, value: unknown): unknown {
  if (value === null || value === undefined || value === false || value === '') return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    if (field === 'options' || field === 'choices') return value.map((item) => essence(item as object));
    return value.map(String).toSorted(byText);
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, words]) => words !== null);
    return entries.length === 0 ? undefined : entries.toSorted(([a], [b]) => byText(a, b));
  }
  return value;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
