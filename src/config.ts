import { z } from 'zod';

/** Every setting that comes from the environment, checked. */
export interface Config {
  environment: 'development' | 'production' | 'test';
  /** Undefined: the sandbox runs instead of Discord. */
  discordToken: string | undefined;
  /** REST base address without the version, no slash at the end. */
  discordApiUrl: string;
  /** Undefined: as many as Discord recommends. */
  discordShards: number | undefined;
  databasePath: string;
  databaseSync: 'full' | 'normal';
  /** 32 bytes; undefined: perks with codes and links rest. */
  encryptionKey: Buffer | undefined;
  defaultLanguage: 'en' | 'de';
  /** IANA name. */
  defaultTimeZone: string;
  /** Discord is asked to tell who joins and leaves (a privileged intent). */
  membersIntent: boolean;
  /** Minutes without a heartbeat acknowledgement after which the process ends, to be restarted; 0 is never. */
  gatewayWatchdogMinutes: number;
  logLevel: (typeof logLevels)[number];
  logFormat: (typeof logFormats)[number];
  sandboxPort: number;
}

/** Everything that is wrong with the environment, one line each, with what to do. Never holds a secret. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The configuration needs ${mistakes.length === 1 ? 'a correction' : `${mistakes.length} corrections`}:
${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}
See .env.example for every variable and its default.`);
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const logFormats = ['auto', 'pretty', 'json'] as const;

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

const whole = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(from, message).max(to, message));
};

const webAddress = z
  .string()
  .refine(
    (text) => /^https?:$/.test(protocolOf(text)),
    'must be an address that begins with https:// or http://',
  )
  .refine(
    (text) => !/\/v\d+\/?$/.test(text),
    'must not end in a version, which is added: leave out the last part',
  )
  .transform((text) => text.replace(/\/+$/, ''));

const token = z
  .string()
  .regex(/^\S+$/, 'must be the bare token, without "Bot " before it and without spaces');

const timeZone = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin or America/New_York');

const key = z
  .string('is required')
  .refine(
    (text) => /^[A-Za-z0-9+/]{43}=$/.test(text),
    'must be 32 bytes in base64, as `openssl rand -base64 32` prints them',
  )
  .transform((text) => Buffer.from(text, 'base64'));

/** The variables in the order of .env.example; a test holds that file to these words and defaults. */
export const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test'])
    .default('development')
    .describe('In production Hearth refuses to start without a token instead of starting the sandbox.'),
  DISCORD_TOKEN: token
    .optional()
    .describe(
      'The bot token from https://discord.com/developers/applications; without one the sandbox starts.',
    ),
  DISCORD_API_URL: webAddress
    .default('https://discord.com/api')
    .describe('Base address of the REST API, without the version.'),
  DISCORD_SHARDS: whole(1, 1_000)
    .optional()
    .describe('How many gateway connections to share the servers among; without it what Discord recommends.'),
  DATABASE_PATH: z
    .string()
    .default('./data/hearth.sqlite')
    .describe('The data file. It is created if it does not exist; one process at a time may use it.'),
  DATABASE_SYNC: oneOf(['full', 'normal'])
    .default('full')
    .describe('full keeps everything acknowledged through a power loss, normal only through a crash.'),
  ENCRYPTION_KEY: key
    .optional()
    .describe(
      'Seals the codes and links of perks; without one they rest. Make it with: openssl rand -base64 32, and keep a copy.',
    ),
  ENCRYPTION_KEY_PREVIOUS: key
    .optional()
    .describe(
      'Only for `npm run rekey`, which seals all anew with ENCRYPTION_KEY: the key until now. Leave it empty otherwise.',
    ),
  DEFAULT_LANGUAGE: oneOf(['en', 'de'])
    .default('en')
    .describe('Language of what a channel sees, until /setup says otherwise.'),
  DEFAULT_TIME_ZONE: timeZone
    .default('UTC')
    .describe('Time zone in which typed times are understood, until /setup says otherwise.'),
  MEMBERS_INTENT: oneOf(['0', '1'])
    .default('0')
    .describe(
      'With 1 the digest knows who leaves and who joins silently. Switch on the Server Members Intent on the Bot page of the developer portal first.',
    ),
  GATEWAY_WATCHDOG_MINUTES: whole(0, 1_440)
    .default(15)
    .describe(
      'Minutes without a sign of life from Discord after which the process ends, to be restarted; 0 is never.',
    ),
  LOG_LEVEL: oneOf(logLevels).default('info').describe('trace, debug, info, warn, error, fatal or silent.'),
  LOG_FORMAT: oneOf(logFormats)
    .default('auto')
    .describe('pretty for people, json for machines, auto for pretty in a terminal and json elsewhere.'),
  SANDBOX_PORT: whole(0, 65_535)
    .default(4310)
    .describe("Port of the sandbox's page on this machine; 0 takes any free one."),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws ConfigError, which lists every mistake at once. */
export function readConfig(environment: Environment): Config {
  const values = readVariables(variables, environment, ({ NODE_ENV, DISCORD_TOKEN }) =>
    NODE_ENV === 'production' && DISCORD_TOKEN === undefined ? [tokenIsMissing] : [],
  );
  return toConfig(values);
}

/** Those of `schema`, where an empty one is one that is not set; `also` finds what else is wrong. Throws ConfigError. */
export function readVariables<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: Environment,
  also: (given: Environment) => string[] = () => [],
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in schema.shape && value?.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => mistakeOf(issue, given));
  const mistakes = [...wrong, ...also(given)];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return parsed.data;
}

/** Their values are never told. */
const secrets: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'ENCRYPTION_KEY', 'ENCRYPTION_KEY_PREVIOUS']);

const tokenIsMissing =
  'DISCORD_TOKEN: is required with NODE_ENV=production. Create a bot at ' +
  'https://discord.com/developers/applications, copy its token and set DISCORD_TOKEN to it.';

function toConfig(values: z.output<typeof variables>): Config {
  return {
    environment: values.NODE_ENV,
    discordToken: values.DISCORD_TOKEN,
    discordApiUrl: values.DISCORD_API_URL,
    discordShards: values.DISCORD_SHARDS,
    databasePath: values.DATABASE_PATH,
    databaseSync: values.DATABASE_SYNC,
    encryptionKey: values.ENCRYPTION_KEY,
    defaultLanguage: values.DEFAULT_LANGUAGE,
    defaultTimeZone: values.DEFAULT_TIME_ZONE,
    membersIntent: values.MEMBERS_INTENT === '1',
    gatewayWatchdogMinutes: values.GATEWAY_WATCHDOG_MINUTES,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    sandboxPort: values.SANDBOX_PORT,
  };
}

function mistakeOf(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  const value = secrets.has(name) ? '' : ` (it is ${JSON.stringify(given[name])})`;
  return `${name}: ${issue.message}${value}.`;
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
