import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { forbid } from '../support/idea-stage.ts';
import { textOf } from '../support/messages.ts';
import { setUpBadge, shoutoutsOf, statusesOf, thanksTest } from '../support/shoutout-stage.ts';
import { standing, standsSoon, THANKS, thank } from '../support/shoutouts.ts';

const HOUR = 3_600_000;
const REASON = 'Told us how to descale it';

thanksTest(
  'the message is deleted before its card is posted: it is withdrawn, also where the deletion was missed',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, sandbox } = town;
    const shoutOut = async (text: string, reason: string) => {
      const helpful = await other.say(text);
      const { modal } = await member.contextMenu('Shout out this message', helpful);
      expect((await member.submitModal(modal, { reason })).text).toContain('Said!');
      return helpful;
    };
    const remove = (message: { channel_id: string; id: string }) =>
      other.api('DELETE', `/channels/${message.channel_id}/messages/${message.id}`);
    await forbid(admin, P.SendMessages, THANKS);
    const heard = await shoutOut('20 g of citric acid', REASON);
    expect(statusesOf(town)).toEqual(['given']);
    await remove(heard);
    await sandbox.until(() => statusesOf(town)[0] === 'lost');
    await town.later(8 * 24 * HOUR);
    const missed = await shoutOut('And rinse it twice', `${REASON} twice`);
    await town.stopBot();
    await remove(missed);
    await forbid(admin, 0n, THANKS);
    expect(statusesOf(town)).toEqual(['lost', 'given']);
    await town.restart();
    await town.later(7 * HOUR);
    await sandbox.until(() => statusesOf(town)[1] === 'lost');
    expect(standing(town, REASON)).toEqual([]);
    expect((await other.slash('shoutout me')).text).not.toContain(REASON);
    expect(town.stored.all('SELECT * FROM shoutout_counts')).toEqual([]);
  },
);

thanksTest('a channel that is tidied away takes no thanks with it', async ({ begin }) => {
  const town = await begin();
  const { owner, member, other } = town;
  const made = await owner.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
    name: 'old-stuff',
    type: 0,
  });
  const helpful = await other.say('Rinse it twice', { channel: made.body.id });
  const { modal } = await member.contextMenu('Shout out this message', helpful);
  await member.submitModal(modal, { reason: REASON });
  await standsSoon(town, REASON);
  expect((await owner.api('DELETE', `/channels/${made.body.id}`)).status).toBe(200);
  await town.later(35 * 24 * HOUR);
  expect(statusesOf(town)).toEqual(['given']);
  // The card, and the round-up that quotes it.
  await standsSoon(town, 'Thanked in');
  expect(standing(town, REASON).map((message) => textOf(message).includes('Thanked in'))).toEqual([
    false,
    true,
  ]);
});

thanksTest(
  'whoever has left cannot be thanked; who left after it leaves nothing stuck, and returns to their story',
  async ({ begin }) => {
    const town = await begin();
    const { owner, admin, member, moderator, other, sandbox } = town;
    const { reply } = await owner.slash('setup', { section: 'shoutouts' });
    await setUpBadge(owner, reply!, 'received-1');
    const guild = sandbox.world.guilds.get(SMALL.guild)!;
    const left = guild.members.get(other.id)!;
    await forbid(admin, P.SendMessages, THANKS);
    expect((await thank(member, other, REASON)).text).toContain('Said!');
    await sandbox.until(() => town.stored.jobs().some(({ status }) => status === 'parked'));
    expect((await owner.api('DELETE', `/guilds/${SMALL.guild}/members/${other.id}`)).status).toBe(204);
    await forbid(admin, 0n, THANKS);
    await town.later(7 * HOUR);
    const card = await standsSoon(town, REASON);
    expect((await thank(moderator, other, 'Thanks for all of it')).text).not.toContain('Said!');
    expect(shoutoutsOf(town)).toMatchObject([{ status: 'given', message_id: card.id }]);
    expect(town.stored.jobs().filter(({ status }) => status === 'dead' || status === 'parked')).toEqual([]);

    guild.members.set(other.id, { ...left, roles: [] });
    expect((await other.slash('shoutout me')).text).toContain(REASON);
    expect((await thank(moderator, other, 'Good to have you back')).text).toContain('Said!');
    await standsSoon(town, 'Good to have');
  },
);
