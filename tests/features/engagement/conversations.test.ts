import { describe, expect, test } from 'vitest';
import { GUILD, heard, idAt, startCounting } from '../../support/counting.ts';
import type { Done } from '../../support/naive-metrics.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5, 12);
const channel = idAt(FIRST - DAY);

function start() {
  const town = startCounting();
  town.arrive(FIRST - DAY);
  let id = 0;
  const say = (userId: string, minutes: number, more: Partial<Done> = {}): Done => {
    id += 1;
    const one: Done = {
      userId,
      at: FIRST + minutes * MINUTE,
      kind: 'said',
      channelId: channel,
      placeId: channel,
      id,
      staff: false,
      ...more,
    };
    town.apply([heard(one)]);
    return one;
  };
  const talks = () =>
    town.all<{ starter: string; messages: number; people: number; waited: number | null }>(
      `SELECT starter_id AS starter, messages, people, (first_reply_at - started_at) / ${MINUTE} AS waited
       FROM conversations ORDER BY started_at`,
    );
  return { town, say, talks };
}

describe('a conversation', () => {
  test('goes on until half an hour of quiet, to the millisecond', () => {
    const { say, talks } = start();
    say('ada', 0);
    say('bo', 30);
    expect(talks()).toEqual([{ starter: 'ada', messages: 2, people: 2, waited: 30 }]);
    say('cy', 60 + 1 / MINUTE);
    expect(talks()).toHaveLength(2);
    say('cy', 61);
    expect(talks()[1]).toEqual({ starter: 'cy', messages: 2, people: 1, waited: null });
  });

  test('is gone on with by an answer for seven days, also when others talk in between', () => {
    const { say, talks } = start();
    const first = say('ada', 0);
    say('bo', 100);
    say('cy', 101, { replyTo: first });
    say('cy', 102);
    expect(talks()).toEqual([
      { starter: 'ada', messages: 3, people: 2, waited: 101 },
      { starter: 'bo', messages: 1, people: 1, waited: null },
    ]);
    // A week after the last word of it.
    say('di', 102 + (7 * DAY) / MINUTE, { replyTo: first });
    expect(talks()[0]).toMatchObject({ messages: 4, people: 3 });
    say('di', 103 + (14 * DAY) / MINUTE, { replyTo: first });
    expect(talks()).toHaveLength(3);
  });

  test('in a thread goes on however long it is quiet, and the thread answers the message on which it hangs', () => {
    const { town, say, talks } = start();
    const first = say('ada', 0);
    const placeId = idAt(first.at, first.id);
    town.apply([
      {
        what: 'thread',
        guildId: GUILD,
        thread: { placeId, channelId: channel, lastId: undefined, ownerId: 'bo' },
      },
    ]);
    say('ada', 10, { placeId });
    expect(talks()[0]?.waited).toBeNull();
    say('bo', 20, { placeId });
    say('bo', 20_000, { placeId });
    expect(talks()).toEqual([
      { starter: 'ada', messages: 1, people: 1, waited: 20 },
      { starter: 'ada', messages: 3, people: 2, waited: 10 },
    ]);
  });

  test('knows who began it: a newcomer, or somebody of the staff, as they were then', () => {
    const { town, say } = start();
    say('ada', 0, { joinedAt: FIRST - 6 * DAY });
    say('bo', 100, { joinedAt: FIRST - 7 * DAY });
    say('cy', 200, { staff: true, joinedAt: FIRST - 400 * DAY });
    expect(town.all('SELECT by_newcomer AS n, by_staff AS s FROM conversations ORDER BY started_at')).toEqual(
      [
        { n: 1, s: 0 },
        { n: 0, s: 0 },
        { n: 0, s: 1 },
      ],
    );
  });

  test('is the same when its messages are written one by one or together', () => {
    const together = start();
    const apart = start();
    // Slower and slower: first they belong together, later no more.
    const said = Array.from({ length: 40 }, (_, index) => apart.say(`p${index % 3}`, index * index));
    together.town.apply(said.map(heard));
    expect(together.talks()).toEqual(apart.talks());
    expect(together.talks().length).toBeGreaterThan(1);
  });
});

test('an answer to a bot, or to oneself, is a message and no reply', () => {
  const { town, say } = start();
  const own = say('ada', 0);
  say('ada', 1, { replyTo: own });
  const event = heard({ ...own, id: 9, at: FIRST + 2 * MINUTE, replyTo: { ...own, userId: 'machine' } });
  if (event.what !== 'message' || !event.message.replyTo) throw new Error('it answers nothing');
  event.message.replyTo.isBot = true;
  town.apply([event]);
  expect(town.all('SELECT messages, replies FROM activity')).toEqual([{ messages: 3, replies: 0 }]);
  expect(town.all('SELECT * FROM activity_replies')).toEqual([]);
});
