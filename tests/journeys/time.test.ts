import { afterEach, expect, test } from 'vitest';
import { adjustableClock } from '../../src/platform/clock.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, isEphemeral, selectsOf, textOf } from '../support/messages.ts';
import { draftPoll, hasControls, makePoll, numberOf, publishDraft, steer } from '../support/polls.ts';

const hour = 3_600_000;
const day = 24 * hour;

let hearth: TestHearth;
afterEach(() => hearth.close());

/** A clock that starts at an instant of its own choice and runs. */
function clockFrom(iso: string) {
  const ahead = Date.parse(iso) - Date.now();
  return adjustableClock({ now: () => Date.now() + ahead });
}

async function berlin(iso: string) {
  hearth = await startHearth({
    clock: clockFrom(iso),
    // A dozen polls in a channel at once.
    rateLimits: false,
    environment: { DEFAULT_TIME_ZONE: 'Europe/Berlin' },
  });
  return hearth.sandbox;
}

const stamps = (text: string, style: string) =>
  [...text.matchAll(new RegExp(`<t:(\\d+):${style}>`, 'gu'))].map(([, at]) =>
    new Date(Number(at) * 1000).toISOString(),
  );

test('a weekly poll keeps its hour on the wall when the clocks go back', async () => {
  // Friday; in the night to Sunday, summer time ends in Berlin.
  const sandbox = await berlin('2025-10-24T07:00:00Z');
  const admin = sandbox.persona('admin');
  const shown = await draftPoll(admin, { closes: 'in 1 day' }, { repeat: 'weekly', starts: 'friday 10:00' });
  expect(stamps(shown.text, 'F')).toEqual(['2025-10-25T08:00:00.000Z', '2025-10-24T08:00:00.000Z']);
  await admin.press(shown.reply!, 'Schedule');
  const polls = () => admin.messages().filter((one) => !isEphemeral(one) && !one.message_reference);
  await hearth.later(hour);
  await sandbox.until(() => polls().length === 1);
  expect(textOf(polls()[0])).toContain('🔁 Asked every week.');

  // 10:00 in winter is an hour later for the machine: nothing yet at the old hour.
  await hearth.later(7 * day);
  expect(polls()).toHaveLength(1);
  await hearth.later(hour);
  await sandbox.until(() => polls().length === 2);
  const second = polls()[1]!;
  expect(hasControls(second)).toBe(true);
  expect(stamps(textOf(second), 'f')).toEqual(['2025-11-01T09:00:00.000Z']);

  // Stopped, it goes on to its end, and nothing follows.
  expect((await steer(admin, second, 'Stop repeating', 'Stop repeating')).text).toContain('No further polls');
  await hearth.later(15 * day);
  expect(polls()).toHaveLength(2);
});

test('a monthly poll of the 31st comes on the last day of shorter months', async () => {
  const sandbox = await berlin('2026-01-31T08:00:00Z');
  const admin = sandbox.persona('admin');
  const polls = () => admin.messages().filter((one) => !isEphemeral(one) && !one.message_reference);
  await makePoll(hearth, admin, { form: { closes: 'in 2 days' }, options: { repeat: 'monthly' } });
  await hearth.later(28 * day - hour);
  expect(polls()).toHaveLength(1);
  await hearth.later(2 * hour);
  await sandbox.until(() => polls().length === 2);
  await hearth.later(31 * day);
  await sandbox.until(() => polls().length === 3);
});

test('a member never meets polls of channels that they cannot read, in lists, search or by number', async () => {
  const sandbox = await berlin('2026-01-31T08:00:00Z');
  const [admin, member] = [sandbox.persona('admin'), sandbox.persona('member')];
  const bot = `/channels/${SMALL.channels.staff}/permissions/${SMALL.roles.bot}`;
  await admin.api('PUT', bot, { type: 0, allow: String((1n << 10n) | (1n << 11n)), deny: '0' });
  const shown = await draftPoll(admin, { question: 'Whom do we promote?' }, {}, { channel: 'staff' });
  const secret = await publishDraft(hearth, admin, shown, { channel: 'staff' });
  await makePoll(hearth, admin, { form: { question: 'What is for lunch?' } });

  expect((await member.slash('poll list')).text).not.toContain('promote');
  expect((await member.slash('poll list')).text).toContain('What is for lunch?');
  expect((await admin.slash('poll list')).text).toContain('Whom do we promote?');
  expect(await member.autocomplete('poll show', 'poll', 'promote')).toEqual([]);
  expect(await admin.autocomplete('poll show', 'poll', 'promote')).toHaveLength(1);
  const unknown = 'I do not know this poll. It may have been deleted; `/poll list` shows those that exist.';
  for (const command of ['show', 'close', 'export'] as const) {
    expect((await member.slash(`poll ${command}`, { poll: numberOf(secret) })).text).toBe(unknown);
    expect((await member.slash(`poll ${command}`, { poll: 'promote' })).text).toBe(unknown);
  }
  expect(hasControls(admin.look(secret))).toBe(true);
});

test('a long list is leafed through, newest first, and filtered', async () => {
  const sandbox = await berlin('2026-01-31T08:00:00Z');
  const admin = sandbox.persona('admin');
  for (let i = 1; i <= 12; i += 1)
    await publishDraft(
      hearth,
      admin,
      await admin.slash('poll quick', { question: `Q${i}?`, options: 'a|b' }),
    );
  const list = await sandbox.persona('member').slash('poll list');
  const member = sandbox.persona('member');
  expect(list.text).toContain('Q12?');
  expect(list.text).not.toMatch(/Q2\?/);
  expect(list.text).toContain('Page 1 of 2');
  expect(buttonsOf(list.reply).find(({ label }) => label === 'Newer')?.disabled).toBe(true);
  const older = await member.press(list.reply!, 'Older');
  expect(older.text).toContain('Q1?');
  const closed = await member.choose(list.reply!, selectsOf(list.reply)[0]!.customId, ['Closed']);
  expect(closed.text).toContain('No polls of this sort.');
  expect(await member.autocomplete('poll show', 'poll', 'q1')).toHaveLength(4);
  expect((await member.slash('poll show', { poll: 'q' })).text).toContain('I do not know this poll');
});
