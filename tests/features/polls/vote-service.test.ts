import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotChange } from '../../../src/features/polls/ports.ts';
import { CHANNEL, CREATOR, GUILD, HOUR, MINUTE, member, pollHarness, refusalOf, voter } from './harness.ts';

const choose = (option: number): BallotChange => ({ kind: 'choose', option });
const toggle = (option: number): BallotChange => ({ kind: 'toggle', option });

describe('a vote', () => {
  it('is one row per person and moves the counters with it', () => {
    const h = pollHarness();
    const poll = h.publish();
    expect(h.state(poll).shown).toEqual({ voters: 0, weight: 0, counts: [0, 0, 0], weights: [0, 0, 0] });

    const first = h.vote(poll, voter(1), choose(0));
    h.vote(poll, voter(2), choose(0));
    const changed = h.vote(poll, voter(1), choose(2));

    expect(first).toMatchObject({ ballot: [0], changed: true, weight: 1 });
    expect(changed).toMatchObject({ ballot: [2], changed: true });
    expect(h.state(poll).shown).toEqual({ voters: 2, weight: 2, counts: [1, 0, 1], weights: [1, 0, 1] });
    expect(h.storedVotes(poll)).toEqual([
      { voter: voter(1).userId, ballot: '2', weight: 1 },
      { voter: voter(2).userId, ballot: '0', weight: 1 },
    ]);
  });

  it('for the same option again changes nothing and says so', () => {
    const h = pollHarness();
    const poll = h.publish();
    h.vote(poll, voter(1), choose(1));
    expect(h.vote(poll, voter(1), choose(1))).toMatchObject({ ballot: [1], changed: false });
    expect(h.state(poll).voters).toBe(1);
  });

  it('delivered twice counts once, also after a later press', () => {
    const h = pollHarness();
    const poll = h.publish({ kind: 'multiple' });
    const earlier = h.nextInteraction();
    const later = h.nextInteraction();
    h.vote(poll, voter(1), toggle(0), { interactionId: earlier });
    h.vote(poll, voter(1), toggle(1), { interactionId: later });
    const before = h.storedVotes(poll);

    const replays = [earlier, later].map((interactionId) =>
      h.vote(poll, voter(1), toggle(0), { interactionId }),
    );

    expect(replays.map((replay) => [replay.changed, replay.ballot])).toEqual([
      [false, [0, 1]],
      [false, [0, 1]],
    ]);
    expect(h.storedVotes(poll)).toEqual(before);
  });

  it('can be taken back, and then nothing of it is held', () => {
    const h = pollHarness();
    const poll = h.publish();
    h.vote(poll, voter(1), choose(1));
    const outcome = h.vote(poll, voter(1), { kind: 'withdraw' });
    expect(outcome).toMatchObject({ ballot: [], changed: true });
    expect(h.storedVotes(poll)).toEqual([]);
    expect(h.state(poll).shown).toEqual({ voters: 0, weight: 0, counts: [0, 0, 0], weights: [0, 0, 0] });
    expect(refusalOf(() => h.vote(poll, voter(1), { kind: 'withdraw' })).code).toBe('nothing-to-withdraw');
  });

  it('keeps the weight of the largest role until it is changed', () => {
    const h = pollHarness();
    const weights = [
      { roleId: 'regular', weight: 2 },
      { roleId: 'founder', weight: 5 },
    ];
    const poll = h.publish({ weights });
    const outcome = h.vote(poll, voter(1, ['regular', 'founder']), choose(0));
    h.vote(poll, voter(2), choose(1));
    expect(outcome.weight).toBe(5);
    expect(h.state(poll).shown).toMatchObject({
      voters: 2,
      weight: 6,
      counts: [1, 1, 0],
      weights: [5, 1, 0],
    });

    h.vote(poll, voter(1, ['regular']), choose(0));
    expect(h.state(poll).shown).toMatchObject({ weight: 3, weights: [2, 1, 0] });
  });

  it('makes up a ranking pick by pick', () => {
    const h = pollHarness();
    const poll = h.publish({ kind: 'ranked' });
    const rank = (option: number): BallotChange => ({ kind: 'rank-next', option });
    h.vote(poll, voter(1), rank(2));
    expect(h.vote(poll, voter(1), rank(0)).ballot).toEqual([2, 0]);
    expect(refusalOf(() => h.vote(poll, voter(1), rank(2))).code).toBe('already-ranked');
    expect(h.state(poll).shown?.counts).toEqual([0, 0, 1]);
    h.vote(poll, voter(1), { kind: 'rank-undo' });
    expect(h.vote(poll, voter(1), { kind: 'rank-undo' }).ballot).toEqual([]);
    expect(h.storedVotes(poll)).toEqual([]);
  });

  it('takes at most as many options as the poll allows', () => {
    const h = pollHarness();
    const poll = h.publish({ kind: 'multiple', maxChoices: 2 });
    h.vote(poll, voter(1), toggle(0));
    h.vote(poll, voter(1), toggle(1));
    const refusal = refusalOf(() => h.vote(poll, voter(1), toggle(2)));
    expect(refusal).toEqual({ code: 'too-many-choices', params: { max: 2 } });
    expect(h.storedVotes(poll)).toMatchObject([{ ballot: '0,1' }]);
    expect(h.vote(poll, voter(1), { kind: 'set', options: [2, 0] }).ballot).toEqual([0, 2]);
  });

  it('runs four statements, whatever the size of the poll, and a fifth after a quiet time', () => {
    const seen: string[] = [];
    const h = pollHarness();
    const poll = h.publish();
    const prepared = countedStatements(seen);
    const counted = pollHarness(prepared(h.database), h.clock);
    counted.vote(poll, voter(1), choose(0));
    const afterQuiet = seen.splice(0);
    counted.vote(poll, voter(2), choose(1));
    expect(afterQuiet).toHaveLength(4);
    expect(seen).toHaveLength(4);
    expect(h.queued().filter((job) => job.kind === 'poll.refresh')).toHaveLength(1);
  });
});

