import { expect, test } from 'vitest';
import { guildMemory } from '../../src/discord/guild-memory.ts';

test('a server is known by the name that it has now, until it is left', () => {
  const memory = guildMemory();
  expect(memory.guildName('1')).toBeUndefined();
  memory.hear('GUILD_UPDATE', { id: '1', name: 'Never seen', owner_id: '2' });
  expect(memory.guildName('1')).toBeUndefined();
  memory.hear('GUILD_CREATE', { id: '1', name: 'Ember', member_count: 3, owner_id: '2', roles: [] });
  expect(memory.guildName('1')).toBe('Ember');
  memory.hear('GUILD_UPDATE', { id: '1', name: 'Ember Coffee', owner_id: '3' });
  expect(memory.guildName('1')).toBe('Ember Coffee');
  expect([memory.runsServer('1', '2', []), memory.runsServer('1', '3', [])]).toEqual([false, true]);
  memory.hear('GUILD_DELETE', { id: '1', unavailable: true });
  expect(memory.guildName('1')).toBe('Ember Coffee');
  memory.hear('GUILD_DELETE', { id: '1' });
  expect(memory.guildName('1')).toBeUndefined();
});
