import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { type AmaStage, amaTest, onlyAma, standingsOf, trailOf } from '../support/ama-stage.ts';
import {
  amaForm,
  answer,
  ask,
  createAma,
  messageWith,
  panelSays,
  putOnAir,
  queueSays,
  saidIn,
} from '../support/amas.ts';
import { offers, pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { title } = amaForm;
const MINUTE = 60_000;

/** A show that runs, with one question that waits for its answer. */
async function running(town: AmaStage) {
  const { announcement } = await createAma(town, town.owner, {}, { queue: 'open' });
  await ask(town.askers[0]!, announcement, 'Why is it so dark?');
  await pressId(town.owner, await panelSays(town, title, 'Why is it so dark?'), 'ama-panel', 'start');
  await panelSays(town, title, 'Live');
  return announcement;
}

amaTest('an event that is cancelled by hand cancels nothing, and the team is told', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const { announcement } = await createAma(town, owner, {}, { queue: 'open' });
  const eventId = await sandbox.until(() => onlyAma(town).event_id);
  await ask(askers[0]!, announcement, 'Why is it so dark?');
  const path = `/guilds/${SMALL.guild}/scheduled-events/${eventId}`;
  expect((await owner.api('PATCH', path, { status: 4 })).status).toBe(200);
  await saidIn(town, 'staff', 'The AMA goes on');
  expect(trailOf(town)).toContain('event-lost');
  expect(onlyAma(town)).toMatchObject({ status: 'scheduled', event_id: null });
  expect(standingsOf(town)).toEqual(['1 approved']);
  await town.later(onlyAma(town).start_at + MINUTE - sandbox.clock.now());
  await sandbox.until(() => onlyAma(town).status === 'live');
});

amaTest(
  'the team’s channel that is deleted in the show is replaced, and the show goes on',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const announcement = await running(town);
    expect((await owner.api('DELETE', `/channels/${SMALL.channels.staff}`)).status).toBe(200);
    await sandbox.until(() => onlyAma(town).panel_message_id === null);
    expect(standingsOf(town)).toEqual(['1 approved']);
    // Nothing is in the way of those who ask, and the panel is at hand without a channel.
    await ask(askers[1]!, announcement, 'And this one?');
    expect((await owner.slash('ama panel', { ama: title })).text).toContain('Why is it so dark?');

    const made = await owner.api('POST', `/guilds/${SMALL.guild}/channels`, {
      name: 'team',
      type: ChannelType.GuildText,
      permission_overwrites: [
        { id: SMALL.guild, type: 0, allow: '0', deny: String(P.ViewChannel) },
        { id: SMALL.roles.bot, type: 0, allow: String(P.ViewChannel | P.SendMessages), deny: '0' },
      ],
    });
    expect(made.status).toBe(201);
    const { id: team } = made.body as { id: string };
    const draft = (await owner.slash('ama edit', { ama: title })).reply!;
    await owner.choose(draft, 'Run it somewhere else', [team]);
    await owner.press(draft, 'Save');
    const panel = await messageWith(town, 'team', (one) => offers(one, 'ama-panel'));
    await sandbox.until(() => onlyAma(town).panel_message_id === panel.id);
    expect(standingsOf(town)).toEqual(['1 approved', '2 approved']);
    await putOnAir(owner, owner.look(panel)!);
    await sandbox.until(() => standingsOf(town).some((each) => each.endsWith('on-air')));
    await messageWith(town, 'team', (one) => textOf(one).includes('On air'));
  },
);

amaTest('a thread that is deleted in the show is opened again for the next answer', async ({ begin }) => {
  const town = await begin();
  const { owner, sandbox } = town;
  await running(town);
  const before = await sandbox.until(() => onlyAma(town).thread_id);
  expect((await owner.api('DELETE', `/channels/${before}`)).status).toBe(200);
  await saidIn(town, 'staff', 'was deleted by hand');
  await putOnAir(owner, await panelSays(town, title, 'Live'));
  await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Now it is not.');
  await sandbox.until(() => standingsOf(town)[0] === '1 answered');
  const thread = await sandbox.until(() => onlyAma(town).thread_id);
  await saidIn(town, thread, 'Now it is not.');
});

amaTest(
  'what waits for the team is not shown while its channel is open to everybody, and comes back after',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, member } = town;
    const { announcement } = await createAma(town, owner);
    await ask(askers[0]!, announcement, 'Who is leaving?');
    await queueSays(town, title, 'Who is leaving?');
    const readable = (allow: bigint, deny: bigint) =>
      owner.api('PUT', `/channels/${SMALL.channels.staff}/permissions/${SMALL.guild}`, {
        type: 0,
        allow: String(allow),
        deny: String(deny),
      });
    expect((await readable(P.ViewChannel, 0n)).status).toBe(204);
    const covered = await queueSays(town, title, 'Everybody can read');
    const { body } = await member.api('GET', `/channels/${SMALL.channels.staff}/messages`);
    expect(JSON.stringify(body)).not.toContain('Who is leaving?');
    // Those who may see it still do, alone.
    expect((await pressId(owner, covered, 'ama-review')).text).toContain('Who is leaving?');
    expect(standingsOf(town)).toEqual(['1 pending']);

    expect((await readable(0n, P.ViewChannel)).status).toBe(204);
    await queueSays(town, title, 'Who is leaving?');
    await panelSays(town, title, 'for review');
  },
);
