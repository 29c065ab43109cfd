import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/discord/failure.ts';
import { type RoleQuestion, roleObstacle } from '../../../src/discord/role-obstacle.ts';
import type { GoalBasis, IdeaSettings } from '../../../src/features/ideas/model.ts';
import { checkIdeaChannel } from '../../../src/features/ideas/settings-channel-check.ts';
import { ideaSetupPages } from '../../../src/features/ideas/settings-custom-ids.ts';
import { ideaSetupForm } from '../../../src/features/ideas/settings-form-views.ts';
import { defaultIdeaSettings } from '../../../src/features/ideas/settings-rules.ts';
import { categoriesNote, dryRunNote, ideaSetupPanel } from '../../../src/features/ideas/settings-views.ts';
import { locales, textsOf, translatorFor } from '../../../src/i18n/translator.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyGoals } from './settings-goals.ts';

const t = translatorFor('en');
const snowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String);
const maybe = fc.option(snowflake, { nil: undefined });

const category = fc.record({
  key: fc.stringMatching(/^[a-z]{1,10}$/),
  name: hostileText(20),
  emoji: fc.constantFrom('☕', '👨‍👩‍👧‍👦', undefined),
});

const anySettings: fc.Arbitrary<IdeaSettings> = fc
  .record({
    channelId: maybe,
    channelKind: fc.constantFrom('forum' as const, 'text' as const),
    staffChannelId: maybe,
    boardChannelId: maybe,
    ledgerChannelId: maybe,
    shippedRoleId: maybe,
    goals: anyGoals,
    reviewDays: fc.integer({ min: 1, max: 90 }),
    reviewers: fc.integer({ min: 1, max: 5 }),
    queue: fc.boolean(),
    cooldownHours: fc.integer({ min: 0, max: 720 }),
    openPerMember: fc.integer({ min: 1, max: 20 }),
    anonymity: fc.boolean(),
    categories: fc.array(category, { maxLength: 12 }),
  })
  .map(({ goals, ...rest }) => ({ ...rest, ...goals }));

const active = (people: number): GoalBasis => ({ active: people, days: 28, counted: 'used-hearth' });

