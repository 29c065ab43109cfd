import { ChannelType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { faultTest, type Stage } from '../support/faults.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function withLounge(bot: Stage): Promise<string> {
  const { status, body } = await bot.sandbox
    .persona('admin')
    .api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
      name: 'lounge',
      type: ChannelType.GuildVoice,
    });
  expect(status).toBe(201);
  return body.id;
}

const present = ({ stored }: Stage): string[] =>
  stored.all<{ id: string }>('SELECT user_id AS id FROM voice_presences').map(({ id }) => id);

/** Seconds in voice by member and channel. */
const counted = ({ stored }: Stage): Record<string, number> =>
  Object.fromEntries(
    stored
      .all<{ who: string; seconds: number }>(
        `SELECT user_id || ' ' || channel_id AS who, SUM(voice_seconds) AS seconds
         FROM activity WHERE voice_seconds > 0 GROUP BY 1`,
      )
      .map(({ who, seconds }) => [who, seconds]),
  );

faultTest('a minute and a half in a voice channel is counted for who was there', async ({ stage }) => {
  const bot = await stage();
  const lounge = await withLounge(bot);
  const member = bot.sandbox.persona('member');
  member.joinVoice('lounge');
  await bot.sandbox.until(() => present(bot).includes(member.id));
  expect(counted(bot)).toEqual({});
  bot.sandbox.advance(1.5 * MINUTE);
  member.leaveVoice();
  const seconds = await bot.sandbox.until(() => counted(bot)[`${member.id} ${lounge}`]);
  expect(seconds).toBeGreaterThanOrEqual(90);
  expect(seconds).toBeLessThan(HOUR / 1000);
  expect(Object.keys(counted(bot))).toEqual([`${member.id} ${lounge}`]);
  expect(present(bot)).toEqual([]);
});

faultTest(
  'who is in a voice channel while Hearth is away is counted again from its return',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox } = bot;
    const lounge = await withLounge(bot);
    const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
    member.joinVoice('lounge');
    await sandbox.until(() => present(bot).includes(member.id));
    await bot.stopBot();
    other.joinVoice('lounge');
    sandbox.advance(10 * HOUR);
    await bot.restart();
    await sandbox.until(() => present(bot).length === 2);
    sandbox.advance(2 * MINUTE);
    member.leaveVoice();
    other.leaveVoice();
    await sandbox.until(() => present(bot).length === 0);
    const after = counted(bot);
    expect(Object.keys(after).toSorted()).toEqual(
      [`${member.id} ${lounge}`, `${other.id} ${lounge}`].toSorted(),
    );
    for (const seconds of Object.values(after)) {
      expect(seconds).toBeGreaterThanOrEqual(120);
      expect(seconds).toBeLessThan((5 * HOUR) / 1000);
    }
  },
);
