import { expect } from 'vitest';
import { houseTest } from '../support/bot-process.ts';
import { countsOf, crowd, shownCounts, sleep, voteInput } from '../support/faults.ts';

houseTest(
  'SIGTERM under load: exit code 0, every acknowledged vote is stored, and the message shows the last tally',
  async ({ house }) => {
    const { seed, ids } = crowd(600);
    const bot = await house({ seed, rateLimits: true });
    const { sandbox, stored } = bot;
    const running = await bot.start();
    const admin = sandbox.persona('admin');
    const { reply } = await admin.slash('poll quick', {
      question: 'Which?',
      options: 'a | b | c',
      closes: 'in 3 days',
    });
    if (!reply) throw new Error('there is no preview');
    await admin.press(reply, 'Publish');
    await sandbox.until(() => stored.polls()[0]?.message_id);
    const message = sandbox.channel('general').messages[0]?.message;
    if (!message) throw new Error('nothing was posted');

    const presses = [];
    let ended: number | string | null | undefined;
    void running.ended.then((how) => {
      ended = how;
    });
    for (const [index, id] of ids.entries()) {
      presses.push(
        sandbox
          .interact(id, voteInput(message, index % 3))
          .then(({ result }) => ({ id, option: index % 3, result })),
      );
      if (index === 150) running.signal('SIGTERM');
      if (ended !== undefined) break;
      await sleep(5);
    }
    // Within the ten seconds that a container runtime waits, or it would be killed.
    const killer = setTimeout(() => running.signal('SIGKILL'), 10_000);
    expect(await running.ended).toBe(0);
    clearTimeout(killer);
    const shown = shownCounts(admin.look(message));
    const outcomes = await Promise.all(presses);
    const acknowledged = outcomes.filter(({ result }) => result === 'success');
    expect(acknowledged.length).toBeGreaterThan(100);
    const votes = stored.votes();
    expect(acknowledged.filter(({ id, option }) => votes.get(id) !== String(option))).toEqual([]);
    expect(shown).toEqual(countsOf(votes));
    expect(shown).toEqual(stored.tally());
    expect(stored.integrity()).toBe('ok');
  },
);
