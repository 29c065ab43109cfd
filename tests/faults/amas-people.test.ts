import { expect } from 'vitest';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import {
  type AmaStage,
  amasOf,
  amaTest,
  clockFrom,
  onlyAma,
  questionsOf,
  standingsOf,
  trailOf,
} from '../support/ama-stage.ts';
import {
  amaForm,
  ask,
  countIn,
  createAma,
  draftAma,
  fill,
  messageWith,
  nameStaff,
  openQuestion,
  panelSays,
  putOnAir,
  queueSays,
  saidIn,
  threadOf,
} from '../support/amas.ts';
import { offers, pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { title } = amaForm;
const MINUTE = 60_000;

/** An AMA that runs, with these questions let in. */
async function live(town: AmaStage, texts: readonly string[] = ['Why is it so dark?']) {
  const { owner, other, askers } = town;
  const open = await createAma(town, owner, { guests: [other.id] }, { queue: 'open' });
  for (const [index, text] of texts.entries()) await ask(askers[index]!, open.announcement, text);
  await pressId(owner, await panelSays(town, title, texts.at(-1)!), 'ama-panel', 'start');
  return { ...open, panel: await panelSays(town, title, 'Live') };
}

amaTest('a guest who is taken off the list loses their rights at once', async ({ begin }) => {
  const town = await begin();
  const { owner, other, sandbox } = town;
  await live(town);
  const copy = (await other.slash('ama panel')).reply!;
  const card = await openQuestion(other, copy, 'Why is it so dark?');
  const opened = await pressId(other, card, 'ama-run', 'answer');
  expect(opened.modal).toBeDefined();
  const before = standingsOf(town);

  const { modal, reply } = await owner.slash('ama edit', { ama: '1' });
  const edited = modal ? await owner.submitModal(modal, { guests: [] }) : undefined;
  const preview = edited?.reply ?? reply!;
  if (!modal) {
    const form = await pressId(owner, preview, 'ama-draft', 'edit');
    await owner.submitModal(form.modal, { guests: [] });
  }
  expect((await pressId(owner, preview, 'ama-draft', 'publish')).text).toContain('Saved');

  // What was open before: the form, the copy of the panel, the card.
  const refusal = 'for the host and the guests';
  expect((await other.submitModal(opened.modal, { text: 'Mine!' })).text).toContain(refusal);
  expect((await putOnAir(other, copy)).text).toContain(refusal);
  expect((await pressId(other, card, 'ama-run', 'park')).text).toContain(refusal);
  expect((await other.slash('ama panel', { ama: '1' })).text).toContain(refusal);
  expect(standingsOf(town)).toEqual(before);
  expect(trailOf(town)).not.toContain('answered');
  await sandbox.until(() => amasOf(town)[0]!.status === 'live');
});

amaTest(
  'two moderators on one question in the same second: one decides, the other is told',
  async ({ begin }) => {
    const town = await begin();
    await nameStaff(town);
    const { owner, admin, moderator, member } = town;
    const { announcement } = await createAma(town, owner);
    await ask(member, announcement, 'Why is it so dark?');
    const queue = await queueSays(town, title, 'Why is it so dark?');
    const cards = await Promise.all(
      [admin, moderator].map(async (person) => (await pressId(person, queue, 'ama-review')).reply!),
    );
    expect(standingsOf(town)).toEqual(['1 pending']);
    const declines = await pressId(moderator, cards[1]!, 'ama-moderate', 'decline');
    const [first, second] = await Promise.all([
      pressId(admin, cards[0]!, 'ama-moderate', 'approve'),
      moderator.submitModal(declines.modal, { reason: 'unclear', text: '' }),
    ]);
    const status = standingsOf(town);
    const said = [first.text, second.text].join('\n');
    // An approved question may be declined; what is not possible is an approval of a declined one.
    expect(['1 approved', '1 declined']).toContain(status[0]);
    expect(said.includes('Somebody was quicker') || trailOf(town).includes('declined')).toBe(true);

    await ask(member, announcement, 'Another one?');
    const again = await queueSays(town, title, 'Another one?');
    const [mine, theirs] = await Promise.all(
      [admin, moderator].map(async (person) => (await pressId(person, again, 'ama-review')).reply!),
    );
    const both = await Promise.all([
      pressId(admin, mine!, 'ama-moderate', 'approve'),
      pressId(moderator, theirs!, 'ama-moderate', 'approve'),
    ]);
    expect(standingsOf(town)[1]).toBe('2 approved');
    expect(both.filter(({ text }) => text.includes('Somebody was quicker'))).toHaveLength(1);
    expect(onlyAma(town).waiting).toBe(0);
  },
);

amaTest('two answers to one question in the same second: one is posted', async ({ begin }) => {
  const town = await begin();
  const { owner, other } = town;
  const { panel } = await live(town);
  await putOnAir(owner, panel);
  const copy = (await other.slash('ama panel')).reply!;
  const shown = await panelSays(town, title, 'Answer in writing');
  const forms = [
    await pressId(owner, shown, 'ama-run', 'answer'),
    await pressId(other, copy, 'ama-run', 'answer'),
  ];
  const both = await Promise.all([
    owner.submitModal(forms[0]!.modal, { text: 'Answer of the host.' }),
    other.submitModal(forms[1]!.modal, { text: 'Answer of the guest.' }),
  ]);
  const late = both.filter(({ text }) => text.includes('Somebody was quicker'));
  expect(late).toHaveLength(1);
  // Nobody types for nothing.
  expect(late[0]!.text).toMatch(/Answer of the (host|guest)\./u);
  const thread = await threadOf(town, title);
  await saidIn(town, thread, 'Answer of the');
  await town.later(15_000);
  expect(countIn(town, thread, 'Answer of the')).toBe(1);
  expect(trailOf(town).filter((kind) => kind === 'answered')).toHaveLength(1);
});

amaTest(
  'an asker who leaves: the question is answered all the same, and nothing is stuck',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const { panel } = await live(town);
    const { status } = await owner.api(
      'DELETE',
      `/guilds/${[...sandbox.world.guilds.keys()][0]}/members/${askers[0]!.id}`,
    );
    expect(status).toBe(204);
    await putOnAir(owner, panel);
    const shown = await panelSays(town, title, 'Answer in writing');
    expect((await fill(owner, shown, ['ama-run', 'answer'], { text: 'It is not.' })).text).toContain(
      'answered',
    );
    await saidIn(town, await threadOf(town, title), 'It is not.');
    await town.later(60_000);
    await sandbox.until(() => questionsOf(town)[0]!.answer_message_id);
    const jobs = town.stored.jobs().filter(({ kind, status: at }) => kind === 'ama.notify' && at === 'dead');
    expect(jobs).toEqual([]);
  },
);

