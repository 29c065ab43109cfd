import { GatewayIntentBits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { houseTest } from '../support/bot-process.ts';
import { faultTest, type Stage, type Stored } from '../support/faults.ts';
import { watchConnections } from '../support/full-disk.ts';
import { textOf } from '../support/messages.ts';

const DAYS = 900;

/** Rows in which somebody is named by what was counted. */
const named = (stored: Stored, id: string): number =>
  stored.all<{ n: number }>(
    `SELECT (SELECT count(*) FROM activity WHERE user_id = @id)
       + (SELECT count(*) FROM activity_members WHERE user_id = @id)
       + (SELECT count(*) FROM activity_replies WHERE from_id = @id OR to_id = @id) AS n`,
    { id },
  )[0]!.n;

/** Years of somebody's days, and of somebody else's. */
function fill(path: string, people: readonly string[]): void {
  const sqlite = new SqliteDatabase(path);
  const day = sqlite.prepare(
    'INSERT INTO activity (guild_id, day, user_id, channel_id, messages) VALUES (?, ?, ?, ?, 1)',
  );
  const reply = sqlite.prepare(
    'INSERT INTO activity_replies (guild_id, day, from_id, to_id, replies) VALUES (?, ?, ?, ?, 1)',
  );
  sqlite.transaction(() => {
    for (let number = 0; number < DAYS; number += 1) {
      for (const id of people) {
        day.run(SMALL.guild, 10_000 + number, id, 'x');
        day.run(SMALL.guild, 10_000 + number, id, 'y');
        reply.run(
          SMALL.guild,
          10_000 + number,
          id,
          people.find((other) => other !== id),
        );
      }
    }
  })();
  sqlite.close();
}

houseTest(
  'killed while it forgets a member, Hearth goes on forgetting when it is back',
  async ({ house }) => {
    const bot = await house();
    const { sandbox, stored, databasePath } = bot;
    const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
    const first = await bot.start();
    const card = (await member.slash('privacy')).reply!;
    fill(databasePath, [member.id, other.id]);
    const before = named(stored, member.id);
    expect(before).toBeGreaterThanOrEqual(DAYS * 4);

    const pressed = member.press(card, 'Don’t count me');
    await sandbox.until(() => stored.all('SELECT 1 FROM counting_pauses').length === 1);
    await first.kill();
    await pressed.catch(() => undefined);
    const left = named(stored, member.id);
    expect(stored.integrity()).toBe('ok');
    await bot.start();
    await sandbox.until(() => named(stored, member.id) === 0);
    expect(left).toBeLessThanOrEqual(before);
    // Others lose only what was said between the two; nobody's number is lost in the totals.
    expect(stored.all('SELECT sum(messages) AS n FROM activity_days')).toEqual([{ n: DAYS * 2 }]);
    expect(
      stored.all(`SELECT count(*) AS n FROM activity WHERE day < ? AND user_id = ?`, 10_000 + DAYS, other.id),
    ).toEqual([{ n: DAYS * 2 }]);
  },
);

faultTest(
  'a full disk: somebody who asks not to be counted is told, and can ask again',
  async ({ stage }) => {
    const watch = watchConnections();
    const bot = await stage();
    watch.stop();
    const own = watch.of(bot.config.databasePath);
    const { sandbox, stored } = bot;
    const member = sandbox.persona('member');
    await member.say('Hello');
    await sandbox.until(() => named(stored, member.id) > 0);
    const card = (await member.slash('privacy')).reply!;
    own.pragma('query_only = 1');
    const refused = await member.press(card, 'Don’t count me');
    await sandbox.until(() => member.messages().some((one) => textOf(one).includes('could not be saved')));
    own.pragma('query_only = 0');
    expect(refused.result).toBe('success');
    expect(stored.all('SELECT * FROM counting_pauses')).toEqual([]);
    expect(named(stored, member.id)).toBeGreaterThan(0);
    await member.press(card, 'Don’t count me');
    await sandbox.until(() => named(stored, member.id) === 0);
  },
);

const comings = ({ stored }: Stage) =>
  stored.all<{ joins: number; leaves: number }>(
    'SELECT coalesce(sum(joins), 0) AS joins, coalesce(sum(leaves), 0) AS leaves FROM activity_days',
  )[0]!;

faultTest(
  'where Discord tells of members, who comes and leaves counts once, repeated or not',
  async ({ stage }) => {
    const bot = await stage({
      privilegedIntents: GatewayIntentBits.GuildMembers,
      environment: { MEMBERS_INTENT: '1' },
    });
    const { sandbox } = bot;
    const [admin, member] = [sandbox.persona('admin'), sandbox.persona('member')];
    expect(comings(bot)).toEqual({ joins: 0, leaves: 0 });
    const kicked = await admin.api('DELETE', `/guilds/${SMALL.guild}/members/${member.id}`);
    expect(kicked.status).toBe(204);
    await sandbox.until(() => comings(bot).leaves === 1);
    const invite = await admin.api<{ code: string }>(
      'POST',
      `/channels/${sandbox.channel('general').id}/invites`,
      {},
    );
    await member.api('POST', `/invites/${invite.body.code}`);
    await sandbox.until(() => comings(bot).joins === 1);
    sandbox.gateway.faults.inject({ kind: 'replay', count: 20 });
    await admin.say('Afterwards');
    await sandbox.until(() => named(bot.stored, admin.id) > 0);
    expect(comings(bot)).toEqual({ joins: 1, leaves: 1 });
  },
);

faultTest('where Discord does not tell of members, nobody is said to have left', async ({ stage }) => {
  const bot = await stage({ privilegedIntents: GatewayIntentBits.GuildMembers });
  const { sandbox } = bot;
  const admin = sandbox.persona('admin');
  await admin.api('DELETE', `/guilds/${SMALL.guild}/members/${sandbox.persona('member').id}`);
  await admin.say('Afterwards');
  await sandbox.until(() => named(bot.stored, admin.id) > 0);
  expect(comings(bot)).toEqual({ joins: 0, leaves: 0 });
});

faultTest('a start that asks for members without being allowed says what to switch on', async ({ stage }) => {
  await expect(stage({ environment: { MEMBERS_INTENT: '1' } })).rejects.toThrow(
    /Server Members Intent.*MEMBERS_INTENT.*4014/u,
  );
});
