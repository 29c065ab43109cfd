import { describe, expect } from 'vitest';
import type { FaultAction } from '../../src/sandbox/faults.ts';
import { houseTest } from '../support/bot-process.ts';
import { ideasSeed } from '../support/ideas.ts';
import { shoutoutsOf } from '../support/shoutout-stage.ts';
import { standing, THANKS, thank } from '../support/shoutouts.ts';

const faults: [string, FaultAction][] = [
  ['before it has arrived', { kind: 'drop-before', how: 'reset' }],
  ['after it has arrived, unheard', { kind: 'drop-after', how: 'reset' }],
];
const REASON = 'Carried the machine up the stairs';

describe('kill -9 between a card and its record', () => {
  houseTest.for(faults)('%s: it stands there once', async ([, action], { house }) => {
    const bot = await house({ seed: ideasSeed() });
    const { sandbox } = bot;
    const running = await bot.start();
    const [owner, member, other] = ['owner', 'member', 'other'].map((name) => sandbox.persona(name));
    const { reply } = await owner!.slash('setup', { section: 'shoutouts' });
    await owner!.choose(reply!, 'Off: no shout-outs', [THANKS]);
    const cards = () => standing({ owner: owner! }, REASON);
    const kept = () =>
      shoutoutsOf(bot).map(({ status, message_id: card }) => [status, card === null ? 'no card' : card]);
    expect([cards(), kept()]).toEqual([[], []]);

    const rule = sandbox.faults.add({ match: { method: 'POST', channel_id: THANKS }, times: 0, action });
    expect((await thank(member!, other!, REASON)).text).toContain('Said!');
    await sandbox.until(() => rule.hits > 0);
    await running.kill();
    expect(kept()).toEqual([['given', 'no card']]);
    expect(bot.stored.integrity()).toBe('ok');
    sandbox.faults.remove(rule.id);

    await bot.start();
    await sandbox.until(() => kept()[0]?.[1] !== 'no card', 20_000);
    expect(cards()).toHaveLength(1);
    expect(kept()).toEqual([['given', cards()[0]?.id]]);
    expect((await other!.slash('shoutout me')).text).toContain(REASON);
  });
});
