import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { type AmaStage, amasOf, amaTest, onlyAma, standingsOf, trailOf } from '../support/ama-stage.ts';
import {
  amaForm,
  answer,
  ask,
  countIn,
  createAma,
  messageWith,
  panelSays,
  putOnAir,
  queueSays,
  STAGE,
  saidIn,
} from '../support/amas.ts';
import { offers, pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { title } = amaForm;
const MINUTE = 60_000;
const { general, staff } = SMALL.channels;
const events = `/guilds/${SMALL.guild}/scheduled-events`;

/** An AMA that was announced, with its event. */
async function announced(town: AmaStage, options: Parameters<typeof createAma>[3] = {}) {
  const open = await createAma(town, town.owner, {}, options);
  const eventId = await town.sandbox.until(() => onlyAma(town).event_id);
  return { ...open, eventId };
}

amaTest('an event that is moved by hand moves the AMA, and the team is told', async ({ begin }) => {
  const town = await begin();
  const { owner, sandbox } = town;
  const { eventId, announcement } = await announced(town);
  const before = onlyAma(town);
  const moved = { startAt: before.start_at + 60 * MINUTE, endAt: before.end_at + 90 * MINUTE };
  const { status } = await owner.api('PATCH', `${events}/${eventId}`, {
    scheduled_start_time: new Date(moved.startAt).toISOString(),
    scheduled_end_time: new Date(moved.endAt).toISOString(),
  });
  expect(status).toBe(200);
  await saidIn(town, 'staff', 'was moved by hand');
  expect(Math.abs(onlyAma(town).start_at - moved.startAt)).toBeLessThan(1_000);
  expect(onlyAma(town).end_at - onlyAma(town).start_at).toBeGreaterThan(89 * MINUTE);
  const second = String(Math.floor(onlyAma(town).start_at / 1000));
  await sandbox.until(() => textOf(owner.look(announcement)).includes(second), 15_000);
  // It starts at the new time, not at the old one.
  await town.later(before.start_at + MINUTE - sandbox.clock.now());
  expect(onlyAma(town).status).toBe('scheduled');
  await town.later(moved.startAt + MINUTE - sandbox.clock.now());
  await sandbox.until(() => onlyAma(town).status === 'live');
});

amaTest('an event that is deleted or ended by hand ends nothing, and the team is told', async ({ begin }) => {
  const town = await begin();
  const { owner, admin, sandbox } = town;
  const { eventId } = await announced(town);
  expect((await owner.api('DELETE', `${events}/${eventId}`)).status).toBe(204);
  await saidIn(town, 'staff', 'was deleted. The AMA goes on');
  expect(onlyAma(town)).toMatchObject({ status: 'scheduled', event_id: null });

  await createAma(town, admin, { title: 'Another one', starts: 'in 5 minutes' });
  const other = await sandbox.until(() => amasOf(town)[1]!.event_id);
  await town.later(6 * MINUTE);
  await sandbox.until(() => amasOf(town)[1]!.status === 'live');
  const eventNow = () => [...sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.values()][0]?.event;
  await sandbox.until(() => eventNow()?.status === 2);
  expect((await owner.api('PATCH', `${events}/${other}`, { status: 3 })).status).toBe(200);
  await saidIn(town, 'staff', 'was ended by hand');
  expect(amasOf(town).map(({ status }) => status)).toEqual(['scheduled', 'live']);
});

amaTest('a stage that is closed early ends nothing, and the team is told once', async ({ begin }) => {
  const town = await begin();
  const { owner, admin } = town;
  const { panel } = await announced(town, { stage: STAGE, queue: 'open' });
  await pressId(owner, panel, 'ama-panel', 'start');
  await panelSays(town, title, 'Live');
  const stages = '/stage-instances';
  expect((await admin.api('POST', stages, { channel_id: STAGE, topic: title })).status).toBe(200);
  expect(trailOf(town)).not.toContain('stage-closed');
  expect((await admin.api('DELETE', `${stages}/${STAGE}`)).status).toBe(204);
  await saidIn(town, 'staff', 'goes on in writing');
  await town.later(3_000);
  expect(onlyAma(town).status).toBe('live');
  expect(trailOf(town).filter((kind) => kind === 'stage-closed')).toHaveLength(1);
  expect(countIn(town, 'staff', 'goes on in writing')).toBe(1);
});

amaTest(
  'panel, queue, announcement and card that are deleted in the middle stand again, once',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const { announcement } = await announced(town);
    await ask(askers[0]!, announcement, 'Why is it so dark?');
    await ask(askers[1]!, announcement, 'And this one waits?');
    const queue = await queueSays(town, title, 'Why is it so dark?');
    const review = (await pressId(owner, queue, 'ama-review')).reply!;
    await pressId(owner, review, 'ama-moderate', 'approve');
    let panel = await panelSays(town, title, 'Why is it so dark?');
    await pressId(owner, panel, 'ama-panel', 'start');
    await putOnAir(owner, await panelSays(town, title, 'Live'));
    const air = await messageWith(town, 'general', (one) => textOf(one).includes('🔴 On air'));
    await sandbox.until(() => onlyAma(town).air_message_id === air.id);
    panel = await panelSays(town, title, 'Answer in writing');
    const before = standingsOf(town);
    expect(before).toEqual(['1 on-air', '2 pending']);

    const thread = onlyAma(town).thread_id;
    expect(thread).not.toBeNull();
    const gone = [
      [general, announcement.id],
      [general, air.id],
      [staff, panel.id],
      [staff, onlyAma(town).queue_message_id!],
    ] as const;
    for (const [channel, id] of gone)
      expect((await owner.api('DELETE', `/channels/${channel}/messages/${id}`)).status).toBe(204);
    await town.later(15_000);
    const places = [
      [() => messageWith(town, 'general', (one) => offers(one, 'ama-browse', 'card')), announcement.id],
      [() => messageWith(town, 'general', (one) => textOf(one).includes('🔴 On air')), air.id],
      [() => panelSays(town, title, 'Answer in writing'), panel.id],
      [() => queueSays(town, title, 'And this one waits?'), gone[3][1]],
    ] as const;
    for (const [find, old] of places) expect((await find()).id).not.toBe(old);
    await town.later(15_000);
    expect(owner.messages('general').filter((one) => offers(one, 'ama-browse', 'card'))).toHaveLength(1);
    // The thread that was started from the announcement outlives it, with all answers.
    expect(onlyAma(town).thread_id).toBe(thread);
    expect(countIn(town, 'general', '🔴 On air')).toBe(1);
    expect(countIn(town, 'staff', 'Running Ask our roaster')).toBe(1);
    expect(countIn(town, 'staff', 'Review one by one')).toBe(1);
    expect(standingsOf(town)).toEqual(before);

    // The show goes on with the new one.
    panel = await panelSays(town, title, 'Answer in writing');
    await answer(owner, panel, 'Now it is not.');
    await sandbox.until(() => standingsOf(town)[0] === '1 answered');
    await saidIn(town, onlyAma(town).thread_id!, 'Now it is not.');
  },
);

