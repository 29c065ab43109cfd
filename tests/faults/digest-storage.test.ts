import { expect } from 'vitest';
import type { DigestContent } from '../../src/features/digest/model.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  countedAll,
  type DigestTown,
  digestsOf,
  digestTest,
  nextMonday,
  posted,
  standing,
  valueOf,
} from '../support/digests.ts';
import { countedMessages } from '../support/engagement.ts';
import { holdFile, watchConnections } from '../support/full-disk.ts';
import { cardsIn, firstsOf, guardTest, HOUR, MINUTE, wait } from '../support/guard.ts';
import { textOf } from '../support/messages.ts';

/** Not a page more: what does not fit into those that there are is refused, as by a disk that is full. */
const filled = (own: ReturnType<ReturnType<typeof watchConnections>['of']>): void => {
  own.exec('VACUUM');
  own.pragma(`max_page_count = ${Number(own.pragma('page_count', { simple: true }))}`);
};
const emptied = (own: ReturnType<ReturnType<typeof watchConnections>['of']>): void => {
  own.pragma('max_page_count = 1000000');
};

/** Digests of other servers take what room is left. */
function crowdOut(own: ReturnType<ReturnType<typeof watchConnections>['of']>): void {
  const add = own.prepare(
    `INSERT INTO digests (guild_id, kind, status, start_day, end_day, due_at, content)
     VALUES ('another', 'extra', 'posted', 0, 7, 0, json_quote(?))`,
  );
  expect(() => {
    for (;;) add.run('x'.repeat(300));
  }).toThrow('full');
}
const ownDigests = (town: Pick<DigestTown, 'stored'>) =>
  digestsOf(town).filter(({ guild_id: guild }) => guild === SMALL.guild);

digestTest(
  'a full disk: the digest comes once it can be kept, once, and tells what was said meanwhile',
  async ({ begin }) => {
    const watch = watchConnections();
    const town = await begin();
    watch.stop();
    const own = watch.of(town.config.databasePath);
    const { member, other, sandbox } = town;
    await member.say('Before the disk was full');
    await countedAll(town);
    expect([countedMessages(town), ownDigests(town)]).toEqual([1, []]);
    filled(own);
    crowdOut(own);
    await other.say('While it was full', { channel: 'idea-channel' });
    await nextMonday(town, 9.01);
    await sandbox.until(() =>
      town.complaints.some(({ msg, job }) => msg === 'job failed' && job === 'digest.post'),
    );
    expect([standing(town), ownDigests(town)]).toEqual([[], []]);
    emptied(own);
    await countedAll(town);
    sandbox.advance(10 * MINUTE);
    await sandbox.until(() => standing(town).length === 1);
    const content = JSON.parse(ownDigests(town)[0]!.content!) as DigestContent;
    expect(valueOf(content, 'messages')).toBe(2);
    expect(standing(town)).toHaveLength(1);
    await town.restart();
    sandbox.advance(HOUR);
    await countedAll(town);
    expect(standing(town)).toHaveLength(1);
    expect(countedMessages(town)).toBe(2);
  },
);

digestTest('a file that another program holds: the digest comes when it lets go, once', async ({ begin }) => {
  const town = await begin();
  const { member, config } = town;
  await member.say('Something to tell of');
  await countedAll(town);
  const held = holdFile(config.databasePath, 4_000);
  await nextMonday(town, 9.01);
  await held;
  // Whenever the next try comes.
  for (let times = 0; times < 30 && standing(town).length === 0; times += 1) {
    town.sandbox.advance(MINUTE);
    await countedAll(town);
  }
  await posted(town, 1);
  expect(standing(town)).toHaveLength(1);
});

guardTest(
  'a full disk: newcomers are looked after as soon as there is room, each once',
  async ({ begin }) => {
    const watch = watchConnections();
    const town = await begin({ newcomers: 70 });
    watch.stop();
    const own = watch.of(town.config.databasePath);
    const { sandbox, newcomers } = town;
    filled(own);
    for (const newcomer of newcomers) await newcomer.say('Hello!');
    await sandbox.until(() => town.complaints.some(({ msg }) => msg === 'a first message is kept later'));
    const kept = new Set(firstsOf(town).map(({ user_id: who }) => who));
    expect([kept.size > 0, kept.size < newcomers.length]).toEqual([true, true]);
    emptied(own);
    await sandbox.until(() => firstsOf(town).length >= newcomers.length);
    await wait(town, HOUR + MINUTE);
    for (let times = 0; times < newcomers.length / 10; times += 1) await wait(town, 11 * MINUTE);
    const told = cardsIn(town).flatMap((card) => textOf(card).match(/<@\d+>/gu) ?? []);
    expect([told.length, new Set(told).size]).toEqual([newcomers.length, newcomers.length]);
  },
);
