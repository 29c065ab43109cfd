import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import * as publicIds from '../../src/features/amas/custom-ids.ts';
import * as privateIds from '../../src/features/amas/private-custom-ids.ts';
import { type AmaStage, amasOf, amaTest, decisionsOf, questionsOf, trailOf } from '../support/ama-stage.ts';
import {
  amaForm,
  amasSeed,
  answer,
  ask,
  closeAma,
  createAma,
  fill,
  messageWith,
  openQuestion,
  panelSays,
  queueSays,
  saidIn,
  threadOf,
} from '../support/amas.ts';
import { everythingSaid } from '../support/faults.ts';
import { ELSEWHERE, forge, twoGuilds } from '../support/forge.ts';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { title } = amaForm;
const MINUTE = 60_000;

/** The small guild, and another one with the same people. */
const seeds = () => {
  const seed = amasSeed();
  return { ...seed, guilds: [...seed.guilds, twoGuilds().guilds[1]!] };
};

/** Every control of AMAs with every value of its choices, for these rows. */
function everyControl(rows: readonly number[]): string[] {
  const all = [...Object.values(publicIds), ...Object.values(privateIds)].flatMap((one) =>
    typeof one === 'object' && 'build' in one ? [`${one.name}:v${one.version}`] : [],
  );
  const acts = [
    ...publicIds.runActions,
    ...privateIds.moderations,
    ...privateIds.formNames,
    ...publicIds.panelActions,
    ...privateIds.switches,
    'publish',
    'withdraw',
    'csv',
    'list',
  ];
  return all.flatMap((name) =>
    rows.flatMap((row) => [
      `${name}:${row}`,
      ...acts.flatMap((act) => [`${name}:${row}:${act}`, `${name}:${row}:${act}:card`]),
    ]),
  );
}

const texts = ['text', 'reason', 'title', 'number'].map((custom_id) => ({
  type: 18,
  component: { type: 4, custom_id, value: 'forged' },
}));

amaTest(
  '1,000 forged ids from another server change nothing and read nothing',
  async ({ begin }) => {
    const town = await begin({ seed: seeds() });
    const { owner, askers, sandbox } = town;
    const { announcement } = await createAma(town, owner);
    await ask(askers[0]!, announcement, 'A secret question?', { name: 'unnamed' });
    await queueSays(town, title, 'A secret question?');
    await town.later(3_000);
    const before = decisionsOf(town);
    expect(questionsOf(town)).toHaveLength(1);
    const ids = everyControl([1, 2, 999_999]);
    const forged = Array.from({ length: 1_000 }, (_, index) => ids[(index * 7) % ids.length]!);
    const read: string[] = [];
    const silent: string[] = [];
    for (let from = 0; from < forged.length; from += 25) {
      const group = forged.slice(from, from + 25).flatMap((custom_id) =>
        [3, 5].map(async (type) => {
          const data = type === 3 ? { custom_id, component_type: 2 } : { custom_id, components: texts };
          const kind = type as 3 | 5;
          const act = { userId: owner.id, channelId: ELSEWHERE.channel, type: kind, data };
          const { result, words, modal } = await forge(sandbox, act);
          if (result !== 'success') silent.push(`${type} ${custom_id} ${result}`);
          const all = `${words} ${JSON.stringify(modal ?? '')}`;
          if (/secret|Ask our roaster/u.test(all) || all.includes(askers[0]!.id))
            read.push(`${custom_id}: ${all}`);
        }),
      );
      await Promise.all(group);
    }
    expect(read).toEqual([]);
    expect(silent).toEqual([]);
    expect(decisionsOf(town)).toBe(before);
  },
  120_000,
);