amaTest('a channel that disappears takes no question with it, and the team is told', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const { announcement, panel } = await announced(town, { queue: 'open' });
  await ask(askers[0]!, announcement, 'Why is it so dark?');
  await pressId(owner, await panelSays(town, title, 'Why is it so dark?'), 'ama-panel', 'start');
  await panelSays(town, title, 'Live');
  expect((await owner.api('DELETE', `/channels/${general}`)).status).toBe(200);
  await saidIn(town, 'staff', 'The channel of');
  expect(standingsOf(town)).toEqual(['1 approved']);
  // It can still be answered, closed and read.
  const where = { channel: 'polls' };
  const shown = owner.look(panel) ? panel : await panelSays(town, title, 'Live');
  await putOnAir(owner, shown);
  await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Now it is not.');
  expect(standingsOf(town)).toEqual(['1 answered']);
  const { end_at } = onlyAma(town);
  await town.later(end_at + MINUTE - sandbox.clock.now());
  await sandbox.until(() => onlyAma(town).status === 'closing');
  await town.later(3 * MINUTE);
  await sandbox.until(() => onlyAma(town).status === 'closed');
  expect((await askers[0]!.slash('ama mine', { ama: '1' }, where)).text).toContain('answered');
  expect((await askers[1]!.slash('ama questions', { ama: '1' }, where)).text).toContain('Why is it so dark?');
});

amaTest(
  'an AMA that is announced elsewhere leaves a way behind it, and nothing to press in the old place',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const { announcement } = await announced(town, { queue: 'open' });
    await ask(askers[0]!, announcement, 'Why is it so dark?');
    await sandbox.until(() => standingsOf(town)[0] === '1 approved');

    const draft = (await owner.slash('ama edit', { ama: title })).reply!;
    await owner.choose(draft, 'Announce it somewhere else', [SMALL.channels.polls]);
    await owner.press(draft, 'Save');
    const there = await messageWith(town, 'polls', (one) => offers(one, 'ama-browse', 'card'));
    expect(textOf(there)).toContain('1 question');
    await saidIn(town, 'general', 'It moved to');
    const old = owner.look(announcement)!;
    expect(textOf(old)).toContain(`<#${SMALL.channels.polls}>`);
    expect(offers(old, 'ama-ask')).toBe(false);
    await sandbox.until(() => onlyAma(town).message_id === there.id);
    // Questions go on coming in, in the new place.
    await ask(askers[1]!, there, 'And this one?');
    await sandbox.until(() => standingsOf(town).length === 2);
    await messageWith(town, 'polls', (one) => textOf(one).includes('2 questions'));
    expect(town.owner.messages('polls').filter((one) => offers(one, 'ama-browse', 'card'))).toHaveLength(1);
  },
);
