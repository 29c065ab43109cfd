import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { answer, countedBy, sayOften, untilBegun, untilCounted } from '../support/engagement.ts';
import { faultTest, publish, type Stage } from '../support/faults.ts';

const { general } = SMALL.channels;
const notCounted = new Set([
  'what happened could not be counted yet',
  'who was answered could not be noted yet',
]);

/** Ends the bot while Discord takes its time over an edit; resolves when it has stopped taking on work. */
async function beginToEnd(bot: Stage): Promise<{ ended: Promise<void> }> {
  const { sandbox } = bot;
  const poll = await publish(bot, sandbox.persona('admin'));
  sandbox.faults.add({ match: { method: 'PATCH' }, times: 0, action: { kind: 'hang', ms: 5_000 } });
  expect((await bot.vote(sandbox.persona('other').id, poll, 0)).acknowledged).toBe(true);
  const ended = bot.stopBot();
  await sandbox.until(() => bot.log().includes('"step":"finish jobs"'));
  return { ended };
}

faultTest(
  'what is said, answered and liked while Hearth ends is counted once, and nothing is written into a closed file',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox } = bot;
    const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
    await untilBegun(bot);
    await sayOften(member, 5);
    await untilCounted(bot, 5);

    const { ended } = await beginToEnd(bot);
    let done = 0;
    // Without a pause, until it leaves: also in the last moment before that.
    while (!bot.log().includes('"step":"show the latest state"')) {
      const { id } = await member.say('and on');
      await other.api('PUT', `/channels/${general}/messages/${id}/reactions/%F0%9F%91%8D/@me`);
      done += 1;
    }
    expect(done).toBeGreaterThan(10);
    await answer(other, await member.say('too late to be heard'));
    await ended;
    sandbox.faults.remove();

    await bot.restart();
    await sayOften(member, 1);
    const said = 5 + done + 2;
    await untilCounted(bot, said + 1);
    const { [`${member.id} ${general}`]: byMember, [`${other.id} ${general}`]: byOther } = countedBy(bot);
    expect(byMember).toEqual({ messages: said });
    expect(byOther).toMatchObject({ messages: 1, replies: 1 });
    // Nobody tells of a reaction again. The last may have been on their way to a connection that was closed.
    expect(byOther?.reactions).toBeGreaterThanOrEqual(done - 3);
    // A timer of the bot that ended would have come due before those of the new one.
    expect(bot.complaints.filter(({ msg }) => notCounted.has(String(msg)))).toEqual([]);
  },
);
