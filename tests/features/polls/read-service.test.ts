import { describe, expect, it } from 'vitest';
import type { PollInput, PollStatus } from '../../../src/features/polls/model.ts';
import { toCsv } from '../../../src/shared/csv.ts';
import {
  CHANNEL,
  CREATOR,
  DAY,
  GUILD,
  HOUR,
  member,
  pollHarness,
  refusalOf,
  STAFF_ROLE,
  voter,
} from './harness.ts';

const creator = member(CREATOR);

const words = {
  option: 'Option',
  votes: 'Votes',
  weight: 'Weight',
  voter: 'Voter',
  voterId: 'Voter id',
  choice: 'Choice',
  rank: 'Rank',
  votedAt: 'Voted at',
  total: 'Total',
  tooFew: 'under 5 votes',
};

function exported(h: ReturnType<typeof pollHarness>, pollId: number, actor = creator) {
  const nameOf = (userId: string) => (userId === voter(1).userId ? '=Ada, "A"' : undefined);
  return h.service.exportCsv({ ...h.by(actor), pollId, words, nameOf });
}

describe('the list', () => {
  it('goes newest first, ten a page, and clamps the page', () => {
    const h = pollHarness();
    const polls = Array.from({ length: 23 }, () => h.publish());
    const list = (page: number) =>
      h.service.list({ guildId: GUILD, status: 'any', page, channelIds: undefined, now: h.clock.now() });
    expect(list(0)).toMatchObject({ page: 0, pages: 3, total: 23 });
    expect(list(0).rows.map((row) => row.id)).toEqual(polls.toReversed().slice(0, 10));
    expect(list(99)).toMatchObject({ page: 2, rows: [{ id: polls[2] }, { id: polls[1] }, { id: polls[0] }] });
    expect(list(-4).page).toBe(0);
    expect(list(Number.NaN).page).toBe(0);
  });

  it('shows polls by how they stand by the clock, of this server and these channels only', () => {
    const h = pollHarness();
    const short = h.publish({ closes: 'in 1 hour' });
    const long = h.publish();
    const later = h.publish({ opens: 'in 1 day' });
    h.clock.advance(HOUR);
    const ids = (status: PollStatus | 'any', channelIds?: string[], guildId = GUILD) =>
      h.service.list({ guildId, status, page: 0, channelIds, now: h.clock.now() }).rows.map((row) => row.id);
    expect([ids('open'), ids('closed'), ids('scheduled')]).toEqual([[long], [short], [later]]);
    expect([ids('any', []), ids('any', [CHANNEL]).length, ids('any', undefined, '1')]).toEqual([[], 3, []]);
  });

  it('finds by part of the question in any script, or by number', () => {
    const h = pollHarness();
    const one = h.publish({ question: 'Größere Äpfel?', closes: 'in 1 hour' });
    const two = h.publish({ question: 'Kenya or Peru?' });
    const find = (text: string) =>
      h.service
        .search({ guildId: GUILD, text, channelIds: undefined, now: h.clock.now() })
        .map((found) => found.id);
    expect([find('ÄPFEL'), find('peru'), find(`#${two}`), find('%'), find("'; DROP TABLE polls")]).toEqual([
      [one],
      [two],
      [two],
      [],
      [],
    ]);
    h.clock.advance(HOUR);
    expect(find('')).toEqual([two, one]);
  });
});

describe('an export', () => {
  const text = (h: ReturnType<typeof pollHarness>, poll: number) => exported(h, poll).csv;

  it('of an open poll has a line for each choice, harmless to spreadsheets', () => {
    const h = pollHarness();
    const poll = h.publish({ kind: 'multiple', options: '=1+1\n☕ Kenya\n"Peru"' });
    h.vote(poll, voter(1), { kind: 'set', options: [0, 1] });
    h.vote(poll, voter(2), { kind: 'toggle', option: 2 });
    expect(exported(h, poll)).toEqual({
      fileName: `poll-${poll}.csv`,
      csv:
        '\uFEFFVoter id,Voter,Choice,Weight,Voted at\r\n' +
        `id:${voter(1).userId},"'=Ada, ""A""",'=1+1,1,2026-03-04T12:00:00.000Z\r\n` +
        `id:${voter(1).userId},"'=Ada, ""A""",☕ Kenya,1,2026-03-04T12:00:00.000Z\r\n` +
        `id:${voter(2).userId},,"""Peru""",1,2026-03-04T12:00:00.000Z\r\n`,
    });
  });

  it('of a ranking has the place of each choice', () => {
    const h = pollHarness();
    const poll = h.publish({ kind: 'ranked' });
    h.vote(poll, voter(2), { kind: 'set', options: [2, 0] });
    expect(text(h, poll).split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFVoter id,Voter,Choice,Rank,Weight,Voted at',
      `id:${voter(2).userId},,Sumatra,1,1,2026-03-04T12:00:00.000Z`,
      `id:${voter(2).userId},,Kenya,2,1,2026-03-04T12:00:00.000Z`,
    ]);
  });

  it.each(['staff-blind', 'sealed'] as const)(
    'of a %s poll has counts, and none under five votes',
    (privacy) => {
      const h = pollHarness();
      const poll = h.publish({ privacy });
      for (const number of [1, 2, 3, 4]) h.vote(poll, voter(number), { kind: 'choose', option: 0 });
      const hidden = 'under 5 votes,under 5 votes';
      expect(text(h, poll)).toBe(
        `\uFEFFOption,Votes,Weight\r\nKenya,${hidden}\r\nPeru,${hidden}\r\nSumatra,${hidden}\r\nTotal,4,under 5 votes\r\n`,
      );
      h.vote(poll, voter(5), { kind: 'choose', option: 2 });
      expect(text(h, poll)).toBe(
        '\uFEFFOption,Votes,Weight\r\nKenya,4,4\r\nPeru,0,0\r\nSumatra,1,1\r\nTotal,5,5\r\n',
      );
      h.write(() => h.service.close({ ...h.by(creator), pollId: poll }));
      const csv = text(h, poll);
      expect(csv).toContain('Kenya,4,4');
      expect(csv.includes(voter(1).userId)).toBe(false);
    },
  );

  it('is for the creator and staff, and waits while the counts are hidden from them too', () => {
    const h = pollHarness();
    const hidden: Partial<PollInput> = { resultsShown: 'at-closing' };
    const poll = h.publish(hidden);
    expect(refusalOf(() => exported(h, poll, voter(1))).code).toBe('may-not-manage');
    expect(refusalOf(() => exported(h, poll)).code).toBe('export-later');
    expect(refusalOf(() => exported(h, 999)).code).toBe('not-found');
    h.clock.advance(3 * DAY);
    expect(exported(h, poll, member('5', [STAFF_ROLE])).csv).toContain('Voter id');
  });

  it('holds all votes of a large poll', () => {
    const h = pollHarness();
    const poll = h.publish();
    for (let number = 0; number < 1_234; number += 1)
      h.vote(poll, voter(number), { kind: 'choose', option: 1 });
    expect(text(h, poll).trimEnd().split('\r\n')).toHaveLength(1_235);
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '＝'])('defuses a cell that begins with %j', (sign) => {
    expect(toCsv([[`${sign}cmd`]])).toContain(`'${sign}cmd`);
  });
});
