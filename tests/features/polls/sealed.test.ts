import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flushLog } from '../../../src/database/flush.ts';
import { type Database, openDatabase } from '../../../src/database/open.ts';
import { sealedVoter } from '../../../src/features/polls/seal.ts';
import { migrationsFolder, temporaryFolder } from '../../support/database.ts';
import { CREATOR, HOUR, member, pollHarness, refusalOf, voter } from './harness.ts';

let folder: { folder: string; remove: () => void };
let database: Database;

beforeEach(() => {
  folder = temporaryFolder();
  database = openDatabase({ path: path.join(folder.folder, 'hearth.db'), migrationsFolder });
});

afterEach(() => {
  database.close();
  folder.remove();
});

/** All bytes on disk: the database and its write-ahead log. */
function bytesOnDisk(): Buffer {
  const files = [database.path, `${database.path}-wal`].filter((file) => existsSync(file));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

const keyOf = (h: ReturnType<typeof pollHarness>, poll: number): Buffer =>
  Buffer.from(h.repositories.polls.find(poll)?.sealKey ?? expect.fail('no key'));

describe('a sealed poll', () => {
  it('stores no user id, and after closing neither its key nor the hashes stay anywhere on disk', () => {
    const h = pollHarness(database);
    // Many, so that rows have moved between pages before they are deleted.
    const polls = Array.from({ length: 60 }, () => h.publish({ privacy: 'sealed', closes: 'in 1 hour' }));
    for (const poll of polls) {
      for (let number = 1; number <= 12; number += 1) {
        h.vote(poll, voter(number), { kind: 'choose', option: number % 3 });
        if (number % 4 === 0) h.vote(poll, voter(number), { kind: 'withdraw' });
      }
    }
    const keys = polls.map((poll) => keyOf(h, poll));
    const hashes = keys.map((key) => sealedVoter(key, voter(1).userId));
    const before = bytesOnDisk();
    expect(keys.every((key) => before.includes(key))).toBe(true);
    expect(hashes.every((hash) => before.includes(hash))).toBe(true);
    expect(before.includes(voter(1).userId)).toBe(false);
    const results = polls.map((poll) => h.state(poll).shown);

    h.clock.advance(HOUR);
    for (const poll of polls) h.write(() => h.work.closeDue(poll, h.clock.now()));
    expect(flushLog(database.sqlite)).toBe(true);

    const after = bytesOnDisk();
    expect(keys.filter((key) => after.includes(key))).toEqual([]);
    expect(hashes.filter((hash) => after.includes(hash))).toEqual([]);
    expect(polls.map((poll) => h.state(poll).shown)).toEqual(results);
    expect(polls.flatMap((poll) => h.storedVotes(poll))).toEqual([]);
  });

  it('lets a member change and withdraw while it is open, and nobody look up a vote afterwards', () => {
    const h = pollHarness(database);
    const poll = h.publish({ privacy: 'sealed', closes: 'in 1 hour' });
    h.vote(poll, voter(1), { kind: 'choose', option: 0 });
    h.vote(poll, voter(1), { kind: 'choose', option: 2 });
    expect(h.storedVotes(poll)).toHaveLength(1);
    expect(h.service.ownVote({ ...h.by(voter(1)), pollId: poll }).ballot).toEqual([2]);
    h.clock.advance(HOUR);
    // By the clock: the job that destroys the key has not even run.
    expect(h.service.ownVote({ ...h.by(voter(1)), pollId: poll }).ballot).toEqual([]);
    h.write(() => h.work.closeDue(poll, h.clock.now()));
    expect(h.service.ownVote({ ...h.by(voter(1)), pollId: poll }).ballot).toEqual([]);
    expect(h.repositories.polls.find(poll)?.sealKey).toBeUndefined();
  });

  it('counts rankings after closing as before, from anonymous ballots', () => {
    const h = pollHarness(database);
    const poll = h.publish({ privacy: 'sealed', kind: 'ranked', closes: 'in 1 hour' });
    const rankings = [[0, 1], [0, 1], [1], [1, 2], [2, 1], [2, 1], [2, 1]];
    for (const [number, options] of rankings.entries()) h.vote(poll, voter(number), { kind: 'set', options });
    h.clock.advance(HOUR);
    const byClock = h.state(poll).result;
    h.write(() => h.work.closeDue(poll, h.clock.now()));
    expect(h.state(poll).result).toEqual(byClock);
    expect(byClock).toMatchObject({ voters: 7, tooFew: false });
  });

  it('cannot be reopened, and says why', () => {
    const h = pollHarness(database);
    const poll = h.publish({ privacy: 'sealed' });
    const call = { ...h.by(member(CREATOR)), pollId: poll };
    h.write(() => h.service.close(call));
    const reopen = () => h.write(() => h.service.reopen({ ...call, text: 'in 1 day', locale: 'en' }));
    expect(refusalOf(reopen).code).toBe('sealed-stays-closed');
    expect(h.state(poll).phase).toBe('closed');
  });

  it('gives up its key and all votes when it is cancelled', () => {
    const h = pollHarness(database);
    const poll = h.publish({ privacy: 'sealed' });
    h.vote(poll, voter(1), { kind: 'choose', option: 0 });
    const key = keyOf(h, poll);
    h.write(() => h.service.cancel({ ...h.by(member(CREATOR)), pollId: poll }));
    flushLog(database.sqlite);
    expect(bytesOnDisk().includes(key)).toBe(false);
    expect(h.storedVotes(poll)).toEqual([]);
  });
});
