import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storedIn } from '../support/faults.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { makePoll } from '../support/polls.ts';

let hearth: TestHearth;
let member: PersonaDriver;
let other: PersonaDriver;
let admin: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  other = hearth.sandbox.persona('other');
  admin = hearth.sandbox.persona('admin');
}, 60_000);
afterAll(() => hearth?.close());

const all = <T>(sql: string, ...values: unknown[]) =>
  storedIn(hearth.config.databasePath).all<T>(sql, ...values);
const messagesOf = ({ id }: PersonaDriver): number =>
  all<{ n: number }>('SELECT coalesce(sum(messages), 0) AS n FROM activity WHERE user_id = ?', id)[0]!.n;
const rowsOf = ({ id }: PersonaDriver): number =>
  all<{ n: number }>(
    `SELECT (SELECT count(*) FROM activity WHERE user_id = @id)
       + (SELECT count(*) FROM activity_members WHERE user_id = @id)
       + (SELECT count(*) FROM activity_replies WHERE from_id = @id OR to_id = @id)
       + (SELECT count(*) FROM conversation_people WHERE user_id = @id)
       + (SELECT count(*) FROM conversations WHERE starter_id = @id)
       + (SELECT count(*) FROM member_days WHERE user_id = @id)
       + (SELECT count(*) FROM member_help WHERE user_id = @id) AS n`,
    { id },
  )[0]!.n;

describe('a member and the counting', () => {
  test('see what is known of them, stop it, use everything, and start again from zero', async () => {
    const { sandbox } = hearth;
    await member.say('One');
    await member.say('Two');
    await sandbox.until(() => messagesOf(member) === 2);
    const card = await member.slash('privacy');
    expect(card.text).toContain('I never keep what is written in chat.');
    expect(card.text).toContain('I have your numbers of 1 day.');
    expect((card.reply!.flags ?? 0) & 64).toBe(64);
    expect(rowsOf(member)).toBeGreaterThan(0);

    const stopped = await member.press(card.reply!, 'Don’t count me');
    expect(stopped.result).toBe('success');
    await sandbox.until(() => textOf(member.look(card.reply)).includes('You are not counted'));
    await sandbox.until(() => rowsOf(member) === 0);

    // Not what they write, nor what they do with Hearth; others go on being counted.
    await member.say('Three');
    const poll = await makePoll(hearth, admin);
    await member.press(poll, 'Kenya AA');
    await other.press(poll, 'Kenya AA');
    await other.say('Four');
    await sandbox.until(() => messagesOf(other) === 1);
    expect(all('SELECT count(*) AS n FROM poll_votes')).toEqual([{ n: 2 }]);
    expect(all('SELECT user_id AS userId FROM activity WHERE votes > 0')).toEqual([{ userId: other.id }]);
    expect(rowsOf(member)).toBe(0);

    const now = await member.slash('privacy');
    expect(buttonsOf(now.reply).map(({ label }) => label)).toEqual(['Count me again']);
    await member.press(now.reply!, 'Count me again');
    await sandbox.until(() => textOf(member.look(now.reply)).includes('Welcome back!'));
    sandbox.advance(1_000);
    await member.say('Five');
    await sandbox.until(() => messagesOf(member) === 1);
  });

  test('are safe from a second press on an older card', async () => {
    const { sandbox } = hearth;
    const first = await other.slash('privacy');
    const second = await other.slash('privacy');
    await other.press(first.reply!, 'Don’t count me');
    await other.press(second.reply!, 'Don’t count me');
    await sandbox.until(() => textOf(other.look(second.reply)).includes('You are not counted'));
    expect(all('SELECT user_id AS userId FROM counting_pauses WHERE since > 0')).toEqual([
      { userId: other.id },
    ]);
    await sandbox.until(() => rowsOf(other) === 0);
  });

  test('read it in their own language', async () => {
    const { text } = await hearth.sandbox.persona('german').slash('privacy');
    expect(text).toContain('Was im Chat steht, behalte ich nie.');
  });
});

describe('an admin and the counting', () => {
  test('leave out a channel: what was counted stays, nothing more is, and it goes on when it is back', async () => {
    const { sandbox } = hearth;
    const { id } = sandbox.channel('general');
    const before = messagesOf(admin);
    await admin.say('Counted');
    await sandbox.until(() => messagesOf(admin) === before + 1);
    const panel = await admin.slash('setup', { section: 'counting' });
    const menu = 'counting-left-out:v1';
    await admin.choose(panel.reply!, menu, [id]);
    await sandbox.until(() => textOf(admin.look(panel.reply)).includes('Saved'));
    await admin.say('Not counted');
    // Nor while nobody hears it.
    await hearth.stopBot();
    await admin.say('Not read back either');
    await hearth.restart();
    const again = await admin.slash('setup', { section: 'counting' });
    await admin.choose(again.reply!, menu, []);
    await sandbox.until(() => textOf(admin.look(again.reply)).includes('Saved'));
    await admin.say('Counted again');
    await sandbox.until(() => messagesOf(admin) >= before + 2);
    expect(messagesOf(admin)).toBe(before + 2);
    expect(all('SELECT * FROM activity_marks WHERE gap_to IS NOT NULL')).toEqual([]);
  });

  test('decide for how many months days are kept, and hear what is wrong with a number', async () => {
    const { sandbox } = hearth;
    const panel = await admin.slash('setup', { section: 'counting' });
    expect(panel.text).toContain('13 months');
    const wrong = await admin.press(panel.reply!, 'Change');
    const refused = await admin.submitModal(wrong.modal, { Months: '61' });
    expect(refused.text).toContain('from 1 to 60');
    const { modal } = await admin.press(panel.reply!, 'Change');
    await admin.submitModal(modal, { Months: '6 months' });
    await sandbox.until(() => textOf(admin.look(panel.reply)).includes('6 months'));
    expect(all('SELECT retention_months AS months FROM counting')).toEqual([{ months: 6 }]);
  });
});
