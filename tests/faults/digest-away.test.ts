import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  countedAll,
  type DigestTown,
  digestsOf,
  digestTest,
  nextMonday,
  posted,
  scheduleIn,
  standing,
  valueOf,
} from '../support/digests.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const statuses = (town: DigestTown) => digestsOf(town).map(({ kind, status }) => `${kind} ${status}`);
/** After a look around: nothing more comes by itself. */
async function nothingMore(town: DigestTown): Promise<void> {
  const count = standing(town).length;
  await town.later(60_000);
  await countedAll(town);
  expect(standing(town)).toHaveLength(count);
}

digestTest(
  'three weeks away: one digest, of the last week, the others are written down',
  async ({ begin }) => {
    const town = await begin();
    const { member, other, sandbox } = town;
    await member.say('Is anybody here?');
    await countedAll(town);
    await town.stopBot();
    expect(digestsOf(town)).toEqual([]);
    await nextMonday(town, 10);
    await nextMonday(town, 10);
    sandbox.advance(2 * DAY);
    await other.say('Said while Hearth was away');
    await member.say('And answered');
    await nextMonday(town, 12);
    await town.restart();
    const content = await posted(town, 1);
    expect(statuses(town)).toEqual(['scheduled skipped', 'scheduled skipped', 'scheduled posted']);
    // What was said meanwhile was read before it was counted.
    expect([valueOf(content, 'messages'), valueOf(content, 'active')]).toEqual([2, 2]);
    expect(content.skipped).toHaveLength(2);
    expect(content.skipped[1]!.end).toBe(content.period.start);
    await nothingMore(town);
    await town.restart();
    await nothingMore(town);
  },
);

digestTest('the channel is gone: told once, kept, and posted where it is wanted next', async ({ begin }) => {
  const town = await begin();
  const { admin, owner, member, sandbox } = town;
  const { body: made } = await owner.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
    name: 'digests',
    type: 0,
  });
  await scheduleIn(town, made.id);
  await member.say('Something to tell of');
  await countedAll(town);
  await owner.api('DELETE', `/channels/${made.id}`);
  await nextMonday(town, 9.01);
  await sandbox.until(() => digestsOf(town).length === 1);
  expect(statuses(town)).toEqual(['scheduled due']);
  expect(standing(town)).toEqual([]);
  await scheduleIn(town, sandbox.channel('staff').id);
  const content = await posted(town, 1);
  expect(valueOf(content, 'messages')).toBe(1);
  expect(standing(town)).toHaveLength(1);
  await nothingMore(town);
  expect((await admin.slash('digest schedule')).text).toContain('The next one comes');
});

digestTest('an empty week, and a week of one message, are told as they were', async ({ begin }) => {
  const town = await begin();
  await nextMonday(town, 9.01);
  const empty = await posted(town, 1);
  expect([empty.headline.what, valueOf(empty, 'messages'), valueOf(empty, 'answered')]).toEqual([
    'quiet',
    0,
    undefined,
  ]);
  town.sandbox.advance(DAY);
  await town.member.say('Hello?');
  await countedAll(town);
  await nextMonday(town, 9.01);
  const one = await posted(town, 2);
  expect([valueOf(one, 'messages'), valueOf(one, 'active'), valueOf(one, 'halfBy')]).toEqual([1, 1, 1]);
  expect(one.suggestions.map(({ what }) => what)).toContain('reply-conversations');
  expect(standing(town)).toHaveLength(2);
});

digestTest(
  'the clock on the wall is moved in mid-week: the digest moves along, and none comes twice',
  async ({ begin }) => {
    const town = await begin();
    const { admin, sandbox } = town;
    const zone = async (name: string) => {
      const { reply } = await admin.slash('setup');
      const { modal } = await admin.press(reply!, 'Another time zone');
      return admin.submitModal(modal, { 'City or time zone': name });
    };
    await nextMonday(town, 9.01);
    await posted(town, 1);
    sandbox.advance(2 * DAY);
    // There the week's Monday was over earlier, and the next comes earlier.
    const changed = await zone('Asia/Kathmandu');
    expect(changed.text).toContain('Kathmandu');
    await nothingMore(town);
    await nextMonday(town, 0);
    expect(standing(town)).toHaveLength(1);
    // Nine o'clock in Kathmandu is 03:15 UTC.
    await town.later(3.3 * HOUR);
    await posted(town, 2);
    await zone('America/Los_Angeles');
    await town.later(20 * HOUR);
    await nothingMore(town);
    expect(statuses(town)).toEqual(['scheduled posted', 'scheduled posted']);
  },
);

digestTest(
  'an answer of Discord that is lost, and a kill in between, post no second digest',
  async ({ begin }) => {
    const town = await begin();
    const { member, sandbox } = town;
    await member.say('Something to tell of');
    await countedAll(town);
    sandbox.faults.add({
      match: { method: 'POST', route: '/channels/:channel_id/messages' },
      action: { kind: 'drop-after', how: 'reset' },
      times: 1,
    });
    await nextMonday(town, 9.01);
    await posted(town, 1);
    expect(standing(town)).toHaveLength(1);
    await town.restart();
    await nothingMore(town);
    expect(statuses(town)).toEqual(['scheduled posted']);
  },
);
