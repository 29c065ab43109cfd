import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger, createRedactor } from '../src/logger.ts';

const botToken = `MTA0NTg3NjU0MzIxMDk4NzY1.GabcDE.${'x'.repeat(38)}`;
const interactionToken = `aW50ZXJhY3Rpb246${'QWxhZGRpbjpvcGVuIHNlc2FtZQ'.repeat(4)}`;
const webhookToken = 'W3bh00k-t0ken_'.repeat(4);
const ownToken = 'sandbox-bot-token';
const secrets = [botToken, interactionToken, webhookToken, ownToken];

function logged(format: 'json' | 'pretty', log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  log(createLogger({ level: 'trace', format, redact: createRedactor([ownToken]), destination }));
  return lines.join('');
}

describe.each(['json', 'pretty'] as const)('the log as %s', (format) => {
  it('never holds a secret, wherever it stands', () => {
    const error = Object.assign(
      new Error(`POST https://discord.com/api/v10/interactions/123/${interactionToken}/callback`),
      {
        url: `https://discord.com/api/v10/webhooks/123/${webhookToken}/messages/@original`,
        requestBody: { headers: { Authorization: `Bot ${botToken}` }, json: `{"token":"${webhookToken}"}` },
        cause: new Error(`authorization: Bot ${ownToken}`),
      },
    );
    const text = logged(format, (log) => {
      log.error({ err: error }, `login with ${botToken} failed`);
      log.info({ interaction: { id: '1', token: interactionToken }, authorization: ownToken }, 'raw');
      log.child({ token: webhookToken }).warn(`/webhooks/99/${webhookToken}?wait=true`);
      log.debug(`{"token": "${webhookToken}", "nested": "{\\"token\\":\\"${webhookToken}\\"}"}`);
    });
    expect(text).toContain('[redacted]');
    expect(text).toContain('/webhooks/123/');
    expect(text).toContain('@original');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('keeps what is no secret', () => {
    const words = 'poll 17 in guild 123456789012345678 closed: 3 votes, Bot is ready, token bucket full';
    expect(logged(format, (log) => log.info({ guild: '123456789012345678' }, words))).toContain(words);
  });
});

it('a line of the log stays valid JSON after its secrets were taken out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...secrets), fc.string(), fc.string(), (secret, before, after) => {
      const line = logged('json', (log) =>
        log.info({ token: secret, text: before + secret + after }, after + secret),
      );
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }),
  );
});

it.each([
  ['a bot token', botToken, botToken],
  ['the token of an interaction', interactionToken, interactionToken],
  ['the address of a webhook', `/webhooks/1/${webhookToken}`, webhookToken],
  ['the address of an interaction', `/interactions/1/${webhookToken}`, webhookToken],
  ['a field', `{"access_token":"${webhookToken}"}`, webhookToken],
  ['a field in capitals', `{"CLIENT_SECRET": "${webhookToken}"}`, webhookToken],
  ['a password', `{"password":"${webhookToken}"}`, webhookToken],
  ['an inner field', `{\\"authorization\\":\\"${webhookToken}\\"}`, webhookToken],
  ['a header', `Authorization: ${webhookToken}`, webhookToken],
  ['the value of a header', 'Bearer abc.def-ghi', 'abc.def-ghi'],
])('%s alone is enough to be taken out', (_, text, secret) => {
  const redact = createRedactor();
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z {}:]*$/), (around) => {
      expect(redact(`${around} ${text} ${around}`)).not.toContain(secret);
    }),
  );
});

it('a silent log writes nothing', () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  createLogger({ level: 'silent', format: 'json', redact: createRedactor(), destination }).error('x');
  expect(lines).toEqual([]);
});
