import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { countedBy, sayOften, untilBegun, untilCounted } from '../support/engagement.ts';
import { faultTest, type Stage } from '../support/faults.ts';

const { general, staff } = SMALL.channels;

/** Pages of the history that were asked for, by channel; a refusal counts towards Discord's limit. */
function asked({ sandbox }: Stage): { of: Set<string>; refused: number } {
  const pages = sandbox.sent('GET', '/channels/:channel_id/messages');
  return {
    of: new Set(pages.map(({ path }) => /channels\/(\d+)/u.exec(path)![1]!)),
    refused: sandbox.sent().filter(({ status }) => status === 403).length,
  };
}

const allow = ({ sandbox }: Stage, channelId: string, allowed: bigint, denied: bigint) =>
  sandbox.persona('owner').api('PUT', `/channels/${channelId}/permissions/${SMALL.roles.bot}`, {
    type: 0,
    allow: String(allowed),
    deny: String(denied),
  });

faultTest(
  'a channel that Hearth does not see is not tried; let in later it reads what it missed there, once',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox } = bot;
    const [admin, member] = [sandbox.persona('admin'), sandbox.persona('member')];
    await untilBegun(bot);
    await sayOften(admin, 4, 'staff');
    await sayOften(member, 3);
    await bot.stopBot();
    await sayOften(admin, 3, 'staff');
    await sayOften(member, 2);
    await bot.restart();
    await sandbox.until(() => countedBy(bot)[`${member.id} ${general}`]?.messages === 5);
    expect(countedBy(bot)).toEqual({ [`${member.id} ${general}`]: { messages: 5 } });
    expect(asked(bot).of).toEqual(new Set([general]));
    expect(asked(bot).refused).toBe(0);

    await sayOften(admin, 2, 'staff');
    expect((await allow(bot, staff, P.ViewChannel | P.ReadMessageHistory, 0n)).status).toBe(204);
    await untilCounted(bot, 14);
    await sayOften(admin, 1, 'staff');
    await untilCounted(bot, 15);
    const all = {
      [`${admin.id} ${staff}`]: { messages: 10 },
      [`${member.id} ${general}`]: { messages: 5 },
    };
    expect(countedBy(bot)).toEqual(all);
    expect(asked(bot)).toEqual({ of: new Set([general, staff]), refused: 0 });
    // Nothing is left to read after another start.
    await bot.restart();
    await sayOften(member, 1);
    await untilCounted(bot, 16);
    expect(countedBy(bot)).toEqual({ ...all, [`${member.id} ${general}`]: { messages: 6 } });
  },
);

faultTest(
  'where only the history is closed it is not tried either, and what is said from then on counts',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox } = bot;
    const member = sandbox.persona('member');
    await untilBegun(bot);
    await sayOften(member, 2);
    await untilCounted(bot, 2);
    await bot.stopBot();
    await allow(bot, general, 0n, P.ReadMessageHistory);
    const missed = await sayOften(member, 3);
    await bot.restart();
    const mark = 'SELECT counted_to AS upTo, gap_to AS gap FROM activity_marks WHERE place_id = ?';
    const settled = { upTo: missed.id, gap: null };
    await sandbox.until(() => JSON.stringify(bot.stored.all(mark, general)[0]) === JSON.stringify(settled));
    await sayOften(member, 4);
    await untilCounted(bot, 6);
    expect(countedBy(bot)).toEqual({ [`${member.id} ${general}`]: { messages: 6 } });
    expect(asked(bot)).toMatchObject({ refused: 0 });
  },
);
