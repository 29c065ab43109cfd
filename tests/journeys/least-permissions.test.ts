import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { publishPoll, startHearth, type TestHearth } from '../support/hearth.ts';
import { textOf } from '../support/messages.ts';

let hearth: TestHearth;
afterEach(() => hearth.close());

const viewOnly = 1n << 10n;

/** The number in the README's invite link. */
function invited(): string {
  const readme = readFileSync(join(packageRoot(), 'README.md'), 'utf8');
  return /permissions=(\d+)/.exec(readme)?.[1] ?? 'the README names no permissions';
}

function seedWithBotRole(permissions: string) {
  const seed = buildSmallSeed();
  for (const guild of seed.guilds) {
    for (const role of guild.roles) {
      if (role.id === SMALL.roles.bot) role.permissions = permissions;
      // What everybody may do must not help the bot.
      if (role.id === guild.id) role.permissions = String(viewOnly);
    }
  }
  return seed;
}

test('with the permissions of the invite link and no others a poll runs from form to picture, with its thread', async () => {
  hearth = await startHearth({ seed: seedWithBotRole(invited()) });
  const { sandbox } = hearth;
  const admin = sandbox.persona('admin');
  const { message } = await publishPoll(hearth, admin, {}, { thread: true });
  await sandbox.until(() => admin.look(message)?.thread);
  await sandbox.persona('member').press(message, 'Kenya');

  await hearth.later(3 * 86_400_000);

  const final = await sandbox.until(() => {
    const now = admin.look(message);
    return now && now.attachments.length > 0 ? now : undefined;
  });
  expect(textOf(final)).toContain('**Kenya AA** wins');
  await sandbox.until(() => admin.messages().find((one) => one.message_reference?.message_id === message.id));
  const refused = sandbox.sent().filter(({ status }) => status === 403);
  expect(refused).toEqual([]);
});