amaTest('a member can do nothing of what the team does, with the right ids', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox, member } = town;
  const { announcement } = await createAma(town, owner);
  await ask(askers[0]!, announcement, 'A secret question?', { name: 'unnamed' });
  await queueSays(town, title, 'A secret question?');
  await town.later(3_000);
  const before = decisionsOf(town);
  const runs = publicIds.runActions.flatMap((action) =>
    publicIds.runPlaces.map((at) => publicIds.runId.build({ question: 1, action, at })),
  );
  const moderates = privateIds.moderations.map((action) =>
    privateIds.moderateId.build({ question: 1, action, at: 'card' }),
  );
  const panels = publicIds.panelActions.map((action) =>
    publicIds.panelId.build({ ama: 1, action, at: 'guest' }),
  );
  const others = [
    publicIds.reviewId.build({ ama: 1 }),
    privateIds.closeNowId.build({ ama: 1 }),
    privateIds.trailId.build({ ama: 1, page: 0, turn: 'on' }),
    privateIds.fileId.build({ ama: 1, as: 'csv' }),
    privateIds.nextUpId.build({ ama: 1, page: 0, turn: 'on' }),
    privateIds.ownId.build({ question: 1, action: 'withdraw' }),
    publicIds.questionId.build({ question: 1, on: 'air', event: 0 }),
    privateIds.draftActionId.build({ draft: 1, action: 'publish' }),
    privateIds.draftActionId.build({ draft: 1, action: 'cancel' }),
  ];
  const forms = [
    ...privateIds.formNames.map((what) => privateIds.formId.build({ question: 1, what, at: 'card' })),
    privateIds.cancelFormId.build({ ama: 1 }),
    privateIds.draftFormId.build({ draft: 1 }),
  ];
  const odd: string[] = [];
  for (const [type, list] of [
    [3, [...runs, ...moderates, ...panels, ...others]],
    [5, forms],
  ] as const) {
    for (const custom_id of list) {
      const data = type === 3 ? { custom_id, component_type: 2 } : { custom_id, components: texts };
      const channelId = announcement.channel_id;
      const { result, words, modal } = await forge(sandbox, { userId: member.id, channelId, type, data });
      const leaks = /secret/u.test(words) || modal !== undefined;
      // A file is only promised at first.
      const mute = words === '' && !custom_id.startsWith('ama-file');
      if (result !== 'success' || leaks || mute) odd.push(`${custom_id} ${result} ${words}`);
    }
  }
  expect(odd).toEqual([]);
  expect(decisionsOf(town)).toBe(before);
  const files = [...sandbox.world.ephemerals.values()].filter(
    ({ userId, message }) => userId === member.id && message.attachments.length > 0,
  );
  expect(files).toEqual([]);
});

const hostile = '@everyone <@&1> `` ``` ||x|| [a](javascript:x) # ## \u202Egnp.exe **\n> q <t:1:R> =1+1';

