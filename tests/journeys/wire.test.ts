import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBodies } from '../support/conformance.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { closeByHand, draftPoll, ending, everyVote, makePoll, numberOf, steer } from '../support/polls.ts';

let hearth: TestHearth;
let member: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  await hearth.sandbox.persona('admin').slash('setup');
  const message = await makePoll(hearth, member, { options: { thread: true } });
  await everyVote(hearth, message, { member: 'Kenya', other: 'Brazil' });
  await steer(member, message, 'Who voted');
  await member.slash('poll list');
  await member.slash('poll export', { poll: numberOf(message) });
  await draftPoll(member, { options: 'only one', closes: 'sometime' });
  await member.press((await draftPoll(member)).reply!, 'Rules');
  await makePoll(hearth, member, {
    form: { kind: 'Ranking', privacy: 'Sealed', question: '@everyone <@&1> **hi**' },
  });
  await makePoll(hearth, member, { form: { kind: 'Rating', privacy: 'Staff-blind' } });
  await closeByHand(hearth, member, message);
  await ending(hearth, member, message);
}, 60_000);
afterAll(() => hearth?.close());

const COMMANDS = '/applications/:application_id/commands';
const handledLines = () =>
  hearth
    .log()
    .split('\n')
    .filter((line) => line.includes('"msg":"handled"'))
    .map(
      (line) => JSON.parse(line) as { interaction: string; outcome: string; delivery: string; ms: number },
    );

test('the commands are registered once, with German words, and not again after a restart', async () => {
  expect(hearth.sandbox.sent('PUT', COMMANDS)).toHaveLength(1);
  await hearth.restart();
  expect(hearth.sandbox.sent('PUT', COMMANDS)).toHaveLength(1);
  const [sent] = hearth.sandbox.sent('PUT', COMMANDS);
  const commands = sent?.body as Record<string, unknown>[];
  expect(new Set(commands.map(({ name }) => name))).toEqual(
    new Set(
      ['digest', 'privacy', 'poll', 'Make a poll', 'idea', 'Suggest as an idea', 'ama', 'setup'].concat([
        'shoutout',
        'Give a shout-out',
        'Shout out this message',
        'perk',
      ]),
    ),
  );
  const setup = commands.find(({ name }) => name === 'setup');
  expect(setup?.['default_member_permissions']).toBe('32');
  const german = JSON.stringify(commands).match(/"name_localizations":\{"de":"[^"]+"/g) ?? [];
  const names = JSON.stringify(commands).match(/"name":"/g) ?? [];
  expect(german).toHaveLength(names.length);
});

test('every body fits Discord’s published schema, and nothing that is said calls anybody', () => {
  const sent = hearth.sandbox.sent();
  checkBodies(sent);
  const refused = sent.filter(({ status }) => status >= 400);
  expect(refused.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([]);
  const said = sent.map(
    ({ body }) => body as { type?: number; data?: object; components?: object } | undefined,
  );
  const messages = said.flatMap((body) => {
    if (body === undefined || Array.isArray(body)) return [];
    if (body.type === 4 || body.type === 7) return [body.data];
    return 'components' in body ? [body] : [];
  });
  expect(messages.length).toBeGreaterThan(15);
  for (const message of messages) expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
});

test('each handled interaction leaves one line, and no line holds a token or what people typed', async () => {
  const before = handledLines().length;
  await member.slash('poll list');
  await member.slash('poll show', { poll: '99999' });
  await member.autocomplete('poll show', 'poll', 'kenya');
  await hearth.sandbox.until(() => handledLines().length >= before + 2);
  const lines = handledLines();
  expect(lines).toHaveLength(before + 2);
  expect(lines.at(-2)).toMatchObject({ outcome: 'done', delivery: 'answered' });
  expect(lines.at(-1)).toMatchObject({ outcome: 'refused', code: 'polls.refusals.not-found' });
  expect(new Set(lines.map(({ interaction }) => interaction)).size).toBe(lines.length);
  const log = hearth.log();
  expect(log).not.toContain(hearth.sandbox.botToken);
  for (const { token } of hearth.sandbox.world.interactions.byId.values()) expect(log).not.toContain(token);
  expect(log).not.toMatch(/Which roast|Kenya|99999/);
  expect(hearth.complaints).toEqual([]);
});
