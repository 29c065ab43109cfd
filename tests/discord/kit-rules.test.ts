import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf, sortFailure } from '../../src/discord/failure.ts';
import { fit } from '../../src/discord/limits.ts';
import {
  allows,
  everyPermission,
  missing,
  permissionBits,
  permissionNames,
  permissionsInChannel,
  permissionWords,
  requireOwn,
} from '../../src/discord/permissions.ts';
import { presentError } from '../../src/discord/present-error.ts';
import { recentIds } from '../../src/discord/recent-ids.ts';
import { button, emojiFrom, linkButton, text } from '../../src/discord/ui.ts';
import { label, modal, textInput } from '../../src/discord/ui-modal.ts';
import { select } from '../../src/discord/ui-select.ts';
import { watchdog } from '../../src/discord/watchdog.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { manualTime } from './support.ts';

describe('errors of Discord', () => {
  test.each([
    [404, 10003, 'gone'],
    [404, 10004, 'gone'],
    [404, 10008, 'gone'],
    [404, 0, 'gone'],
    [403, 50001, 'forbidden'],
    [403, 50013, 'forbidden'],
    [403, 50007, 'forbidden'],
    [400, 50083, 'forbidden'],
    [400, 160002, 'forbidden'],
    [403, 0, 'forbidden'],
    [429, 0, 'retry'],
    [429, 30046, 'retry'],
    [400, 30046, 'retry'],
    [500, 0, 'retry'],
    [503, 0, 'retry'],
    [400, 50035, 'bug'],
    [400, 50006, 'bug'],
    [405, 0, 'bug'],
  ] as const)('%i with code %i is %s', (status, code, kind) => {
    expect(sortFailure({ status, code, message: 'words' }).kind).toBe(kind);
  });

  test('a network error may go away, a mistake in the code does not, and anything thrown is sorted', () => {
    expect(failureOf(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))).toEqual({
      kind: 'retry',
      code: 0,
      reason: 'socket hang up (ECONNRESET)',
    });
    expect(failureOf(new TypeError('x is undefined')).kind).toBe('bug');
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(['gone', 'forbidden', 'retry', 'bug']).toContain(failureOf(thrown).kind);
      }),
    );
  });

  test('the reason repeats neither the request nor its address', () => {
    const error = Object.assign(new Error('Missing Access'), {
      status: 403,
      code: 50001,
      url: 'https://discord.com/api/v10/webhooks/1/SECRET',
      requestBody: { json: { content: 'SECRET' } },
      rawError: { message: 'Missing Access', code: 50001 },
    });
    expect(JSON.stringify(failureOf(error))).not.toContain('SECRET');
  });
});

