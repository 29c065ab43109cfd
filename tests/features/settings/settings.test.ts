import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsRepository } from '../../../src/features/settings/repository.ts';
import {
  type GuildSettings,
  isStaff,
  isTimeZone,
  mayCreatePolls,
  parseTimeZone,
} from '../../../src/features/settings/rules.ts';
import { settingsService } from '../../../src/features/settings/service.ts';
import { setupPanel, zoneForm } from '../../../src/features/settings/views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { openTestDatabase } from '../../support/database.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';

const guildId = '800000000000000001';
const defaults = { timeZone: 'UTC', locale: 'en' } as const;

function service(database = openTestDatabase()) {
  const settings = settingsService({ repository: settingsRepository(database.orm), defaults });
  const change = (changes: Partial<GuildSettings>) =>
    database.writer.write(() => settings.change({ guildId, by: '1', now: 0, changes }));
  return { database, settings, change };
}

describe('the settings of a server', () => {
  test('are the defaults until somebody changes them, and stay changed after a restart', async () => {
    const { database, settings, change } = service();
    expect(settings.settingsOf(guildId)).toMatchObject({
      timeZone: 'UTC',
      locale: 'en',
      pollCreators: 'everyone',
    });

    await change({ timeZone: 'Europe/Berlin', staffRoleId: '5' });
    await change({ pollCreators: 'roles', pollCreatorRoleIds: ['7', '8'] });
    const expected = {
      timeZone: 'Europe/Berlin',
      staffRoleId: '5',
      pollCreatorRoleIds: ['7', '8'],
      locale: 'en',
    };
    expect(settings.settingsOf(guildId)).toMatchObject(expected);
    expect(service(database).settings.settingsOf(guildId)).toMatchObject(expected);
  });

  test('stay with their own server', async () => {
    const { settings, change } = service();
    await change({ locale: 'de' });
    expect(settings.settingsOf(guildId).locale).toBe('de');
    expect(settings.settingsOf('800000000000000002').locale).toBe('en');
  });

  test('are what was saved, not what was tried: a failed save leaves no trace in memory', async () => {
    const { database, settings, change } = service();
    await change({ timeZone: 'Europe/Berlin' });
    const failed = database.writer.write(() => {
      settings.change({ guildId, by: '1', now: 0, changes: { timeZone: 'Asia/Tokyo' } });
      throw new Error('the disk is full');
    });
    await expect(failed).rejects.toThrow('the disk is full');
    settings.forget(guildId);
    expect(settings.settingsOf(guildId).timeZone).toBe('Europe/Berlin');
  });
});

const nobody = { roleIds: [], permissions: 0n };
const manager = { roleIds: [], permissions: 1n << 5n };
const withRole = (...roleIds: string[]) => ({ roleIds, permissions: 0n });

describe('who may do what', () => {
  const { settings } = service();
  const plain = settings.settingsOf(guildId);

  test.each([
    ['everyone', nobody, true],
    ['staff', nobody, false],
    ['staff', withRole('staff'), true],
    ['staff', manager, true],
    ['roles', nobody, false],
    ['roles', withRole('brewer'), true],
    ['roles', withRole('staff'), true],
    ['roles', manager, true],
  ] as const)('with %s, this person may create polls: %o %s', (pollCreators, actor, expected) => {
    const here = { ...plain, pollCreators, staffRoleId: 'staff', pollCreatorRoleIds: ['brewer'] };
    expect(mayCreatePolls(here, actor)).toBe(expected);
  });

  test('staff is the staff role, Manage Server and Administrator, and nobody else', () => {
    const here = { ...plain, staffRoleId: 'staff' };
    expect(isStaff(here, withRole('staff'))).toBe(true);
    expect(isStaff(here, manager)).toBe(true);
    expect(isStaff(here, { roleIds: [], permissions: 1n << 3n })).toBe(true);
    expect(isStaff(here, withRole('brewer'))).toBe(false);
    expect(isStaff(plain, withRole('staff'))).toBe(false);
  });
});

describe('time zones', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    [' New York ', 'America/New_York'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['utc', 'UTC'],
  ])('%j is understood as %s', (typed, zone) => {
    expect(parseTimeZone(typed)).toBe(zone);
  });

  test.each(['', 'nowhere', '+02:00', 'Europe/../etc', '__proto__', 'a'.repeat(500)])(
    '%j is refused',
    (typed) => {
      expect(() => parseTimeZone(typed)).toThrow(UserError);
    },
  );

  test('a beginning of a name brings suggestions', () => {
    expect(() => parseTimeZone('Berl')).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ suggestions: 'Europe/Berlin' }) }),
    );
  });

  test('whatever is typed, the answer is a zone that the calendar knows or a refusal', () => {
    fc.assert(
      fc.property(hostileText(80), (typed) => {
        try {
          expect(isTimeZone(parseTimeZone(typed))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe('the setup panel', () => {
  const snowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String);
  const anySettings: fc.Arbitrary<GuildSettings> = fc.record({
    timeZone: fc.constantFrom('UTC', 'America/Argentina/ComodRivadavia', 'Asia/Kathmandu'),
    locale: fc.constantFrom('en', 'de'),
    staffRoleId: fc.option(snowflake, { nil: undefined }),
    pollsChannelId: fc.option(snowflake, { nil: undefined }),
    noticesChannelId: fc.option(snowflake, { nil: undefined }),
    pollCreators: fc.constantFrom('everyone', 'roles', 'staff'),
    pollCreatorRoleIds: fc.uniqueArray(snowflake, { maxLength: 10 }),
  });

  test('Discord takes it with any settings, in every language', () => {
    fc.assert(
      fc.property(anySettings, fc.option(hostileText(500), { nil: undefined }), (settings, note) => {
        for (const t of everyLanguage) {
          judge(setupPanel(settings, t, 1_790_000_000_000, note));
          checkModal(zoneForm(settings, t));
        }
      }),
      { numRuns: 60 },
    );
  });
});