amaTest('hostile text in every field pings nobody, breaks nothing and forges nothing', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const name = `Odd ${hostile}`.slice(0, 85);
  await draftPublish(town, name);
  const announcement = await messageWith(town, 'general', (one) => textOf(one).includes('Remind me'));
  expect((await ask(askers[0]!, announcement, `Q1 ${hostile}`)).text).toContain('number **1**');
  expect((await ask(askers[1]!, announcement, `Q2 ${hostile}`)).text).toContain('number **2**');
  const panel = await messageWith(town, 'staff', (one) => textOf(one).includes('Start now'));
  await sandbox.until(() => textOf(owner.look(panel)).includes('Q2'), 15_000);
  const card = await openQuestion(owner, panel, 'Q1');
  await fill(owner, card, ['ama-moderate', 'tag'], { text: hostile.slice(0, 30) });
  await fill(owner, card, ['ama-moderate', 'edit'], { text: `Q1 edited ${hostile}` });
  await fill(owner, card, ['ama-run', 'prepare'], { text: `P ${hostile}` });
  await pressId(owner, card, 'ama-run', 'prepared');
  const declined = await openQuestion(owner, panel, 'Q2');
  await fill(owner, declined, ['ama-moderate', 'decline'], { reason: 'other', text: hostile });
  await pressId(owner, panel, 'ama-panel', 'start');
  await sandbox.until(() => textOf(owner.look(panel)).includes('End the AMA'), 15_000);
  await closeAma(owner, panel);
  await town.later(3 * MINUTE);
  await sandbox.until(() => amasOf(town)[0]!.status === 'closed');
  const thread = amasOf(town)[0]!.thread_id!;
  await saidIn(town, thread, 'How fair was it?');
  const posted = [...sandbox.world.channels.values()].flatMap(({ messages }) => messages);
  const loud = posted.filter(
    ({ message }: { message: APIMessage }) => message.mention_everyone || message.mention_roles.length > 0,
  );
  expect(loud).toEqual([]);
  const said = everythingSaid(town);
  for (const text of said) expect(text).not.toContain('\u202E');
  // The answer of the team keeps its markdown, and closes its code block; nothing of what members wrote is a link.
  const ofTeam = /^(?:> )?P @.*$/gmu;
  expect(said.some((text) => /^P @.*\n> q .*\n```/mu.test(text))).toBe(true);
  for (const text of said) expect(text.replaceAll(ofTeam, '')).not.toContain('[a](javascript');
  const csv = await owner.slash('ama export', { ama: '1', as: 'csv' });
  expect(csv.reply!.attachments).toHaveLength(1);
});

async function draftPublish(town: AmaStage, name: string): Promise<void> {
  const { owner, sandbox } = town;
  const { modal } = await owner.slash('ama create', {
    'staff-channel': sandbox.channel('staff').id,
    queue: 'open',
  });
  const { reply } = await owner.submitModal(modal, { ...amaForm, title: name, description: hostile });
  await pressId(owner, reply!, 'ama-draft', 'publish');
}

amaTest('who asks without a name is named nowhere, and looking it up is written down', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const [ghost] = askers;
  const { announcement } = await createAma(town, owner);
  await ask(ghost!, announcement, 'Who am I?', { name: 'unnamed' });
  const queue = await queueSays(town, title, 'Who am I?');
  const review = (await pressId(owner, queue, 'ama-review')).reply!;
  await pressId(owner, review, 'ama-moderate', 'approve');
  await pressId(owner, await panelSays(town, title, 'Who am I?'), 'ama-panel', 'start');
  const panel = await panelSays(town, title, 'Live');
  await pressId(owner, panel, 'ama-run', 'on-air');
  await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Nobody knows.');
  const thread = await threadOf(town, title);
  await saidIn(town, thread, 'Nobody knows.');
  await closeAma(owner, await panelSays(town, title, 'Nothing is on air'));
  await town.later(3 * MINUTE);
  await saidIn(town, thread, 'How fair was it?');
  const csv = await owner.slash('ama export', { ama: '1', as: 'csv' });
  const markdown = await owner.slash('ama export', { ama: '1', as: 'markdown' });
  const files = [csv.reply, markdown.reply, ...owner.messages(thread)].flatMap(
    (one) => one?.attachments ?? [],
  );
  expect(files.length).toBeGreaterThan(2);
  const read = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
  // Replies to the asker alone may name them.
  const others = [...sandbox.world.ephemerals.values()].filter(({ userId }) => userId !== ghost!.id);
  const posted = [...sandbox.world.channels.values()]
    .filter(({ id }) => id !== ghost!.dm())
    .flatMap(({ messages }) => messages);
  const named = (text: string) =>
    text.includes(ghost!.id) || text.includes('asker0') || text.includes('Asker 0');
  expect(read.filter(named)).toEqual([]);
  expect(read.some((text) => text.includes('Who am I?'))).toBe(true);
  expect([...others, ...posted].map(({ message }) => JSON.stringify(message)).filter(named)).toEqual([]);
  expect(town.log()).not.toContain(ghost!.id);
  expect(JSON.stringify(town.stored.all('SELECT * FROM ama_events'))).not.toContain(ghost!.id);

  const answered = (await pressId(owner, announcement, 'ama-browse')).reply!;
  const card = await openQuestion(owner, answered, 'Who am I?');
  await pressId(owner, card, 'ama-moderate', 'asker');
  await pressId(owner, card, 'ama-moderate', 'reveal');
  expect(trailOf(town)).not.toContain('asker-revealed');
  await pressId(owner, card, 'ama-moderate', 'reveal-now');
  expect(textOf(owner.look(card))).toContain(`<@${ghost!.id}>`);
  expect(trailOf(town)).toContain('asker-revealed');
  expect(textOf(await saidIn(town, 'staff', 'looked up who asked'))).not.toContain(ghost!.id);
});
