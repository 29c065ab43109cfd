import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { forbid } from '../support/idea-stage.ts';
import { notices, setUpBadge, shoutoutsOf, statusesOf, thanksTest } from '../support/shoutout-stage.ts';
import { BADGE, saidOn, standing, standsSoon, THANKS, thank } from '../support/shoutouts.ts';

const HOUR = 3_600_000;
const REASON = 'Fixed my grinder on a Sunday';

const posting: [string, bigint][] = [
  ['View Channel', P.ViewChannel],
  ['Send Messages', P.SendMessages],
];

thanksTest.for(posting)(
  '%s taken away: thanks are kept, admins are told once, and the cards are posted once it is given back',
  async ([, permission], { begin }) => {
    const town = await begin();
    const { admin, member, moderator, other } = town;
    await forbid(admin, permission, THANKS);
    expect((await thank(member, other, REASON)).text).toContain('Said!');
    await town.sandbox.until(() => notices(town, 'cannot be posted').length > 0);
    expect((await thank(moderator, other, `${REASON} too`)).text).toContain('Said!');
    for (const wait of [HOUR, 24 * HOUR]) await town.later(wait);
    expect(notices(town, 'cannot be posted')).toHaveLength(1);
    expect(standing(town, REASON)).toEqual([]);
    expect(shoutoutsOf(town).map(({ status, message_id: card }) => [status, card])).toEqual([
      ['given', null],
      ['given', null],
    ]);
    expect((await other.slash('shoutout me')).text).toContain(REASON);

    await forbid(admin, 0n, THANKS);
    await town.later(7 * HOUR);
    await town.sandbox.until(() => standing(town, REASON).length === 2);
    await town.later(HOUR);
    expect(standing(town, REASON)).toHaveLength(2);
    expect(shoutoutsOf(town).every(({ message_id: card }) => card !== null)).toBe(true);
  },
);

thanksTest(
  'the channel is deleted: what waits is kept, admins are told once, and it goes on at once in another',
  async ({ begin }) => {
    const town = await begin();
    const { admin, owner, member, other, newcomer, sandbox } = town;
    await thank(member, other, REASON);
    await standsSoon(town, REASON);
    await forbid(admin, P.SendMessages, THANKS);
    await thank(member, newcomer, 'Waited with me for the van');
    await sandbox.until(() => notices(town, 'cannot be posted').length > 0);
    expect((await owner.api('DELETE', `/channels/${THANKS}`)).status).toBe(200);
    await sandbox.until(() => notices(town, 'was deleted').length > 0);
    expect((await thank(member, town.german, 'Said it before anybody')).text).not.toContain('Said!');
    for (const wait of [HOUR, 24 * HOUR]) await town.later(wait);
    // Looked in vain once more, and would not look again for hours.
    await sandbox.until(() =>
      town.stored
        .jobs()
        .some(
          ({ kind, status, run_at: next }) =>
            kind === 'shoutout.card' && status === 'parked' && next > town.sandbox.clock.now(),
        ),
    );
    expect(notices(town, 'was deleted')).toHaveLength(1);
    expect(statusesOf(town)).toEqual(['given', 'given']);
    expect((await other.slash('shoutout me')).text).toContain(REASON);

    const made = await owner.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
      name: 'thanks',
      type: ChannelType.GuildText,
    });
    const { reply } = await admin.slash('setup', { section: 'shoutouts' });
    await admin.choose(reply!, 'Off: no shout-outs', [made.body.id]);
    const there = () => owner.messages('thanks').filter((one) => saidOn(one).includes('for the van'));
    await sandbox.until(() => there().length === 1);
    expect((await thank(member, town.german, 'Said it before anybody')).text).toContain('Said!');
    await sandbox.until(() => owner.messages('thanks').some((one) => saidOn(one).includes('before anybody')));
    expect(owner.messages('thanks').filter((one) => saidOn(one).includes(REASON))).toEqual([]);
    expect(there()).toHaveLength(1);
  },
);

thanksTest(
  'a badge moves above Hearth’s own role: admins are told once, thanks go on, and it comes once it is below',
  async ({ begin }) => {
    const town = await begin();
    const { owner, member, other, german, sandbox } = town;
    const { reply } = await owner.slash('setup', { section: 'shoutouts' });
    expect(await setUpBadge(owner, reply!, 'received-1')).toContain(`<@&${BADGE}>`);
    const has = (id: string): boolean =>
      sandbox.world.guilds.get(SMALL.guild)!.members.get(id)!.roles.includes(BADGE);
    const move = (position: number) =>
      owner.api('PATCH', `/guilds/${SMALL.guild}/roles`, [{ id: BADGE, position }]);
    expect((await move(50)).status).toBe(200);
    await thank(member, other, REASON);
    await thank(member, german, 'Translated the whole menu');
    await standsSoon(town, REASON);
    const parked = () => town.stored.jobs().filter(({ status }) => status === 'parked');
    await sandbox.until(() => parked().length === 2);
    await town.later(24 * HOUR);
    expect(notices(town, 'cannot give or take')).toHaveLength(1);
    expect([has(other.id), has(german.id), has(member.id)]).toEqual([false, false, false]);
    expect(standing(town, REASON)).toHaveLength(1);

    expect((await move(1)).status).toBe(200);
    await town.later(7 * HOUR);
    await sandbox.until(() => has(other.id) && has(german.id));
    expect(has(member.id)).toBe(false);
  },
);
