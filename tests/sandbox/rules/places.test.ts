import { describe, expect, it } from 'vitest';
import { checkChannel } from '../../../src/sandbox/rules/validate-channel.ts';
import { checkMemberEdit, checkRole, checkRolePositions } from '../../../src/sandbox/rules/validate-role.ts';
import { checkScheduledEvent, type EventFacts } from '../../../src/sandbox/rules/validate-scheduled-event.ts';
import {
  checkForumPost,
  checkThread,
  checkThreadEdit,
  type ForumContext,
} from '../../../src/sandbox/rules/validate-thread.ts';
import { refusalOf } from './refusal.ts';

const NOW = Date.UTC(2026, 0, 1);
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

describe('a thread', () => {
  const check = (body: unknown, fromMessage = true) =>
    refusalOf(() => checkThread(body, { fromMessage }))?.faults;

  it('has a name of 100 characters and one of four archive times', () => {
    expect(check({ name: 'n'.repeat(100), auto_archive_duration: 1440 })).toBeUndefined();
    expect(check({})).toEqual(['name BASE_TYPE_REQUIRED']);
    expect(check({ name: 'n'.repeat(101), auto_archive_duration: 30, rate_limit_per_user: 21_601 })).toEqual([
      'name BASE_TYPE_BAD_LENGTH',
      'auto_archive_duration BASE_TYPE_CHOICES',
      'rate_limit_per_user NUMBER_TYPE_MAX',
    ]);
  });

  it('without a message is of a thread type', () => {
    expect(check({ name: 'n', type: 11 }, false)).toBeUndefined();
    expect(check({ name: 'n', type: 0 }, false)).toEqual(['type BASE_TYPE_CHOICES']);
  });
});

