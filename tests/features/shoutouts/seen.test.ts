import { describe, expect, test } from 'vitest';
import type { Call } from '../../../src/discord/interaction.ts';
import { seenGiver, seenMember, seenMembers } from '../../../src/features/shoutouts/seen.ts';

const STAFF = '500';
const policy = {
  mayManage: (_: string, { roleIds, permissions }: { roleIds: readonly string[]; permissions: bigint }) =>
    roleIds.includes(STAFF) || (permissions & 32n) !== 0n,
};

/** What Discord sends along with people who were picked in a form. */
const call = {
  guildId: '1',
  actor: { userId: '9', displayName: 'Nine', roleIds: [STAFF], permissions: 0n },
  raw: {
    member: { joined_at: '2024-02-03T04:05:06.000000+00:00' },
    data: {
      resolved: {
        users: { '10': {}, '11': { bot: true }, '12': {}, '13': {} },
        members: {
          '10': { joined_at: '2025-01-01T00:00:00+00:00', roles: ['400'], permissions: '1024' },
          '11': { joined_at: '2025-01-01T00:00:00+00:00', roles: [STAFF], permissions: '0' },
          '13': { joined_at: null, roles: [], permissions: '32' },
        },
      },
    },
  },
} as unknown as Call;

describe('somebody who is picked', () => {
  test('is known as a member, with the day they joined', () => {
    const joinedAt = Date.UTC(2025, 0, 1);
    expect(seenMember(call, '10', policy)).toEqual({
      userId: '10',
      bot: false,
      member: true,
      staff: false,
      joinedAt,
    });
  });

  test('may be a bot, or may have left', () => {
    expect(seenMember(call, '11', policy)).toMatchObject({ bot: true, member: true });
    expect(seenMember(call, '12', policy)).toEqual({ userId: '12', bot: false, member: false });
  });

  test('belongs to the team by role or by permission', () => {
    expect(seenMember(call, '11', policy).staff).toBe(true);
    expect(seenMember(call, '13', policy).staff).toBe(true);
  });

  test('is nobody here where Discord says nothing about them, whatever the id', () => {
    for (const id of ['14', '__proto__', 'constructor', '']) {
      expect(seenMember(call, id, policy)).toEqual({ userId: id, bot: false, member: false });
    }
  });

  test('is there once, however often they were picked', () => {
    expect(seenMembers(call, ['10', '12', '10'], policy).map(({ userId }) => userId)).toEqual(['10', '12']);
  });
});

test('whoever gives is a member, as the interaction vouches', () => {
  expect(seenGiver(call, policy)).toEqual({
    userId: '9',
    bot: false,
    member: true,
    staff: true,
    joinedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
  });
});
