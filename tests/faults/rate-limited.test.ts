import { expect } from 'vitest';
import { crowd, faultTest, publish, size, sleep, untilShown } from '../support/faults.ts';

faultTest(
  '429 to everything for a while costs few requests, and then everything is right',
  async ({ stage }) => {
    const { seed, ids } = crowd(60);
    const bot = await stage({ seed });
    const { sandbox, stored } = bot;
    const member = sandbox.persona('member');
    const message = await publish(bot, sandbox.persona('admin'));
    await Promise.all(ids.slice(0, 10).map((id) => bot.vote(id, message, 0)));
    expect(await untilShown(bot, member, message)).toEqual([10, 0, 0]);

    const before = sandbox.requests.seq;
    const rule = sandbox.faults.add({ times: 0, action: { kind: 'rate-limit', retry_after: 1 } });
    const presses = [];
    for (const id of ids.slice(10, 30)) {
      presses.push(bot.vote(id, message, 1));
      await sleep(size(100, 2_000));
    }
    sandbox.faults.remove(rule.id);
    const sent = sandbox.requests.since(before).filter(({ status }) => status === 429);
    // Each press is answered twice at most; the edits wait as they were told.
    expect(sent.length).toBeLessThan(20 * 2 + 10);
    const settled = await Promise.all(presses);

    const late = await Promise.all(ids.slice(30).map((id) => bot.vote(id, message, 2)));
    expect(late.every(({ acknowledged }) => acknowledged)).toBe(true);
    const votes = stored.votes();
    expect(settled.filter(({ acknowledged, userId }) => acknowledged && !votes.has(userId))).toEqual([]);
    expect(await untilShown(bot, member, message)).toEqual([10, 20, 30]);
    expect(votes.size).toBe(60);
  },
);
