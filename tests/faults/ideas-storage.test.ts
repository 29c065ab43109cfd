import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import { crowd, loadOf, sleep } from '../support/faults.ts';
import { holdFile, watchConnections } from '../support/full-disk.ts';
import { type IdeaStage, ideasOf, ideaTest, supportersOf } from '../support/idea-stage.ts';
import { cardCalled, draftIdea, ideasSeed, postDraft, reads, submitIdea } from '../support/ideas.ts';
import { buttonsOf, textOf } from '../support/messages.ts';

/** The guild with ideas and so many more people. */
function crowded(count: number): { seed: CommunitySeed; ids: string[] } {
  const { seed, ids } = crowd(count);
  const ideas = ideasSeed();
  const known = new Set(ids);
  const [guild] = ideas.guilds;
  guild!.members.push(...seed.guilds[0]!.members.filter(({ user_id }) => known.has(user_id)));
  ideas.users.push(...seed.users.filter(({ id }) => known.has(id)));
  return { seed: ideas, ids };
}

interface Pressed {
  userId: string;
  result: string;
  words: string;
}

/** One press of Support, and what its presser reads. */
async function press({ sandbox }: IdeaStage, userId: string, card: APIMessage): Promise<Pressed> {
  const { customId = '' } = buttonsOf(card).find((one) => one.customId?.startsWith('idea-support:')) ?? {};
  const { result, id } = await sandbox.interact(userId, {
    type: 3,
    channel_id: card.channel_id,
    message_id: card.id,
    data: { component_type: 2, custom_id: customId },
  });
  const { world } = sandbox;
  const words = () => {
    const [first] = world.interactions.byId.get(id)?.messageIds ?? [];
    return textOf(first === undefined ? undefined : world.ephemerals.get(first)?.message);
  };
  // Where the press was only deferred, the words come afterwards.
  if (result === 'success') await sandbox.until(() => words() !== '', 30_000).catch(() => {});
  return { userId, result, words: words() };
}

const kept = (outcomes: readonly Pressed[]): string[] =>
  outcomes
    .filter(({ words }) => words.includes('You support'))
    .map(({ userId }) => userId)
    .sort();
const turnedAway = (outcomes: readonly Pressed[]): Pressed[] =>
  outcomes.filter(({ words }) => words.includes('could not be saved'));

ideaTest(
  'a file that another program holds for 2 s costs nobody their support or their idea',
  async ({ begin }) => {
    const { seed, ids } = crowded(300);
    const town = await begin({ seed });
    const { member, other, config } = town;
    const card = await submitIdea(town, member);
    expect(supportersOf(town)).toEqual([]);
    const preview = await draftIdea(other, { title: 'Lamps above the tables' });
    const released = holdFile(config.databasePath, 2_000);
    const posting = postDraft(other, preview);
    const load = loadOf(ids[Symbol.iterator](), (id) => press(town, id, card));
    await released;
    await sleep(200);
    const outcomes = await load.stop();
    expect(outcomes.length).toBeGreaterThan(30);
    expect(kept(outcomes)).toHaveLength(outcomes.length);
    expect(supportersOf(town)).toEqual(kept(outcomes));
    expect((await posting).result).toBe('success');
    await cardCalled(town, 'Lamps above the tables');
    await reads(town, card, `${outcomes.length} supporters`);
  },
);

ideaTest(
  'a file that is held for long: supports and ideas are refused kindly, nothing is half written, and it recovers',
  async ({ begin }) => {
    const { seed, ids } = crowded(700);
    const town = await begin({ seed });
    const { member, other, config } = town;
    const card = await submitIdea(town, member);
    const preview = await draftIdea(other, { title: 'Lamps above the tables' });
    const opened = await town.german.slash('idea submit');
    const released = holdFile(config.databasePath, 5_000);
    const load = loadOf(ids[Symbol.iterator](), (id) => press(town, id, card));
    const [posted, typed] = await Promise.all([
      postDraft(other, preview),
      town.german.submitModal(opened.modal, { title: 'Kept words', body: 'All that I typed.' }),
    ]);
    await released;
    const outcomes = await load.stop();
    const refused = turnedAway(outcomes);
    expect(refused.length).toBeGreaterThan(0);
    expect(kept(outcomes).length + refused.length).toBe(outcomes.length);
    expect(supportersOf(town)).toEqual(kept(outcomes));
    expect(posted.result).toBe('success');
    expect(typed.result).toBe('success');

    // What was refused can be done again, and is done once.
    if (ideasOf(town).length < 2) expect((await postDraft(other, preview)).result).toBe('success');
    await cardCalled(town, 'Lamps above the tables');
    expect(ideasOf(town).map(({ title }) => title)).toEqual(['A winter roast', 'Lamps above the tables']);
    const again = await press(town, refused[0]!.userId, card);
    expect(again.words).toContain('You support');
    expect(supportersOf(town)).toHaveLength(kept(outcomes).length + 1);
    await reads(town, card, `${kept(outcomes).length + 1} supporters`);
  },
);

ideaTest(
  'a full disk: whoever is told that it is kept is kept, whoever is not is told, and it recovers by itself',
  async ({ begin }) => {
    const watch = watchConnections();
    const { seed, ids } = crowded(900);
    const town = await begin({ seed });
    watch.stop();
    const { member, other, newcomer, config } = town;
    const own = watch.of(config.databasePath);
    const card = await submitIdea(town, member);
    const preview = await draftIdea(other, { title: 'Lamps above the tables', body: 'L'.repeat(1_500) });
    const pages = Number(own.pragma('page_count', { simple: true }));
    own.pragma(`max_page_count = ${pages + 4}`);
    const outcomes: Pressed[] = [];
    for (let from = 0; from < 800 && turnedAway(outcomes).length === 0; from += 50) {
      outcomes.push(...(await Promise.all(ids.slice(from, from + 50).map((id) => press(town, id, card)))));
    }
    const refused = turnedAway(outcomes);
    expect(kept(outcomes).length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(kept(outcomes).length + refused.length).toBe(outcomes.length);
    expect(supportersOf(town)).toEqual(kept(outcomes));
    expect(ideasOf(town)[0]?.supporters).toBe(kept(outcomes).length);
    // What is typed needs more room than a press; the form is gone, so the words come back with the refusal.
    const before = town.stored.all('SELECT id FROM idea_drafts').length;
    const body = 'All that I typed. '.repeat(80);
    let previews = 0;
    let words = '';
    for (let tries = 0; tries < 40 && !words.includes('could not be saved'); tries += 1) {
      const opened = await newcomer.slash('idea submit');
      words = (await newcomer.submitModal(opened.modal, { title: `Lamps ${tries}`, body })).text;
      if (!words.includes('could not be saved')) previews += 1;
    }
    expect(words).toContain('could not be saved');
    expect(words).toContain('Lamps ');
    expect(words).toContain('All that I typed. All that I typed.');
    expect(town.stored.all('SELECT id FROM idea_drafts')).toHaveLength(before + previews);

    own.pragma('max_page_count = 1000000');
    expect((await postDraft(other, preview)).text).not.toContain('could not be saved');
    await cardCalled(town, 'Lamps above the tables');
    const late = await Promise.all(ids.slice(-50).map((id) => press(town, id, card)));
    expect(kept(late)).toHaveLength(50);
    expect(supportersOf(town)).toHaveLength(kept(outcomes).length + 50);
    await reads(town, card, `${kept(outcomes).length + 50} supporters`);
  },
);