describe('a vote is refused, and nothing changes,', () => {
  const cases: [string, string, (h: ReturnType<typeof pollHarness>, poll: number) => unknown][] = [
    [
      'for a poll of another server',
      'not-found',
      (h, poll) => h.vote(poll, voter(9), choose(0), { guildId: '1' }),
    ],
    ['for a number that is no poll', 'not-found', (h) => h.vote(999, voter(9), choose(0))],
    ['for a number that is no number', 'not-found', (h) => h.vote(Number.NaN, voter(9), choose(0))],
    [
      'from another channel',
      'wrong-channel',
      (h, poll) => h.vote(poll, voter(9), choose(0), { channelId: '1' }),
    ],
    ['for an option below the first', 'no-such-option', (h, poll) => h.vote(poll, voter(9), choose(-1))],
    ['for an option past the last', 'no-such-option', (h, poll) => h.vote(poll, voter(9), choose(3))],
    ['for half an option', 'no-such-option', (h, poll) => h.vote(poll, voter(9), choose(0.5))],
    ['as another kind of change', 'wrong-kind', (h, poll) => h.vote(poll, voter(9), toggle(0))],
    [
      'as a ranking in a single choice',
      'wrong-kind',
      (h, poll) => h.vote(poll, voter(9), { kind: 'rank-next', option: 1 }),
    ],
    [
      'with two options in a single choice',
      'too-many-choices',
      (h, poll) => h.vote(poll, voter(9), { kind: 'set', options: [0, 1] }),
    ],
    [
      'with the same option twice',
      'already-ranked',
      (h, poll) => h.vote(poll, voter(9), { kind: 'set', options: [1, 1] }),
    ],
  ];

  it.each(cases)('%s', (_, code, act) => {
    const h = pollHarness();
    const poll = h.publish();
    h.vote(poll, voter(1), choose(1));
    const before = { votes: h.storedVotes(poll), state: h.state(poll) };
    expect(refusalOf(() => act(h, poll)).code).toBe(code);
    expect({ votes: h.storedVotes(poll), state: h.state(poll) }).toEqual(before);
  });

  it('by a member without any of the roles', () => {
    const h = pollHarness();
    const poll = h.publish({ voterRoleIds: ['barista', 'roaster'] });
    const refusal = refusalOf(() => h.vote(poll, voter(1, ['guest']), choose(0)));
    expect(refusal).toEqual({ code: 'role-needed', params: { roles: '<@&barista>, <@&roaster>' } });
    expect(h.vote(poll, voter(1, ['roaster']), choose(0)).changed).toBe(true);
  });

  it('from the instant of closing, although no job has run', () => {
    const h = pollHarness();
    const poll = h.publish({ closes: 'in 1 hour' });
    h.clock.advance(HOUR - 1);
    expect(h.vote(poll, voter(1), choose(0)).changed).toBe(true);
    h.clock.advance(1);
    expect(refusalOf(() => h.vote(poll, voter(2), choose(0))).code).toBe('closed');
    expect(h.state(poll)).toMatchObject({ phase: 'closed', voters: 1, result: { winners: [0] } });
  });

  it('before a scheduled poll opens, and after a poll was cancelled', () => {
    const h = pollHarness();
    const scheduled = h.publish({ opens: 'in 1 hour' });
    expect(refusalOf(() => h.vote(scheduled, voter(1), choose(0))).code).toBe('not-open-yet');
    const cancelled = h.publish();
    h.write(() => h.service.cancel({ ...h.by(member(CREATOR)), pollId: cancelled }));
    expect(refusalOf(() => h.vote(cancelled, voter(1), choose(0))).code).toBe('cancelled');
  });
});