amaTest('a question that is made clearer while it is on air changes on the card', async ({ begin }) => {
  const town = await begin();
  const { owner, sandbox } = town;
  const { panel } = await live(town, ['wy drk']);
  const card = await openQuestion(owner, panel, 'wy drk');
  await putOnAir(owner, panel);
  const air = await messageWith(
    town,
    'general',
    (one) => textOf(one).includes('wy drk') && offers(one, 'ama-browse'),
  );
  await fill(owner, card, ['ama-moderate', 'edit'], { text: 'Why is it dark?' });
  await town.later(11_000);
  await sandbox.until(() => textOf(owner.look(air)).includes('Why is it dark?'), 15_000);
  expect(textOf(owner.look(air))).not.toContain('wy drk');
  expect(standingsOf(town)).toEqual(['1 on-air']);
  expect(countIn(town, 'general', 'Why is it dark?')).toBe(1);
});

amaTest('double presses and replays count once', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const dispatched: WorldEvent[] = [];
  sandbox.world.subscribe((event) => {
    if (event.t === 'INTERACTION_CREATE' && event.only === 'bot') dispatched.push(event);
  });
  const preview = await draftAma(owner, {}, { queue: 'open' });
  await Promise.all([
    pressId(owner, preview, 'ama-draft', 'publish'),
    pressId(owner, preview, 'ama-draft', 'publish'),
  ]);
  expect(amasOf(town)).toHaveLength(1);
  const announcement = await messageWith(town, 'general', (one) => offers(one, 'ama-remind'));
  const panel = await panelSays(town, title, 'Starts');
  await ask(askers[0]!, announcement, 'Why is it so dark?');
  const list = (await pressId(askers[1]!, announcement, 'ama-browse')).reply!;
  await Promise.all([
    pressId(askers[1]!, list, 'ama-support', 'list'),
    pressId(askers[1]!, list, 'ama-support', 'list'),
  ]);
  expect(questionsOf(town)[0]!.supports).toBe(1);
  await Promise.all([
    pressId(owner, panel, 'ama-panel', 'start'),
    pressId(owner, panel, 'ama-panel', 'start'),
  ]);
  const before = { standings: standingsOf(town), trail: trailOf(town), ama: onlyAma(town) };
  expect(before.trail.filter((kind) => kind === 'started')).toHaveLength(1);
  expect(before.trail.filter((kind) => kind === 'created')).toHaveLength(1);

  // Everything once more, as a gateway that resumes may deliver it.
  for (const event of dispatched.slice()) sandbox.world.emit(event);
  await town.later(3_000);
  expect(standingsOf(town)).toEqual(before.standings);
  expect(trailOf(town)).toEqual(before.trail);
  expect(onlyAma(town)).toMatchObject({ questions: 1, supports: 1, status: 'live' });
  expect(countIn(town, 'general', 'Remind me')).toBeLessThanOrEqual(1);
  expect(countIn(town, 'staff', 'Running Ask our roaster')).toBe(1);
});