describe('permissions', () => {
  const { ViewChannel, SendMessages, Administrator, AttachFiles } = PermissionFlagsBits;
  const member = {
    guildId: '1',
    ownerId: '9',
    userId: '5',
    memberRoleIds: ['2', '3'],
    roles: [
      { id: '1', permissions: String(ViewChannel | SendMessages) },
      { id: '2', permissions: '0' },
      { id: '3', permissions: String(AttachFiles) },
    ],
    overwrites: [],
  };
  const over = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  });

  test('come from everyone, then roles, then the member; a role that allows beats one that denies', () => {
    expect(permissionsInChannel(member)).toBe(ViewChannel | SendMessages | AttachFiles);
    const overwrites = [
      over('1', OverwriteType.Role, 0n, SendMessages | AttachFiles),
      over('2', OverwriteType.Role, 0n, SendMessages),
      over('3', OverwriteType.Role, SendMessages, 0n),
      over('5', OverwriteType.Member, AttachFiles, 0n),
      over('4', OverwriteType.Role, 0n, ViewChannel),
    ];
    expect(permissionsInChannel({ ...member, overwrites })).toBe(ViewChannel | SendMessages | AttachFiles);
  });

  test('are all for the owner and for administrators, and none where the channel cannot be seen', () => {
    const hidden = { ...member, overwrites: [over('1', OverwriteType.Role, 0n, ViewChannel)] };
    expect(permissionsInChannel(hidden)).toBe(0n);
    expect(permissionsInChannel({ ...hidden, ownerId: '5' })).toBe(everyPermission);
    const roles = [...member.roles, { id: '2', permissions: String(Administrator) }];
    expect(permissionsInChannel({ ...hidden, roles })).toBe(everyPermission);
  });

  test('that are missing are named as Discord’s settings name them, and where to grant them', () => {
    expect(missing(ViewChannel, ['ViewChannel', 'SendMessages', 'AttachFiles'])).toEqual([
      'SendMessages',
      'AttachFiles',
    ]);
    expect(missing(Administrator, ['SendMessages'])).toEqual([]);
    expect(allows(ViewChannel, ViewChannel | SendMessages)).toBe(false);
    expect(permissionNames(permissionBits('ManageGuild', 'PinMessages'))).toEqual([
      'ManageGuild',
      'PinMessages',
    ]);
    const t = translatorFor('en');
    expect(permissionWords(t, ['ViewChannel', 'AttachFiles'])).toBe('**View Channel** and **Attach Files**');
    let thrown: unknown;
    try {
      requireOwn(t, ViewChannel, ['ViewChannel', 'AttachFiles'], '<#12>');
    } catch (error) {
      thrown = error;
    }
    const { words } = presentError(thrown, t, 'X');
    expect(words).toMatch(/\*\*Attach Files\*\* in <#12>.*channel settings/u);
    expect(() => requireOwn(t, ViewChannel, ['ViewChannel'], '<#12>')).not.toThrow();
  });
});

describe('parts of a message', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 300 });

  test('stay inside Discord’s limits for any text', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const pressed = button({ id: 'a:v1', label: words });
        expect(pressed.label?.length).toBeGreaterThan(0);
        expect(pressed.label?.length).toBeLessThanOrEqual(80);
        expect(text(words).content.length).toBeGreaterThan(0);
        const menu = select({
          id: 'a:v1',
          placeholder: words,
          options: [{ value: '1', label: words, description: words }],
        });
        expect(menu.placeholder?.length).toBeLessThanOrEqual(150);
        expect(menu.options[0]?.label.length).toBeLessThanOrEqual(100);
        const asked = modal({
          id: 'a:v1',
          title: words,
          parts: Array.from({ length: 9 }, () =>
            label({ label: words }, textInput({ id: 'q', value: words, max: 10 })),
          ),
        });
        expect(asked.title.length).toBeLessThanOrEqual(45);
        expect(asked.components).toHaveLength(5);
        expect(fit(words, 10).length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('custom emoji are read, others pass as they are', () => {
    expect(emojiFrom('<a:party:123>')).toEqual({ id: '123', name: 'party', animated: true });
    expect(emojiFrom('<:bean:123>')).toEqual({ id: '123', name: 'bean' });
    expect(emojiFrom('🗳️')).toEqual({ name: '🗳️' });
    expect(emojiFrom('')).toBeUndefined();
    expect(linkButton({ url: 'https://example.org', label: '' })).not.toHaveProperty('custom_id');
  });
});

describe('memory of ids', () => {
  test('tells the new from the known and forgets the oldest', () => {
    const ids = recentIds(2);
    expect([ids.add('a'), ids.add('a'), ids.add('b'), ids.add('c'), ids.add('b'), ids.add('a')]).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('the watchdog', () => {
  test('barks once after the silence, and not while there is life', async () => {
    const { timers, advance } = manualTime();
    let barks = 0;
    const dog = watchdog({
      silenceMs: 15_000,
      timers,
      onSilence: () => {
        barks += 1;
      },
    });
    for (let second = 0; second < 60; second += 5) {
      dog.alive();
      await advance(5000);
    }
    expect(barks).toBe(0);
    await advance(60_000);
    expect(barks).toBe(1);
  });

  test('that was stopped is quiet', async () => {
    const { timers, advance, pending } = manualTime();
    const dog = watchdog({ silenceMs: 15_000, timers, onSilence: () => expect.unreachable() });
    dog.stop();
    await advance(60_000);
    expect(pending()).toBe(0);
  });
});