describe('what people see of the counts', () => {
  it('is hidden until closing where that was chosen, also from those who voted', () => {
    const h = pollHarness();
    const poll = h.publish({ resultsShown: 'at-closing', closes: 'in 1 hour' });
    const outcome = h.vote(poll, voter(1), choose(0));
    expect(outcome.tally).toBeUndefined();
    expect(h.state(poll)).toMatchObject({ voters: 1, shown: undefined, hidden: 'at-closing' });
    h.clock.advance(HOUR);
    expect(h.state(poll)).toMatchObject({ hidden: undefined, shown: { counts: [1, 0, 0] } });
  });

  it('is shown after voting only to those who hold a vote', () => {
    const h = pollHarness();
    const poll = h.publish({ resultsShown: 'after-voting' });
    const outcome = h.vote(poll, voter(1), choose(0));
    expect(outcome.tally?.counts).toEqual([1, 0, 0]);
    expect(outcome.state.shown).toBeUndefined();
    expect(h.service.ownVote({ ...h.by(voter(2)), pollId: poll }).tally).toBeUndefined();
  });

  it.each(['staff-blind', 'sealed'] as const)('needs five votes in a %s poll', (privacy) => {
    const h = pollHarness();
    const poll = h.publish({ privacy });
    for (const number of [1, 2, 3, 4]) h.vote(poll, voter(number), choose(number % 3));
    expect(h.state(poll)).toMatchObject({ voters: 4, shown: undefined, hidden: 'too-few' });
    const fifth = h.vote(poll, voter(5), choose(0));
    expect(fifth.tally?.counts).toEqual([2, 2, 1]);
    expect(h.state(poll)).toMatchObject({ voters: 5, hidden: undefined });
  });

  it('names voters in open polls alone, and not before the counts may be seen', () => {
    const h = pollHarness();
    const open = h.publish();
    h.vote(open, voter(1), choose(0));
    h.clock.advance(MINUTE);
    h.vote(open, voter(2), choose(1));
    const page = h.service.whoVoted({ ...h.by(voter(3)), pollId: open, page: 7 });
    expect(page).toMatchObject({ page: 0, pages: 1, total: 2 });
    expect(page.rows.map((row) => [row.userId, row.ballot])).toEqual([
      [voter(1).userId, [0]],
      [voter(2).userId, [1]],
    ]);
    const blind = h.publish({ privacy: 'staff-blind' });
    expect(refusalOf(() => h.service.whoVoted({ ...h.by(voter(3)), pollId: blind, page: 0 })).code).toBe(
      'names-hidden',
    );
    const later = h.publish({ resultsShown: 'at-closing' });
    expect(refusalOf(() => h.service.whoVoted({ ...h.by(voter(3)), pollId: later, page: 0 })).code).toBe(
      'results-hidden',
    );
  });

  it('includes one’s own vote at any time', () => {
    const h = pollHarness();
    const poll = h.publish({ privacy: 'sealed' });
    h.vote(poll, voter(1), choose(2));
    expect(h.service.ownVote({ ...h.by(voter(1)), pollId: poll }).ballot).toEqual([2]);
    expect(h.service.ownVote({ ...h.by(voter(2)), pollId: poll }).ballot).toEqual([]);
  });
});