describe('the panel for ideas', () => {
  test('Discord takes every page and form with any settings, in every language', () => {
    fc.assert(
      fc.property(
        anySettings,
        fc.nat(100_000),
        fc.option(hostileText(900)),
        anyGoals,
        (settings, people, words, use) => {
          const state = { settings, activity: active(people), staffChannelId: settings.staffChannelId };
          for (const each of everyLanguage) {
            for (const page of ideaSetupPages)
              judge(ideaSetupPanel(state, page, each, words === null ? undefined : { words, use }));
            for (const form of ['goals', 'review', 'pace', 'categories'] as const)
              checkModal(ideaSetupForm(form, settings, each));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const goalsPage = (settings: Partial<IdeaSettings>, people: number) =>
    JSON.stringify(
      ideaSetupPanel(
        {
          settings: { ...defaultIdeaSettings, ...settings },
          activity: active(people),
          staffChannelId: undefined,
        },
        'goals',
        t,
      ),
    );

  test('says what the shares mean today, and which step falls away', () => {
    const busy = goalsPage({}, 58);
    expect(busy).toContain('1. **5 % in 14 days**, that is 3 supporters now');
    expect(goalsPage({}, 20)).toContain('1. **5 % in 14 days**: falls away while so few are active');
    expect(busy).toContain('2. **15 % in 45 days**, that is 9 supporters now');
    expect(busy).toContain('58 people used Hearth in the last 28 days');
    expect(goalsPage({}, 0)).toContain('nobody used Hearth');
  });

  test('warns that nobody hears of waiting ideas only where the team has no channel at all', () => {
    const settings = { ...defaultIdeaSettings, queue: true };
    const shown = (staffChannelId: string | undefined, queue = true) =>
      JSON.stringify(
        ideaSetupPanel({ settings: { ...settings, queue }, activity: active(1), staffChannelId }, 'rules', t),
      );
    expect(shown(undefined)).toContain('nobody learns that an idea waits');
    expect(shown('5')).not.toContain('nobody learns');
    expect(shown(undefined, false)).not.toContain('nobody learns');
  });

  test('says in words how past ideas would have done', () => {
    expect(dryRunNote({ judged: 0, reached: 0, goal: 3 }, t)).toContain(
      'No past idea is old enough to tell.',
    );
    expect(dryRunNote({ judged: 1, reached: 0, goal: 1 }, t)).toContain(
      'Of 1 past idea, 0 would have made it.',
    );
    expect(dryRunNote({ judged: 12, reached: 5, goal: 9 }, t)).toContain(
      'Of 12 past ideas, 5 would have made it. With today’s activity the last step takes **9 supporters**.',
    );
    expect(
      dryRunNote({ judged: 0, reached: 0, goal: 3 }, t, { floor: 3, ladder: [{ percent: 5, days: 1 }] }),
    ).toContain('**5 % in 1 day**, at least 3. Nothing is saved.');
  });

  test('shows names of categories as typed, without their markdown', () => {
    const from = { key: 'a', name: '**a**', emoji: undefined };
    const note = categoriesNote(
      { categories: [], renamed: [{ from, to: { ...from, name: 'b' } }], removed: [from] },
      t,
    );
    expect(note).toContain('\\*\\*a\\*\\*');
  });
});

test.each(locales)('in %s nothing in the forms is cut', (locale) => {
  const texts = [...textsOf(locale)].filter(([key]) => key.startsWith('ideasSetup.form.'));
  const most = (key: string) => (/(Help|Placeholder)$/u.test(key) ? 100 : 45);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(([key, text]) => text.length > most(key))).toEqual([]);
});

describe('a channel that is picked for ideas', () => {
  const channel = '810000000000000001';
  const neverAsked = () => Promise.reject(new Error('Discord need not be asked'));
  const reading = Bits.ViewChannel | Bits.SendMessages | Bits.ReadMessageHistory;
  const forum = reading | Bits.SendMessagesInThreads | Bits.AttachFiles;
  const text = forum | Bits.CreatePublicThreads;

  function check(
    place: Parameters<typeof checkIdeaChannel>[1],
    type: ChannelType | undefined,
    bits?: bigint,
    ownPermissions: () => Promise<Result<bigint>> = neverAsked,
    open: Result<boolean> = { ok: true, value: false },
  ) {
    const picked = {
      id: channel,
      ...(type === undefined ? {} : { type }),
      ...(bits === undefined ? {} : { app_permissions: String(bits) }),
    };
    const raw = { data: { resolved: { channels: { [channel]: picked } } } };
    return checkIdeaChannel({ raw, guildId: '8', t } as never, place, channel, {
      ownPermissions,
      isOpenToAll: () => (place === 'staff' ? Promise.resolve(open) : neverAsked()),
    });
  }

  test.each([
    ['ideas', ChannelType.GuildForum, forum],
    ['ideas', ChannelType.GuildText, text],
    ['staff', ChannelType.GuildText, reading],
    ['board', ChannelType.GuildText, reading],
    ['ledger', ChannelType.GuildAnnouncement, reading],
  ] as const)(
    'for %s (type %s) needs each permission, and says which is missing and where to allow it',
    async (place, type, all) => {
      expect((await check(place, type, all)).fine).toBe(true);
      for (const bit of Object.values(Bits)) {
        if ((all & bit) === 0n) continue;
        const { fine, note } = await check(place, type, all & ~bit);
        expect(fine).toBe(false);
        expect(note).toMatch(
          /⚠️ Not saved: in <#\d+> I am missing \*\*[^*]+\*\*\. Allow it in the channel settings under Permissions/u,
        );
      }
    },
  );

  test('as a forum works without Manage Channels for tags, which is said', async () => {
    const without = await check('ideas', ChannelType.GuildForum, forum);
    expect(without).toMatchObject({ fine: true, kind: 'forum' });
    expect(without.note).toContain('**Manage Channels** and **Manage Threads and Posts**');
    expect(without.note).toContain('tags');
    const all = forum | Bits.ManageChannels | Bits.ManageThreads;
    expect((await check('ideas', ChannelType.GuildForum, all)).note).toBe('✅ Saved.');
  });

  test('as a text channel is known as one; a board that cannot be pinned says so', async () => {
    expect(await check('ideas', ChannelType.GuildText, text)).toMatchObject({ fine: true, kind: 'text' });
    expect((await check('board', ChannelType.GuildText, reading)).note).toContain('**Pin Messages**');
  });

  test('is looked up where Discord does not send the permissions along', async () => {
    const answering = (value: bigint) => () => Promise.resolve<Result<bigint>>({ ok: true, value });
    expect((await check('staff', ChannelType.GuildText, undefined, answering(reading))).fine).toBe(true);
    expect((await check('staff', ChannelType.GuildText, undefined, answering(0n))).fine).toBe(false);
    const gone: Result<bigint> = { ok: false, failure: { kind: 'gone', code: 10003, reason: 'no channel' } };
    const { fine, note } = await check('staff', ChannelType.GuildText, undefined, () =>
      Promise.resolve(gone),
    );
    expect([fine, note.includes('I could not check')]).toEqual([false, true]);
  });

  test('for the team is refused where everybody can read it, or nobody can tell', async () => {
    const asking = (open: Result<boolean>) =>
      check('staff', ChannelType.GuildText, reading, neverAsked, open);
    expect((await asking({ ok: true, value: false })).fine).toBe(true);
    const open = await asking({ ok: true, value: true });
    expect([open.fine, open.note.includes('everybody can read')]).toEqual([false, true]);
    const unknown = await asking({ ok: false, failure: { kind: 'retry', code: 0, reason: 'no answer' } });
    expect([unknown.fine, unknown.note.includes('I could not check')]).toEqual([false, true]);
  });

  test.each([ChannelType.GuildVoice, ChannelType.PublicThread, ChannelType.GuildForum, undefined])(
    'of type %s is refused for the board, whatever a client sends',
    async (type) => {
      expect((await check('board', type, reading | Bits.PinMessages)).fine).toBe(false);
    },
  );
});

describe('a role that is picked for shipped ideas', () => {
  const guildId = '1';
  const role = (id: string, position: number, permissions = 0n, managed = false) => ({
    id,
    position,
    permissions: String(permissions),
    managed,
  });
  const roles = [
    role(guildId, 0),
    role('20', 1),
    role('30', 2, Bits.ManageRoles, true),
    role('40', 3),
    role('50', 4, Bits.ManageGuild | Bits.ManageRoles),
    role('60', 1, Bits.KickMembers),
    role('70', 1, 0n, true),
  ];
  const question: RoleQuestion = {
    roleId: '20',
    guildId,
    ownerId: '900',
    roles,
    ownRoleIds: ['30'],
    actor: { userId: '901', roleIds: ['50'] },
  };
  const obstacle = (changes: Partial<RoleQuestion>) => roleObstacle({ ...question, ...changes });

  test('is fine below the bot’s own role, picked by somebody who could give it', () => {
    expect(obstacle({})).toBeUndefined();
    expect(obstacle({ actor: { userId: '900', roleIds: [] } })).toBeUndefined();
  });

  test('above the bot, or where it may not give roles, is refused', () => {
    expect(obstacle({ roleId: '40' })).toBe('roleAboveMe');
    expect(obstacle({ ownRoleIds: ['40'] })).toBe('roleNoPermission');
    expect(obstacle({ roleId: '40', actor: { userId: '900', roleIds: [] } })).toBe('roleAboveMe');
  });

  test('at the bot’s own height is decided by age, as Discord does', () => {
    const level = (id: string) => [...roles, role(id, 2)];
    expect(obstacle({ roleId: '31', roles: level('31') })).toBeUndefined();
    expect(obstacle({ roleId: '29', roles: level('29') })).toBe('roleAboveMe');
  });

  test('is refused where it would lend somebody a rank that is not theirs to give', () => {
    expect(obstacle({ roleId: '60' })).toBe('rolePowerful');
    expect(obstacle({ actor: { userId: '901', roleIds: [] } })).toBe('roleAboveYou');
    expect(obstacle({ actor: { userId: '901', roleIds: ['40'] } })).toBe('roleAboveYou');
    expect(obstacle({ roleId: '50' })).toBe('rolePowerful');
  });

  test('of an app, of everybody, or that is gone, is refused', () => {
    expect(obstacle({ roleId: '70' })).toBe('roleManaged');
    expect(obstacle({ roleId: guildId })).toBe('roleManaged');
    expect(obstacle({ roleId: '999' })).toBe('roleGone');
  });
});
