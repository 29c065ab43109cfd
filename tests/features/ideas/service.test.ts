import { describe, expect, test } from 'vitest';
import type { IdeaActor } from '../../../src/features/ideas/ports.ts';
import { createIdeaRepositories } from '../../../src/features/ideas/repository.ts';
import { createIdeas } from '../../../src/features/ideas/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { fixedClock, openTestDatabase } from '../../support/database.ts';
import {
  ADMIN_ROLE,
  admin,
  DAY,
  GUILD,
  member,
  refusalOf,
  STAFF_ROLE,
  settings,
  staff,
} from './core-harness.ts';

/** Everything put together as the bot does it, with writes as it makes them. */
function whole() {
  const { sqlite, orm, writer } = openTestDatabase();
  const clock = fixedClock();
  const ideas = createIdeas({
    repositories: createIdeaRepositories(sqlite),
    jobs: createJobQueue(createJobRepository(orm)),
    policy: {
      settings: () => ({ ...settings, anonymity: true }),
      mayManage: (_, { roleIds }) => roleIds.includes(STAFF_ROLE),
      mayReveal: (_, { roleIds }) => roleIds.includes(ADMIN_ROLE),
      activity: () => ({ active: 60, days: 28, counted: 'used-hearth' }),
    },
  });
  let interactions = 850000000000000000n;
  const by = (actor: IdeaActor) => ({ guildId: GUILD, actor, now: clock.now() });
  /** Three seconds after the one before: quicker presses of one person are a double press. */
  const next = () => String((interactions += 3_000n << 22n));
  const { service } = ideas;
  const text = { body: 'It stays warm', problem: '', category: undefined };

  return {
    ...ideas,
    clock,
    writer,
    by,
    next,
    async submit(actor: IdeaActor, title: string, anonymous = false): Promise<number> {
      const draft = {
        interactionId: next(),
        text: { ...text, title },
        anonymous,
        creditId: undefined,
        images: [],
      };
      const { id } = (await writer.write(() => service.draft({ ...by(actor), ...draft }))).draft;
      return (await writer.write(() => service.submit({ ...by(actor), draftId: id }))).idea.id;
    },
    press: (ideaId: number, actor: IdeaActor, interactionId = next()) =>
      writer.write(() => service.toggleSupport({ ...by(actor), ideaId, interactionId })),
    decide: (ideaId: number, to: 'planned' | 'declined', actor: IdeaActor) =>
      writer.write(() =>
        service.decide({ ...by(actor), ideaId, from: 'in-review', to, reason: `It is ${to}` }),
      ),
    async reviewed(): Promise<number> {
      const ideaId = await this.submit(member(800), 'A mug with a lid');
      for (let each = 1; each <= 9; each += 1) await this.press(ideaId, member(each));
      const scores = { fit: 4, effort: 2, demand: 5, cost: 1 };
      for (const reviewer of [staff(1), staff(2)]) {
        await writer.write(() => service.score({ ...by(reviewer), ideaId, scores, reason: 'Yes' }));
      }
      return ideaId;
    },
  };
}

