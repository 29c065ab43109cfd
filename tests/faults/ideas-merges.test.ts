import { expect } from 'vitest';
import { eventsOf, type IdeaStage, ideasOf, ideaTest, supportersOf } from '../support/idea-stage.ts';
import { caseOf, fillIn, panelOf, pressId, reads, score, submitIdea, support } from '../support/ideas.ts';
import type { PersonaDriver } from '../support/persona.ts';

/** Two ideas with a supporter each. */
async function two(town: IdeaStage) {
  const { member, other, german, newcomer } = town;
  const first = await submitIdea(town, member, { title: 'Cold brew in bottles' });
  const second = await submitIdea(town, other, { title: 'Lamps above the tables' });
  await support(german, first);
  await support(newcomer, second);
  return { first, second };
}

/** Questions of a merge, answered in the same moment. */
async function together(...asked: [PersonaDriver, string, string][]) {
  const questions = await Promise.all(
    asked.map(async ([person, idea, into]) => ({
      person,
      shown: await person.slash('idea merge', { idea, into }),
    })),
  );
  return Promise.all(questions.map(({ person, shown }) => pressId(person, shown.reply!, 'idea-merge-now')));
}

ideaTest(
  'merged crosswise in the same second: one merge stands, the other is told why not',
  async ({ begin }) => {
    const town = await begin();
    const { admin, owner, german, newcomer } = town;
    const { second } = await two(town);
    expect(ideasOf(town)).toMatchObject([
      { status: 'gathering', supporters: 1 },
      { status: 'gathering', supporters: 1 },
    ]);
    const answers = await together([admin, '1', '2'], [owner, '2', '1']);
    expect(answers.map(({ result }) => result)).toEqual(['success', 'success']);
    const refused = answers.filter(({ text }) => !text.includes('Merged.'));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.text).toContain('Merged');
    expect(town.stored.all('SELECT id FROM idea_merges')).toHaveLength(1);
    const merged = ideasOf(town).filter(({ status }) => status === 'merged');
    const kept = ideasOf(town).find(({ status }) => status === 'gathering');
    expect(merged).toHaveLength(1);
    expect(merged[0]?.merged_into).toBe(kept?.id);
    expect(kept?.supporters).toBe(2);
    expect(supportersOf(town, kept?.id)).toEqual([german.id, newcomer.id].sort());
    expect(second).toBeDefined();
  },
);

ideaTest(
  'an idea merged into one that is being merged itself: one of the two stands, and undoing it frees everybody',
  async ({ begin }) => {
    const town = await begin({ steps: '70% in 60 days' });
    const { admin, owner, moderator } = town;
    await two(town);
    await submitIdea(town, moderator, { title: 'A third thing' });
    const before = [1, 2, 3].map((id) => supportersOf(town, id));
    const answers = await together([admin, '1', '2'], [owner, '2', '3']);
    expect(answers.map(({ result }) => result)).toEqual(['success', 'success']);
    const merges = town.stored.all<{ source_id: number; target_id: number }>(
      'SELECT source_id, target_id FROM idea_merges ORDER BY id',
    );
    const told = answers.filter(({ text }) => text.includes('Merged.'));
    expect(told).toHaveLength(merges.length);
    expect(merges.length).toBeGreaterThan(0);
    // Nobody points at nothing, and nobody is counted twice.
    for (const { id, supporters } of ideasOf(town)) {
      expect(supportersOf(town, id).length).toBeGreaterThanOrEqual(0);
      const unmerged = ideasOf(town).find((idea) => idea.id === id && idea.status !== 'merged');
      if (unmerged) expect(supportersOf(town, id)).toHaveLength(supporters);
    }
    for (const { source_id } of merges.toReversed()) {
      const panel = await admin.slash('idea show', { idea: String(source_id) });
      await pressId(admin, panel.reply!, 'idea-panel', 'undo-merge');
    }
    expect([1, 2, 3].map((id) => supportersOf(town, id))).toEqual(before);
    expect(ideasOf(town).map(({ status }) => status)).toEqual(['gathering', 'gathering', 'gathering']);
  },
);

ideaTest(
  'decided and merged in the same second: one of the two stands, the other is told',
  async ({ begin }) => {
    const town = await begin();
    const { admin, owner, moderator, newcomer, other } = town;
    const { first } = await two(town);
    for (const person of [other, newcomer, moderator]) await support(person, first);
    const review = await caseOf(town, 'Cold brew');
    await score(owner, review);
    await score(admin, review);
    expect(ideasOf(town)[0]).toMatchObject({ status: 'in-review', supporters: 4 });
    const opened = await pressId(owner, await panelOf(owner, first), 'idea-decide', 'planned');
    const asked = await admin.slash('idea merge', { idea: '1', into: '2' });
    const [decided, merged] = await Promise.all([
      fillIn(owner, opened, 'We do it.'),
      pressId(admin, asked.reply!, 'idea-merge-now'),
    ]);
    expect([decided.result, merged.result]).toEqual(['success', 'success']);
    const now = ideasOf(town)[0]!;
    const merges = town.stored.all('SELECT id FROM idea_merges');
    const events = eventsOf(town);
    expect(['planned', 'merged']).toContain(now.status);
    if (now.status === 'planned') {
      expect(merges).toEqual([]);
      expect(events).not.toContain('merged');
      expect(merged.text).not.toContain('Merged.');
      expect(merged.text).toContain('Planned');
    } else {
      expect(merges).toHaveLength(1);
      // Decided before it was merged, or refused.
      expect(decided.text.includes('Merged') || events.indexOf('decided') < events.indexOf('merged')).toBe(
        true,
      );
    }
    expect(supportersOf(town)).toHaveLength(4);
    await reads(town, first, now.status === 'planned' ? 'Planned' : 'It lives on in');
  },
);
