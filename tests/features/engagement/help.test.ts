import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createHelpRepository } from '../../../src/features/engagement/help-repository.ts';
import { createHelpCount } from '../../../src/features/engagement/help-service.ts';
import { fixedClock, openTestDatabase } from '../../support/database.ts';

const DAY = 86_400_000;
const here = '800000000000000001';
const HEARTH = '990000000000000001';

function start(database = openTestDatabase()) {
  const clock = fixedClock();
  const due: (() => void)[] = [];
  const writes = { count: 0, failing: false };
  const help = createHelpCount({
    repository: createHelpRepository(database.sqlite),
    isPaused: () => false,
    writer: {
      ...database.writer,
      write(work) {
        writes.count += 1;
        return writes.failing ? Promise.reject(new Error('the disk is full')) : database.writer.write(work);
      },
    },
    clock,
    timers: { after: (_, run) => (due.push(run), () => {}) },
    log: pino({ level: 'silent' }),
    ownId: () => HEARTH,
  });
  let ids = 0;
  const person = (id: string, bot = false) => ({ id, bot, username: id });
  return {
    database,
    clock,
    due,
    writes,
    help,
    /** Somebody answers somebody; resolves with the event, to deliver it again. */
    answers(by: string, to: string, more: object = {}) {
      const event = {
        id: `m${(ids += 1)}`,
        guild_id: here,
        type: 19,
        author: person(by),
        content: 'Some words',
        referenced_message: { author: person(to) },
        ...more,
      };
      help.hear('MESSAGE_CREATE', event);
      return event;
    },
    reacts(by: string, to: string | undefined, more: object = {}) {
      const event = {
        guild_id: here,
        message_id: 'a message',
        user_id: by,
        message_author_id: to,
        emoji: { id: null, name: '👍' },
        ...more,
      };
      help.hear('MESSAGE_REACTION_ADD', event);
      return event;
    },
    /** [who, replies, reactions] of the last 30 days. */
    known: (guildId = here) =>
      help
        .since(guildId, clock.now() - 30 * DAY, clock.now())
        .map(({ userId, replies, reactions }) => [userId, replies, reactions])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    rows: () => database.sqlite.prepare('SELECT * FROM member_help ORDER BY user_id').all(),
    person,
  };
}

describe('whose help was answered', () => {
  test('is counted by replies and reactions of others, also before it is written down', async () => {
    const h = start();
    expect(h.known()).toEqual([]);
    h.answers('bo', 'ada');
    h.answers('cy', 'ada');
    h.reacts('bo', 'ada');
    h.reacts('bo', 'ada', { emoji: { id: null, name: '🎉' } });
    h.reacts('cy', 'bo');
    const before = [
      ['ada', 2, 2],
      ['bo', 0, 1],
    ];
    expect([h.known(), h.writes.count, h.due.length]).toEqual([before, 0, 1]);
    await h.help.flush();
    expect([h.known(), h.rows().length]).toEqual([before, 2]);
    expect(JSON.stringify(h.rows())).not.toContain('words');
  });

  test('is no answer of one’s own, of a bot, to a bot, in private, or one that is no reply', () => {
    const h = start();
    h.answers('ada', 'ada');
    h.reacts('ada', 'ada');
    h.answers('robot', 'ada', { author: h.person('robot', true) });
    h.answers('ada', 'robot', { referenced_message: { author: h.person('robot', true) } });
    h.reacts('ada', 'robot');
    h.reacts('ada', HEARTH);
    h.reacts('robot', 'ada', { member: { user: h.person('robot', true) } });
    h.reacts('bo', undefined);
    h.reacts('bo', 'ada', { guild_id: undefined });
    h.answers('bo', 'ada', { guild_id: undefined });
    h.answers('bo', 'ada', { type: 0 });
    h.answers('bo', 'ada', { referenced_message: null });
    expect(h.known()).toEqual([]);
    expect(h.due).toEqual([]);
  });

  test('is counted once, however often Discord says it', async () => {
    const h = start();
    const reply = h.answers('bo', 'ada');
    const reaction = h.reacts('bo', 'ada');
    const before = h.known();
    for (let again = 0; again < 3; again += 1) {
      h.help.hear('MESSAGE_CREATE', reply);
      h.help.hear('MESSAGE_REACTION_ADD', reaction);
      await h.help.flush();
    }
    expect(h.known()).toEqual(before);
    expect(before).toEqual([['ada', 1, 1]]);
  });

  test('stays with its server, adds up over a restart, and counts for 30 days', async () => {
    const first = start();
    first.answers('bo', 'ada');
    await first.help.flush();
    const second = start(first.database);
    second.answers('bo', 'ada');
    expect(second.known()).toEqual([['ada', 2, 0]]);
    await second.help.flush();
    expect(second.known()).toEqual([['ada', 2, 0]]);
    expect(second.known('800000000000000002')).toEqual([]);
    second.clock.advance(30 * DAY);
    expect(second.known()).toEqual([['ada', 2, 0]]);
    second.clock.advance(DAY);
    expect(second.known()).toEqual([]);
    expect(second.help.purge(second.clock.now())).toBe(0);
    second.clock.advance(DAY);
    expect(second.help.purge(second.clock.now())).toBe(1);
    expect(second.rows()).toEqual([]);
  });

  test('is not lost when it comes while the rest is written, at the end of the process', async () => {
    const h = start();
    h.answers('bo', 'ada');
    const timer = h.help.flush();
    h.answers('bo', 'cy');
    await Promise.all([timer, h.help.flush()]);
    expect(h.rows()).toMatchObject([{ user_id: 'ada' }, { user_id: 'cy' }]);
  });

  test('that could not be saved is saved with what comes next', async () => {
    const h = start();
    h.writes.failing = true;
    h.answers('bo', 'ada');
    h.due[0]!();
    await h.help.flush();
    expect([h.known(), h.rows()]).toEqual([[['ada', 1, 0]], []]);
    h.writes.failing = false;
    h.answers('cy', 'ada');
    expect(h.due).toHaveLength(2);
    h.due[1]!();
    await h.help.flush();
    expect(h.rows()).toMatchObject([{ user_id: 'ada', replies: 2 }]);
    expect(h.known()).toEqual([['ada', 2, 0]]);
  });
});