describe('ideas put together', () => {
  test('of two moderators who decide at once, in one commit, one is refused and the other one kept', async () => {
    const bot = whole();
    const id = await bot.reviewed();
    expect(bot.service.ideaOf(id)?.status).toBe('in-review');
    const [first, second] = await Promise.allSettled([
      bot.decide(id, 'planned', staff(1)),
      bot.decide(id, 'declined', staff(2)),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'ideas.refusals.wrong-status' } });
    expect(bot.service.ideaOf(id)).toMatchObject({ status: 'planned', reason: 'It is planned' });
    const trail = bot.service.trail({ ...bot.by(staff()), ideaId: id });
    expect(trail.filter(({ kind, actorId }) => kind === 'status' && actorId !== undefined)).toHaveLength(1);
  });

  test('a press that is delivered again after a merge and its undoing changes nothing', async () => {
    const bot = whole();
    const source = await bot.submit(member(801), 'A mug with a lid');
    const target = await bot.submit(member(802), 'A cup that closes');
    const old = bot.next();
    await bot.press(source, member(1), old);
    await bot.press(target, member(1));
    const gone = bot.next();
    await bot.press(target, member(1), gone);
    const merge = await bot.writer.write(() =>
      bot.service.merge({ ...bot.by(staff()), sourceId: source, targetId: target }),
    );
    const moved = await bot.press(target, member(1), gone);
    expect(moved).toMatchObject({ changed: false, supporting: true, viaMerge: { id: merge.id } });
    await bot.writer.write(() => bot.service.undoMerge({ ...bot.by(staff()), mergeId: merge.id }));
    expect(await bot.press(source, member(1), old)).toMatchObject({ changed: false, supporting: true });
    expect(await bot.press(target, member(1), gone)).toMatchObject({ changed: false, supporting: false });
    expect([source, target].map((id) => bot.service.ideaOf(id)?.supporters)).toEqual([1, 0]);
  });

  test('pressing Support where a merge brought somebody takes them away, and undoing does not bring them back', async () => {
    const bot = whole();
    const source = await bot.submit(member(801), 'A mug with a lid');
    const target = await bot.submit(member(802), 'A cup that closes');
    await bot.press(source, member(1));
    const { id: mergeId } = await bot.writer.write(() =>
      bot.service.merge({ ...bot.by(staff()), sourceId: source, targetId: target }),
    );
    await expect(bot.press(source, member(2))).rejects.toMatchObject({
      code: 'ideas.refusals.not-gathering',
    });
    expect(await bot.press(target, member(1))).toMatchObject({ supporting: false, viaMerge: undefined });
    await bot.writer.write(() => bot.service.undoMerge({ ...bot.by(staff()), mergeId }));
    expect(bot.service.ideaOf(target)?.supporters).toBe(0);
    expect(await bot.press(source, member(1))).toMatchObject({ supporting: false, changed: true });
  });

  test('who was blocked through an anonymous idea cannot submit, and nobody was told who it is', async () => {
    const bot = whole();
    const ideaId = await bot.submit(member(801), 'Buy my coins', true);
    const block = (blocked: boolean) =>
      bot.writer.write(() => bot.service.blockAuthor({ ...bot.by(staff()), ideaId, blocked }));
    expect(await block(true)).toBeUndefined();
    await expect(bot.submit(member(801), 'More coins')).rejects.toMatchObject({
      code: 'ideas.refusals.blocked',
    });
    const trail = bot.service.trail({ ...bot.by(staff()), ideaId });
    expect(JSON.stringify(trail)).not.toContain(member(801).userId);
    expect(bot.service.revealAuthor({ ...bot.by(admin), ideaId })).toBe(member(801).userId);
    await block(false);
    expect(await bot.submit(member(801), 'A mug with a lid')).toBeGreaterThan(ideaId);
  });

  test('an idea that expired comes back once and can still be merged and freed', async () => {
    const bot = whole();
    const ideaId = await bot.submit(member(801), 'A mug with a lid');
    const target = await bot.submit(member(802), 'A cup that closes');
    await bot.writer.write(() =>
      bot.service.addUpdate({ ...bot.by(member(801)), ideaId, text: 'Now in blue' }),
    );
    bot.clock.advance(14 * DAY);
    expect(await bot.writer.write(() => bot.work.expireDue(ideaId, bot.clock.now()))).toEqual({
      kind: 'expired',
    });
    const merge = () => bot.service.merge({ ...bot.by(staff()), sourceId: target, targetId: ideaId });
    expect(refusalOf(merge).code).toBe('wrong-status');
    bot.clock.advance(30 * DAY);
    const again = await bot.writer.write(() => bot.service.secondChance({ ...bot.by(member(801)), ideaId }));
    expect(again).toMatchObject({ status: 'gathering', chances: 1, deadline: bot.clock.now() + 14 * DAY });
    const fresh = await bot.submit(member(803), 'A lid for mugs');
    const { id: mergeId } = await bot.writer.write(() =>
      bot.service.merge({ ...bot.by(staff()), sourceId: ideaId, targetId: fresh }),
    );
    await bot.writer.write(() => bot.service.object({ ...bot.by(member(801)), mergeId, reason: 'No' }));
    expect(bot.service.ideaOf(ideaId)).toEqual(again);
  });
});
