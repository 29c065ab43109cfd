import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import {
  eventsOf,
  type IdeaStage,
  ideasOf,
  ideaTest,
  staffNotes,
  supportersOf,
} from '../support/idea-stage.ts';
import {
  cardCalled,
  caseOf,
  draftIdea,
  fillIn,
  mergeIdeas,
  panelOf,
  postDraft,
  postsOf,
  pressId,
  reads,
  score,
  submitIdea,
  support,
  told,
} from '../support/ideas.ts';

const callbacks = ({ sandbox }: IdeaStage) =>
  sandbox.sent('POST').filter(({ route }) => route.endsWith('/callback')).length;

const counts = ({ stored }: IdeaStage) =>
  ['ideas', 'idea_merges', 'idea_scores', 'idea_supporters', 'idea_followers', 'idea_drafts', 'idea_reports']
    .filter((table) => stored.all(`SELECT 1 FROM sqlite_master WHERE name = '${table}'`).length > 0)
    .map((table) => [table, stored.all(`SELECT * FROM ${table}`).length]);

/** Everything that is decided about ideas, without the clockwork of what was shown. */
const decided = (town: IdeaStage) => ({
  ideas: ideasOf(town),
  counts: counts(town),
  supporters: [1, 2].map((id) => supportersOf(town, id)),
  events: [1, 2].map((id) => eventsOf(town, id)),
  cases: town.stored.all('SELECT id, idea_id, closed_at FROM idea_cases'),
});

/** The life of two ideas, each press of which the gateway delivers twice where `twice` is told. */
async function live(town: IdeaStage, twice: () => void): Promise<{ card: APIMessage; second: APIMessage }> {
  const { sandbox, owner, admin, moderator, member, other, german, newcomer } = town;
  const preview = await draftIdea(member, { title: 'Cold brew in bottles' });
  twice();
  expect((await postDraft(member, preview)).result).toBe('success');
  const card = await cardCalled(town, 'Cold brew in bottles');
  const second = await submitIdea(town, other, { title: 'Lamps above the tables' });
  for (const person of [other, german, newcomer, moderator]) {
    twice();
    expect((await support(person, card)).result).toBe('success');
  }
  await support(german, second);

  const report = await pressId(newcomer, await panelOf(newcomer, second), 'idea-open', 'report');
  twice();
  await fillIn(newcomer, report, 'An advert.');
  const review = await caseOf(town, 'Cold brew');
  await score(owner, review);
  await score(admin, review);
  const opened = await pressId(owner, await panelOf(owner, card), 'idea-decide', 'planned');
  twice();
  await fillIn(owner, opened, 'We do it.');
  const asked = await admin.slash('idea merge', { idea: '2', into: '1' });
  twice();
  await pressId(admin, asked.reply!, 'idea-merge-now');
  await sandbox.until(() => ideasOf(town)[1]?.status === 'merged');
  await told(town, 'staff', 'merged');
  return { card, second };
}

ideaTest(
  'presses delivered twice, and all of them once more after a restart: each has its one effect',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, newcomer, owner } = town;
    const delivered: WorldEvent[] = [];
    sandbox.world.subscribe((event) => {
      if (event.t === 'INTERACTION_CREATE' && event.only === 'bot') delivered.push(event);
    });
    expect(ideasOf(town)).toEqual([]);
    const { card, second } = await live(town, () =>
      sandbox.gateway.faults.inject({ kind: 'duplicate-next', count: 1 }),
    );
    await reads(town, card, 'Planned');
    await reads(town, second, 'It lives on in');
    const before = decided(town);
    expect(before.ideas.map(({ status, supporters }) => [status, supporters])).toEqual([
      ['planned', 4],
      ['merged', 1],
    ]);
    expect(postsOf(town)).toHaveLength(2);
    expect(staffNotes(town, 'Reported:')).toHaveLength(1);
    expect(before.events[0]?.filter((kind) => kind === 'submitted')).toHaveLength(1);
    expect(town.stored.all('SELECT id FROM idea_merges')).toHaveLength(1);

    // A new process remembers no ids; the store does.
    await town.restart();
    const answered = callbacks(town);
    const replayed = [...delivered];
    for (const event of replayed) sandbox.world.emit(event);
    await sandbox.until(() => callbacks(town) >= answered + replayed.length, 20_000);
    expect(decided(town)).toEqual(before);
    await town.later(61_000);
    expect(postsOf(town)).toHaveLength(2);
    expect(staffNotes(town, 'Reported:')).toHaveLength(1);

    // Buttons of before still work.
    expect((await pressId(newcomer, card, 'idea-details')).text).toContain('Cold brew in bottles');
    const panel = await panelOf(owner, second);
    await pressId(owner, panel, 'idea-panel', 'undo-merge');
    await reads(town, second, '1 of 2 needed');
    expect((await support(newcomer, second)).result).toBe('success');
    expect(supportersOf(town, 2)).toHaveLength(2);
    expect((await mergeIdeas(newcomer, '1', '2')).text).toContain('Only the team');
  },
);