amaTest(
  'a start in the past, and an end that is none: said, with everything that was typed',
  async ({ begin }) => {
    const town = await begin();
    const { owner } = town;
    const cases = [
      [{ starts: '2020-01-01 18:00' }, 'is in the past'],
      [{ starts: 'whenever' }, 'did not understand the start'],
      [{ starts: 'in 1 hour', ends: '0 minutes' }, /did not understand the end|at least|has to come after/u],
      [{ starts: 'in 400 days' }, 'at most 180 days'],
      [{ starts: 'in 1 hour', ends: '30 days' }, 'at most 7 days'],
    ] as const;
    for (const [form, words] of cases) {
      const { modal } = await owner.slash('ama create', {
        'staff-channel': town.sandbox.channel('staff').id,
      });
      const { text } = await owner.submitModal(modal, { ...amaForm, ...form });
      expect(text).toMatch(words);
      expect(text).toContain('Ask our roaster');
    }
    expect(amasOf(town)).toEqual([]);
    expect(town.stored.all('SELECT * FROM ama_drafts')).toEqual([]);
  },
);

amaTest('across the start of summer time an AMA of 3 hours takes 3 hours', async ({ begin }) => {
  const town = await begin({ clock: clockFrom(Date.UTC(2027, 2, 1, 12)) });
  const { owner, admin, sandbox } = town;
  const { reply } = await admin.slash('setup');
  const zone = await admin.press(reply!, 'Another time zone');
  await admin.submitModal(zone.modal, { zone: 'Europe/Berlin' });
  // 2027-03-28: at 2:00 it is 3:00.
  await createAma(town, owner, { starts: '2027-03-28 01:30', ends: '3 hours' });
  const ama = onlyAma(town);
  expect(new Date(ama.start_at).toISOString()).toBe('2027-03-28T00:30:00.000Z');
  expect(ama.end_at - ama.start_at).toBe(180 * MINUTE);
  await town.later(ama.start_at + 1_000 - sandbox.clock.now());
  await sandbox.until(() => onlyAma(town).status === 'live');
});
