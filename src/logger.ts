import pino, { type DestinationStream, type LevelWithSilent, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';

export interface LoggerOptions {
  level: LevelWithSilent;
  /** `auto`: for people in a terminal, for machines elsewhere. */
  format: 'auto' | 'pretty' | 'json';
  redact: Redact;
  /** Default: standard output. */
  destination?: DestinationStream;
}

/** Takes secrets out of a text, be it a sentence, a URL, a stack or a line of JSON. */
export type Redact = (text: string) => string;

/** A structured log. Every line passes the redactor as a whole, so no field needs to be thought of. */
export function createLogger({ level, format, redact, destination }: LoggerOptions): Logger {
  const forPeople = format === 'pretty' || (format === 'auto' && process.stdout.isTTY);
  const out = destination ?? gatheredOutput();
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redact },
    },
    forPeople ? forReading(out) : out,
  );
}

/** Real ms for which lines wait for company: each write wakes another thread, which costs more than the line. */
const GATHER_MS = 10;

/** Standard output. What still waits when the process ends is written then; only kill -9 takes it along. */
function gatheredOutput(): DestinationStream {
  const out = pino.destination({ sync: false });
  let lines = '';
  const take = (): string => {
    const taken = lines;
    lines = '';
    return taken;
  };
  // After the listener of `out`, which writes what it was given before.
  process.once('exit', () => lines !== '' && pino.destination({ sync: true }).write(take()));
  return {
    write(line) {
      if (lines === '') setTimeout(() => lines !== '' && out.write(take()), GATHER_MS);
      lines += line;
    },
  };
}

function forReading(out: DestinationStream): DestinationStream {
  const write = prettyFactory({ colorize: process.stdout.isTTY, translateTime: 'SYS:HH:MM:ss.l' });
  return { write: (line) => out.write(write(line)) };
}

/** What Discord's secrets look like, wherever they stand; the part in the first group stays readable. */
const secretShapes: readonly RegExp[] = [
  // A bot token: the id, the time and the signature.
  /()\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // The token of an interaction, wherever it stands: base64 that begins with "interaction:".
  /()aW50ZXJhY3Rpb24[\w\-+/=.]+/g,
  // The token in an address that works without any other authority.
  /(\/(?:webhooks|interactions)\/\d+\/)[^/\s"'?#\\]+/g,
  // A field of a JSON object, also of one inside a JSON string.
  /((?:"|\\")(?:\w*token|authorization|client_secret|secret|password)\\*"\s*:\s*\\*")[^"\\]+/gi,
  // A header.
  /(\bauthorization:\s*)(?:(?:bot|bearer|basic)\s+)?[^\s"'\\,]+/gi,
  /(\b(?:Bot|Bearer)\s+)[\w-]+\.[\w.-]+/g,
];

/** Stands in every text that one of the shapes fits: a single look spares most lines all six. */
const suspicious =
  /\.[\w-]{6,7}\.|aW50ZXJhY3Rpb24|\/(?:webhooks|interactions)\/|token|authorization|secret|password|\b(?:Bot|Bearer)\s/i;

/** The one redactor. `secrets` are what this process holds itself, as the token that it logs in with. */
export function createRedactor(secrets: readonly string[] = []): Redact {
  const known = secrets.filter((secret) => secret.length >= 8);
  return (text) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
    if (!suspicious.test(withoutKnown)) return withoutKnown;
    return secretShapes.reduce((rest, shape) => rest.replace(shape, '$1[redacted]'), withoutKnown);
  };
}