describe('a forum post', () => {
  const forum: ForumContext = {
    tags: [
      { id: '1', moderated: false },
      { id: '2', moderated: true },
    ],
    manageThreads: false,
  };
  const post = (more: object = {}) => ({ name: 'Idea', message: { content: 'More decaf' }, ...more });
  const check = (body: unknown, context = forum) => refusalOf(() => checkForumPost(body, context));

  it('has a first message with something in it', () => {
    expect(check(post())).toBeUndefined();
    expect(check({ name: 'Idea' })?.faults).toEqual(['message BASE_TYPE_REQUIRED']);
    expect(check(post({ message: {} }))?.code).toBe(50006);
    expect(check(post({ message: { content: 'a'.repeat(2001) } }))?.faults).toEqual([
      'message.content BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it('has up to five tags of the forum', () => {
    expect(check(post({ applied_tags: ['1'] }))).toBeUndefined();
    expect(check(post({ applied_tags: ['9'] }))?.faults).toEqual(['applied_tags.0 INVALID_FORUM_TAG']);
    expect(check(post({ applied_tags: ['1', '2', '3', '4', '5', '6'] }))?.faults).toEqual([
      'applied_tags BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it('has moderated tags only from those who manage threads', () => {
    expect(check(post({ applied_tags: ['2'] }))?.code).toBe(50013);
    expect(check(post({ applied_tags: ['2'] }), { ...forum, manageThreads: true })).toBeUndefined();
    const edit = (tags: string[], current: string[]) =>
      refusalOf(() => checkThreadEdit({ applied_tags: tags }, { ...forum, current }))?.code;
    expect(edit(['1', '2'], ['2'])).toBeUndefined();
    expect(edit(['1'], ['2'])).toBe(50013);
  });

  it('has a tag where the forum requires one', () => {
    const strict = { ...forum, flags: 1 << 4 };
    expect(check(post(), strict)?.code).toBe(40067);
    expect(check(post({ applied_tags: ['1'] }), strict)).toBeUndefined();
  });
});

describe('a scheduled event', () => {
  const online = (more: object = {}) => ({
    name: 'AMA',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'Zoom' },
    scheduled_start_time: at(1),
    scheduled_end_time: at(2),
    ...more,
  });
  const check = (body: unknown, current?: EventFacts) =>
    refusalOf(() => checkScheduledEvent(body, NOW, current));

  it('elsewhere has an end and a location, and no channel', () => {
    expect(check(online())).toBeUndefined();
    expect(check(online({ scheduled_end_time: null, entity_metadata: {} }))?.faults).toEqual([
      'scheduled_end_time BASE_TYPE_REQUIRED',
      'entity_metadata.location BASE_TYPE_REQUIRED',
    ]);
    expect(check(online({ channel_id: '1' }))?.faults).toEqual([
      'channel_id GUILD_SCHEDULED_EVENT_CHANNEL_INVALID',
    ]);
  });

  it('in a channel names it', () => {
    expect(check(online({ entity_type: 2 }))?.faults).toEqual(['channel_id BASE_TYPE_REQUIRED']);
    expect(check(online({ entity_type: 2, channel_id: '1', scheduled_end_time: undefined }))).toBeUndefined();
  });

  it('lies in the future and ends after it starts', () => {
    expect(check(online({ scheduled_start_time: at(-1) }))?.faults).toEqual([
      'scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
    ]);
    expect(check(online({ scheduled_end_time: at(1) }))?.faults).toEqual([
      'scheduled_end_time GUILD_SCHEDULED_EVENT_SCHEDULE_END_BEFORE_START',
    ]);
  });

  it('goes from scheduled to active or canceled, from active to completed, and no further', () => {
    const current = (status: 1 | 2 | 3 | 4): EventFacts => ({
      status,
      entity_type: 3,
      scheduled_start_time: at(1),
      scheduled_end_time: at(2),
      channel_id: null,
      entity_metadata: { location: 'Zoom' },
    });
    const go = (from: 1 | 2 | 3 | 4, to: number) => check({ status: to }, current(from));
    expect(go(1, 2)).toBeUndefined();
    expect(go(1, 4)).toBeUndefined();
    expect(go(2, 3)).toBeUndefined();
    expect(go(1, 3)?.faults).toEqual(['status BASE_TYPE_CHOICES']);
    expect(go(2, 4)?.faults).toEqual(['status BASE_TYPE_CHOICES']);
    expect(go(3, 2)?.code).toBe(180_000);
    expect(go(4, 1)?.code).toBe(180_000);
  });

  it('recurs only in the ways that Discord knows', () => {
    const rule = (more: object) =>
      check(
        online({ recurrence_rule: { start: at(1), frequency: 2, interval: 1, by_weekday: [4], ...more } }),
      )?.faults;
    expect(rule({})).toBeUndefined();
    expect(rule({ interval: 2 })).toBeUndefined();
    expect(rule({ interval: 3 })).toEqual(['recurrence_rule.interval BASE_TYPE_CHOICES']);
    expect(rule({ by_weekday: [1, 2] })).toEqual(['recurrence_rule.by_weekday BASE_TYPE_BAD_LENGTH']);
    expect(rule({ count: 3 })).toEqual(['recurrence_rule.count RECURRENCE_RULE_FIELD_INVALID']);
  });
});

describe('roles, members and channels', () => {
  it('keep their names and colours within limits', () => {
    expect(refusalOf(() => checkRole(undefined))).toBeUndefined();
    expect(refusalOf(() => checkRole({ name: 'n'.repeat(101), color: -1, hoist: 1 }))?.faults).toEqual([
      'name BASE_TYPE_MAX_LENGTH',
      'color NUMBER_TYPE_MIN',
      'hoist BOOLEAN_TYPE_CONVERT',
    ]);
    expect(refusalOf(() => checkRolePositions([{ position: 'top' }]))?.faults).toEqual([
      '0.id BASE_TYPE_REQUIRED',
      '0.position NUMBER_TYPE_COERCE',
    ]);
  });

  it('limit nicknames to 32 characters and timeouts to 28 days', () => {
    const edit = (body: unknown) => refusalOf(() => checkMemberEdit(body, NOW))?.faults;
    expect(edit({ nick: 'n'.repeat(33), roles: ['x'] })).toEqual([
      'nick BASE_TYPE_MAX_LENGTH',
      'roles.0 NUMBER_TYPE_COERCE',
    ]);
    expect(edit({ communication_disabled_until: at(28 * 24) })).toBeUndefined();
    expect(edit({ communication_disabled_until: at(28 * 24 + 1) })).toEqual([
      'communication_disabled_until GUILD_MEMBER_COMMUNICATION_DISABLED_UNTIL_TOO_LONG',
    ]);
  });

  it('give forums longer topics and up to 20 tags', () => {
    const check = (body: unknown, current?: { type: number }) =>
      refusalOf(() => checkChannel(body, current))?.faults;
    expect(check({ topic: 't'.repeat(1025) }, { type: 0 })).toEqual(['topic BASE_TYPE_MAX_LENGTH']);
    expect(check({ topic: 't'.repeat(4096) }, { type: 15 })).toBeUndefined();
    const tags = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `t${i}` }));
    expect(check({ available_tags: tags(21) }, { type: 15 })).toEqual([
      'available_tags BASE_TYPE_MAX_LENGTH',
    ]);
    expect(check({ available_tags: [{ name: 't'.repeat(21) }] }, { type: 15 })).toEqual([
      'available_tags.0.name BASE_TYPE_BAD_LENGTH',
    ]);
    expect(check({ name: '' }, { type: 0 })).toEqual(['name BASE_TYPE_REQUIRED']);
  });
});