describe('a poll that closes early', () => {
  it('closes with the vote that settles it, and is shown closed in the same answer', () => {
    const h = pollHarness();
    const poll = h.publish({ closeEarly: true, quorum: 2 });
    expect(h.vote(poll, voter(1), choose(0), { eligible: 4 }).settled).toBe(false);
    expect(h.vote(poll, voter(2), choose(0), { eligible: 4 }).settled).toBe(false);
    const last = h.vote(poll, voter(3), choose(0), { eligible: 4 });
    expect(last).toMatchObject({ settled: true, ballot: [0], state: { phase: 'closed' } });
    expect(h.state(poll).poll).toMatchObject({ status: 'closed', closeReason: 'settled' });
    expect(refusalOf(() => h.vote(poll, voter(1), choose(1), { eligible: 4 })).code).toBe('closed');
  });

  it('stays open when nobody knows how many may vote', () => {
    const h = pollHarness();
    const poll = h.publish({ closeEarly: true });
    for (const number of [1, 2, 3]) expect(h.vote(poll, voter(number), choose(0)).settled).toBe(false);
  });
});

it('counters always equal the votes, whatever people press', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('choose' as const), option: fc.integer({ min: -1, max: 4 }) }),
    fc.record({ kind: fc.constant('toggle' as const), option: fc.integer({ min: -1, max: 4 }) }),
    fc.record({
      kind: fc.constant('set' as const),
      options: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('rank-next' as const), option: fc.integer({ min: 0, max: 3 }) }),
    fc.constant({ kind: 'rank-undo' as const }),
    fc.constant({ kind: 'withdraw' as const }),
  );
  const press = fc.record({ who: fc.integer({ min: 1, max: 6 }), heavy: fc.boolean(), change });
  const kinds = fc.constantFrom('single' as const, 'multiple' as const, 'ranked' as const, 'rating' as const);
  fc.assert(
    fc.property(
      kinds,
      fc.constantFrom('open' as const, 'sealed' as const),
      fc.array(press, { maxLength: 40 }),
      (kind, privacy, presses) => {
        const h = pollHarness();
        const poll = h.publish({
          kind,
          privacy,
          options: 'a\nb\nc\nd',
          weights: [{ roleId: 'heavy', weight: 3 }],
        });
        for (const { who, heavy, change } of presses) {
          try {
            h.vote(poll, voter(who, heavy ? ['heavy'] : []), change);
          } catch (error) {
            if (!(error instanceof Error) || error.name !== 'UserError') throw error;
          }
        }
        const stored = h.storedVotes(poll) as { ballot: string; weight: number }[];
        const { tally } = h.repositories.polls.find(poll) ?? expect.fail('no poll');
        const counts = tally.counts.map(() => 0);
        const weights = tally.weights.map(() => 0);
        for (const { ballot, weight } of stored) {
          const counted = ballot
            .split(',')
            .map(Number)
            .slice(0, kind === 'ranked' ? 1 : undefined);
          for (const option of counted) {
            counts[option] = (counts[option] ?? 0) + 1;
            weights[option] = (weights[option] ?? 0) + weight;
          }
        }
        const weight = stored.reduce((sum, each) => sum + each.weight, 0);
        expect(tally).toEqual({ voters: stored.length, weight, counts, weights });
      },
    ),
    { numRuns: 60 },
  );
});

/** A database that notes the SQL of the feature's statements when they run. */
function countedStatements(seen: string[]) {
  return <D extends ReturnType<typeof pollHarness>['database']>(database: D): D => {
    const sqlite = new Proxy(database.sqlite, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== 'prepare' || typeof value !== 'function') {
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (sql: string) => noted(target.prepare(sql), sql);
      },
    });
    return { ...database, sqlite };
  };

  function noted(statement: object, sql: string): unknown {
    return new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (name === 'get' || name === 'run' || name === 'all') seen.push(sql);
          const result: unknown = Reflect.apply(value, target, args);
          return result === target ? noted(target, sql) : result;
        };
      },
    });
  }
}

it('takes votes in the thread of the poll too', () => {
  const h = pollHarness();
  const poll = h.publish();
  h.write(() => h.work.threadOpened(poll, '899'));
  expect(h.vote(poll, voter(1), choose(0), { channelId: '899' }).changed).toBe(true);
  expect([GUILD, CHANNEL]).toContain(h.state(poll).poll.channelId);
});
