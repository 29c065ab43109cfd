import { describe, expect } from 'vitest';
import type { FaultAction } from '../../src/sandbox/faults.ts';
import { type AmaTown, amasSeed, ask, createAma, fill, messageWith, panelSays } from '../support/amas.ts';
import { houseTest } from '../support/bot-process.ts';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const title = 'Ask our roaster';
const ANSWER = 'Because I like it dark.';

const faults: [string, FaultAction][] = [
  ['before it has arrived', { kind: 'drop-before', how: 'reset' }],
  ['after it has arrived, unheard', { kind: 'drop-after', how: 'reset' }],
];

describe('kill -9 between an answer and its post', () => {
  houseTest.for(faults)('%s: it stands there once', async ([, action], { house }) => {
    const bot = await house({ seed: amasSeed() });
    const { sandbox, stored } = bot;
    const running = await bot.start();
    const owner = sandbox.persona('owner');
    const member = sandbox.persona('member');
    // Only these two are asked for where nobody but the owner acts.
    const town = { sandbox, owner } as AmaTown;
    const { announcement, panel } = await createAma(town, owner, {}, { queue: 'open' });
    await ask(member, announcement, 'Why is it so dark?');
    await pressId(owner, await panelSays(town, title, 'Why is it so dark?'), 'ama-panel', 'start');
    await pressId(owner, await panelSays(town, title, 'Live'), 'ama-run', 'on-air');
    const onAir = await panelSays(town, title, 'Answer in writing');
    const thread = await sandbox.until(
      () => [...sandbox.world.channels.values()].find(({ channel }) => 'thread_metadata' in channel)?.id,
    );
    const posts = () => owner.messages(thread).filter((message) => textOf(message).includes(ANSWER)).length;
    expect(posts()).toBe(0);

    const rule = sandbox.faults.add({ match: { method: 'POST', channel_id: thread }, times: 0, action });
    await fill(owner, onAir, ['ama-run', 'answer'], { text: ANSWER });
    await sandbox.until(() => rule.hits > 0);
    await running.kill();
    const question = () =>
      stored.all<{ status: string; posted: number }>(
        'SELECT status, answer_message_id IS NOT NULL AS posted FROM ama_questions',
      );
    expect(question()).toEqual([{ status: 'answered', posted: 0 }]);
    sandbox.faults.remove(rule.id);

    await bot.start();
    await messageWith(town, thread, (message) => textOf(message).includes(ANSWER));
    await sandbox.until(() => question()[0]?.posted === 1, 20_000);
    expect(question()).toEqual([{ status: 'answered', posted: 1 }]);
    expect(posts()).toBe(1);
    // The old panel goes on working.
    expect((await pressId(owner, panel, 'ama-panel', 'close')).result).toBe('success');
  });
});
