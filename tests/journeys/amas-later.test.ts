import { describe, expect } from 'vitest';
import type { FaultAction } from '../../src/sandbox/faults.ts';
import { type AmaTown, amasSeed, createAma, hears, letters } from '../support/amas.ts';
import { houseTest } from '../support/bot-process.ts';
import { pressId } from '../support/ideas.ts';

const faults: [string, FaultAction][] = [
  ['before it has arrived', { kind: 'drop-before', how: 'reset' }],
  ['after it has arrived, unheard', { kind: 'drop-after', how: 'reset' }],
];

describe('kill -9 while a reminder is sent', () => {
  houseTest.for(faults)('%s: it is read once', { timeout: 60_000 }, async ([, action], { house }) => {
    const bot = await house({ seed: amasSeed() });
    const { sandbox, stored } = bot;
    const running = await bot.start();
    const owner = sandbox.persona('owner');
    const member = sandbox.persona('member');
    const town = { sandbox, owner } as AmaTown;
    // So soon that the reminder goes out with the press.
    const { announcement } = await createAma(town, owner, { starts: 'in 9 minutes' });
    const sent = () =>
      stored.all<{ user_id: string; sent: number }>('SELECT user_id, sent FROM ama_reminders');
    expect(sent()).toEqual([]);

    const rule = sandbox.faults.add({ match: { method: 'POST', channel_id: member.dm() }, times: 0, action });
    await pressId(member, announcement, 'ama-remind');
    await sandbox.until(() => rule.hits > 0);
    await running.kill();
    expect(sent()).toEqual([{ user_id: member.id, sent: 0 }]);
    sandbox.faults.remove(rule.id);

    await bot.start();
    await hears(town, member, 'You asked Hearth to remind you');
    await sandbox.until(() => sent()[0]?.sent === 1, 20_000);
    expect(letters(member).filter((text) => text.includes('You asked Hearth to remind you'))).toHaveLength(1);
  });
});
