import { describe, expect, test } from 'vitest';
import { remembered } from '../../src/database/remembered.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';

function start() {
  const sqlite = new SqliteDatabase(':memory:');
  sqlite.exec('CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)');
  let reads = 0;
  const find = sqlite.prepare<[number], string>('SELECT word FROM words WHERE id = ?').pluck();
  const word = remembered(sqlite, (id: number) => {
    reads += 1;
    return find.get(id);
  });
  return { sqlite, word, reads: () => reads };
}

describe('what was read', () => {
  test('is read once while nothing is written, also where nothing was found', () => {
    const { word, reads } = start();
    for (let times = 0; times < 5; times += 1) expect([word(1), word(2)]).toEqual([undefined, undefined]);
    expect(reads()).toBe(2);
  });

  test.each([
    ['an insert', "INSERT INTO words VALUES (1, 'new')", 'new', 'old'],
    ['an update', "UPDATE words SET word = 'changed' WHERE id = 7", undefined, 'changed'],
    ['a delete of everything', 'DELETE FROM words', undefined, undefined],
  ])('is read again after %s', (_, statement, expected, seventh) => {
    const { sqlite, word, reads } = start();
    sqlite.exec("INSERT INTO words VALUES (7, 'old')");
    expect([word(1), word(7)]).toEqual([undefined, 'old']);
    sqlite.exec(statement);
    expect(word(1)).toBe(expected);
    expect(word(7)).toBe(seventh);
    expect(reads()).toBe(4);
  });

  test('is right within a transaction, and after one that was taken back', () => {
    const { sqlite, word } = start();
    expect(word(1)).toBeUndefined();
    sqlite.exec("BEGIN; INSERT INTO words VALUES (1, 'kept?')");
    expect(word(1)).toBe('kept?');
    sqlite.exec('ROLLBACK');
    expect(word(1)).toBeUndefined();
  });
});
