import { describe, expect, test } from 'vitest';
import { buildManyGuilds } from '../../../src/sandbox/community/build-many-guilds.ts';
import { buildSmallSeed, SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { parseScript } from '../../../src/sandbox/community/script.ts';
import { allIds, danglingReferences } from './check-seed.ts';

describe('the small seed', () => {
  test('has one guild with three channels, and everything in it exists once', () => {
    const seed = buildSmallSeed();
    const ids = allIds(seed);
    expect(seed.guilds[0]?.channels.map(({ name }) => name)).toEqual(['general', 'polls', 'staff']);
    expect(danglingReferences(seed)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a stranger who is not a member', () => {
    const seed = buildSmallSeed();
    expect(seed.users.map(({ id }) => id)).toContain(SMALL.users.stranger);
    expect(seed.guilds[0]?.members.map(({ user_id }) => user_id)).not.toContain(SMALL.users.stranger);
  });

  test('is made anew each time, so tests cannot disturb each other', () => {
    const first = buildSmallSeed();
    first.guilds[0]?.members.pop();
    expect(buildSmallSeed().guilds[0]?.members.length).toBe(8);
  });
});

describe('many guilds', () => {
  test('have 50 channels, 20 roles, and ids that never repeat', () => {
    const seed = buildManyGuilds(120);
    const ids = allIds(seed);
    expect(seed.guilds.length).toBe(120);
    expect(new Set(seed.guilds.map((guild) => `${guild.channels.length}/${guild.roles.length}`))).toEqual(
      new Set(['50/20']),
    );
    expect(danglingReferences(seed)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a script', () => {
  test('names its thread, its tags, who answers whom, and the reactions', () => {
    const [block] = parseScript('(post: Fox mugs | Shop, Done)\na: Yes? {fox9 👍6}\nb > a: Yes: two.');
    expect(block?.title).toBe('Fox mugs');
    expect(block?.tags).toEqual(['Shop', 'Done']);
    expect(block?.lines).toEqual([
      {
        speaker: 'a',
        answers: undefined,
        text: 'Yes?',
        reactions: [
          { emoji: 'fox', count: 9 },
          { emoji: '👍', count: 6 },
        ],
      },
      { speaker: 'b', answers: 'a', text: 'Yes: two.', reactions: [] },
    ]);
  });

  test('is refused when a line has no speaker', () => {
    expect(() => parseScript('who said this')).toThrow('not a line');
  });
});
