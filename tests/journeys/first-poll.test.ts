import { afterEach, expect, test } from 'vitest';
import { publishPoll, startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, textOf } from '../support/messages.ts';

let hearth: TestHearth;
afterEach(() => hearth.close());

const day = 86_400_000;

test('a newcomer makes a poll, friends vote, and at the closing time the channel sees the result with a picture', async () => {
  hearth = await startHearth();
  const { sandbox } = hearth;
  const admin = sandbox.persona('admin');
  const member = sandbox.persona('member');
  const other = sandbox.persona('other');

  const { preview, message } = await publishPoll(hearth, admin);
  expect(preview).toContain('Preview');
  expect(preview).toContain('You wrote “in 2 days”');
  expect(textOf(message)).toContain('No votes yet');

  expect((await member.press(message, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
  expect((await member.press(message, 'Ethiopia')).text).toContain('Your vote: **Ethiopia Guji**');
  expect((await other.press(message, 'Ethiopia')).text).toContain('Your vote: **Ethiopia Guji**');
  await sandbox.until(() => textOf(member.look(message)).includes('2 votes'));
  expect(textOf(member.look(message))).toMatch(/Kenya AA\*\*\n\S+ 0% · 0/);

  await hearth.later(2 * day + 60_000);
  const final = await sandbox.until(() => {
    const now = member.look(message);
    return now && now.attachments.length > 0 ? now : undefined;
  });
  expect(textOf(final)).toContain('**Ethiopia Guji** wins with 2 of 2 votes (100%)');
  expect(final.attachments[0]?.description).toContain('Ethiopia Guji 2');
  expect(buttonsOf(final).map(({ label }) => label)).toEqual(['Details']);
  const announced = await sandbox.until(() =>
    admin.messages().find((one) => one.message_reference?.message_id === message.id),
  );
  expect(textOf(announced)).toContain('is closed');
  expect(hearth.complaints).toEqual([]);
});
