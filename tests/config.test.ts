import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, variables } from '../src/config.ts';
import { locales } from '../src/i18n/translator.ts';
import { packageRoot } from '../src/platform/package-root.ts';

function mistakesIn(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing: without a token the sandbox starts', () => {
    expect(readConfig({})).toEqual({
      environment: 'development',
      discordToken: undefined,
      discordApiUrl: 'https://discord.com/api',
      discordShards: undefined,
      databasePath: './data/hearth.sqlite',
      databaseSync: 'full',
      defaultLanguage: 'en',
      defaultTimeZone: 'UTC',
      membersIntent: false,
      gatewayWatchdogMinutes: 15,
      logLevel: 'info',
      logFormat: 'auto',
      sandboxPort: 4310,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', SANDBOX_PORT: ' ', PATH: '/bin' })).toEqual(readConfig({}));
  });

  it('names every mistake at once, with what would be right', () => {
    expect(
      mistakesIn({
        DISCORD_API_URL: 'discord.com',
        SANDBOX_PORT: '70000',
        DISCORD_SHARDS: 'two',
        LOG_LEVEL: 'loud',
        DEFAULT_TIME_ZONE: 'Berlin',
      }),
    ).toEqual([
      'DISCORD_API_URL: must be an address that begins with https:// or http:// (it is "discord.com").',
      'DISCORD_SHARDS: must be a whole number from 1 to 1000 (it is "two").',
      'DEFAULT_TIME_ZONE: must be an IANA time zone such as Europe/Berlin or America/New_York (it is "Berlin").',
      'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent (it is "loud").',
      'SANDBOX_PORT: must be a whole number from 0 to 65535 (it is "70000").',
    ]);
  });

  it('never repeats a token that it refuses', () => {
    const mistakes = mistakesIn({ DISCORD_TOKEN: 'Bot abc.def', LOG_LEVEL: 'loud' });
    expect(mistakes).toHaveLength(2);
    expect(mistakes.join()).not.toContain('abc.def');
  });

  it('refuses production without a token, together with everything else that is wrong', () => {
    expect(mistakesIn({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('set DISCORD_TOKEN')]);
    expect(mistakesIn({ NODE_ENV: 'production', LOG_FORMAT: 'xml' })).toHaveLength(2);
    expect(mistakesIn({ NODE_ENV: 'production', DISCORD_TOKEN: 'a.b.c' })).toEqual([]);
  });

  it('accepts another server, with or without a slash at the end, but not a version', () => {
    expect(readConfig({ DISCORD_API_URL: 'http://127.0.0.1:4310/api/' }).discordApiUrl).toBe(
      'http://127.0.0.1:4310/api',
    );
    expect(mistakesIn({ DISCORD_API_URL: 'https://discord.com/api/v10' })).toHaveLength(1);
  });

  it('offers exactly the languages that Hearth speaks', () => {
    const offered = locales.filter((language) => mistakesIn({ DEFAULT_LANGUAGE: language }).length === 0);
    expect(offered).toEqual(locales);
    expect(mistakesIn({ DEFAULT_LANGUAGE: 'fr' })).toEqual([
      expect.stringContaining(`${locales.join(', ')} `),
    ]);
  });
});

it('.env.example names every variable with its words and its default, and no other', () => {
  const blocks = Object.entries(variables.shape).map(([name, schema]) => {
    const value = schema.safeParse(undefined).data;
    return `# ${schema.description}\n${name}=${String(value ?? '')}\n`;
  });
  const written = readFileSync(path.join(packageRoot(), '.env.example'), 'utf8');
  expect(written).toBe(blocks.join('\n'));
});
