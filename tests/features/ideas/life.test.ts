import { PermissionFlagsBits } from 'discord-api-types/v10';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { forums } from '../../../src/discord/forum.ts';
import { liveEditor } from '../../../src/discord/live-editor.ts';
import { giveRole } from '../../../src/discord/member-roles.ts';
import { ideaFeature } from '../../../src/features/ideas/feature.ts';
import type { IdeaActor, ImageFile } from '../../../src/features/ideas/ports.ts';
import { createIdeaRepositories } from '../../../src/features/ideas/repository.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { jobNonce } from '../../../src/jobs/nonce.ts';
import { afterRun } from '../../../src/jobs/outcome.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { systemTimers } from '../../../src/platform/timers.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { closeAll, kit } from '../../discord/sandbox-bot.ts';
import { checkBodies } from '../../support/conformance.ts';
import { openTestDatabase } from '../../support/database.ts';
import { onDiscord } from './on-discord.ts';

afterEach(closeAll);

const DAY = 86_400_000;

/** Waits in small steps; a test fails by its own time limit. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise<void>((resolve) => setImmediate(resolve));
}
const { member, other, german, newcomer, moderator, admin } = SMALL.users;

/** The whole feature, its store and its jobs, on a local Discord; only the gateway and the presses are left out. */
async function living() {
  const h = await onDiscord();
  const { discord } = h;
  const hearth = kit(discord);
  await hearth.connection.connect();
  const { rest, restOnce, ownId } = hearth.connection;
  const { clock } = discord;
  const log = pino({ level: 'silent' });
  const database = openTestDatabase();
  const repository = createJobRepository(database.orm);
  const settings = {
    ...h.settings,
    floor: 3,
    ladder: [{ percent: 5, days: 14 }],
    reviewers: 2,
    reviewDays: 14,
  };
  const live = liveEditor({
    messenger: hearth.messenger,
    clock,
    timers: systemTimers,
    log,
    onFailure: ({ messageId }, failure) => feature.editFailed(messageId, failure),
  });
  const feature = ideaFeature({
    repositories: createIdeaRepositories(database.sqlite),
    jobs: createJobQueue(repository),
    policy: {
      settings: () => settings,
      mayManage: (_, { userId }) => userId === moderator || userId === admin,
      mayReveal: () => false,
      activity: () => ({ active: 58, days: 28, counted: 'used-hearth' }),
    },
    writer: database.writer,
    messenger: hearth.messenger,
    forums: forums({ rest, restOnce, ownId }),
    giveRole: (gift) => giveRole(rest, gift),
    readAttachment: async () => undefined,
    authorOf: async () => undefined,
    live,
    clock,
    log,
    guildT: () => translatorFor('en'),
    noticesChannelOf: () => undefined,
    staffRoleOf: () => undefined,
    processId: 'first',
  });
  const definitions = new Map(feature.jobDefinitions.map((each) => [each.kind, each]));
  const { writer } = database;

  const runOne = async (id: number): Promise<void> => {
    const row = await writer.write(() => repository.claim(id));
    const definition = row && definitions.get(row.kind);
    if (!row || !definition) throw new Error(`nobody does ${row?.kind}`);
    const outcome = await definition.run({
      payload: row.payload === null ? undefined : (JSON.parse(row.payload) as unknown),
      key: row.key,
      dueAt: row.dueAt,
      now: clock.now(),
      attempt: row.attempts,
      nonce: jobNonce(row.kind, row.key, row.dueAt),
      mayHaveHappened: row.tries > 1,
    });
    const change = afterRun(row, outcome, { now: clock.now(), maxAttempts: definition.maxAttempts ?? 10 });
    await writer.write(() => (change === 'over' ? repository.finish(row) : repository.change(row, change)));
  };
  /** Runs what is due until nothing is. */
  const runDue = async () => {
    for (let round = 0; round < 50; round += 1) {
      const due = repository.due(clock.now(), 100);
      if (due.length === 0) return;
      for (const { id } of due) await runOne(id);
    }
    throw new Error('jobs without end');
  };
  const by = (userId: string): { guildId: string; actor: IdeaActor; now: number } => ({
    guildId: SMALL.guild,
    actor: { userId, roleIds: [], permissions: 0n },
    now: clock.now(),
  });
  const { ideas } = feature;
  let interactions = 900n;

  return {
    ...h,
    settings,
    rest,
    feature,
    ideas,
    clock,
    by,
    runDue,
    write: writer.write,
    /** Lets so many ms pass and runs what is due then, and a little later what that led to. */
    async later(ms: number) {
      for (const passing of [ms, 2 * 60_000]) {
        clock.advance(passing);
        await runDue();
      }
    },
    async submit(userId: string, over: { title?: string; images?: readonly ImageFile[] } = {}) {
      const { title = 'Oat milk in the subscription', images = [] } = over;
      const text = { title, body: 'Let us choose oat milk.', problem: '', category: 'beans' };
      interactions += 1n;
      const call = { ...by(userId), interactionId: String(interactions), text, images };
      const { draft } = await writer.write(() =>
        ideas.draft({ ...call, anonymous: false, creditId: undefined }),
      );
      const { idea } = await writer.write(() => ideas.submit({ ...by(userId), draftId: draft.id }));
      await runDue();
      return idea.id;
    },
    async support(ideaId: number, ...userIds: string[]) {
      for (const userId of userIds) {
        interactions += 1n;
        const interactionId = String(interactions);
        await writer.write(() => ideas.toggleSupport({ ...by(userId), ideaId, interactionId }));
      }
    },
    score: (ideaId: number, userId: string) =>
      writer.write(() =>
        ideas.score({
          ...by(userId),
          ideaId,
          scores: { fit: 5, effort: 2, demand: 4, cost: 1 },
          reason: 'Good',
        }),
      ),
  };
}

test('an idea lives from its post to its receipt, and each thing is told once', async () => {
  const h = await living();
  const role = await h.admins<{ id: string }>('POST', `/guilds/${SMALL.guild}/roles`, { name: 'Maker' });
  await h.admins('PATCH', `/guilds/${SMALL.guild}/roles`, [{ id: SMALL.roles.bot, position: 2 }]);
  h.settings.shippedRoleId = role.id;
  const png: ImageFile = {
    name: 'milk.png',
    contentType: 'image/png',
    data: Buffer.from('89504e470d0a1a0a', 'hex'),
  };
  const id = await h.submit(member, { images: [png] });
  const [post] = await h.posts();
  expect(post?.name).toBe('1 · Oat milk in the subscription');
  const threadId = post!.id;
  const card = async () => JSON.stringify((await h.history(threadId)).at(-1));
  expect(await card()).toContain('0 of 3 needed');
  expect(await card()).toContain('picture-1.png');

  await h.support(id, other, german, newcomer);
  await h.later(DAY);
  expect(await card()).toContain('In review');
  expect(await h.tagNames(threadId)).toEqual(['In review', 'Beans']);
  const [rung] = await h.history(threadId);
  expect(JSON.stringify(rung)).toContain('Step 1 reached: 3 supporters');
  expect(rung?.mentions.map((user) => user.id)).toEqual([member]);
  const staffRoom = async () =>
    (await h.history(SMALL.channels.polls)).map((message) => JSON.stringify(message));
  expect(await staffRoom()).toEqual([expect.stringContaining('Review of idea 1')]);

  await h.later(20 * DAY);
  expect(await staffRoom()).toHaveLength(2);
  expect((await staffRoom())[0]).toContain('An answer is late');
  expect(JSON.stringify((await h.history(threadId))[0])).toContain('It is late');

  await h.score(id, moderator);
  await h.score(id, admin);
  const decide = (from: 'in-review' | 'planned', to: 'planned' | 'shipped', reason: string) =>
    h.write(() => h.ideas.decide({ ...h.by(moderator), ideaId: id, from, to, reason }));
  await decide('in-review', 'planned', 'In June.');
  await h.later(DAY);
  expect(await card()).toContain('In June.');
  expect((await staffRoom()).at(-1)).toContain('This review is closed');
  const general = async () =>
    (await h.history(SMALL.channels.general)).map((message) => JSON.stringify(message));
  expect((await general()).filter((message) => message.includes('What becomes of your ideas'))).toHaveLength(
    1,
  );

  await h.write(() => h.ideas.noteComment({ threadId, userId: german, at: h.clock.now() }));
  await decide('planned', 'shipped', 'It is in the shop.');
  await h.later(DAY);
  await h.later(DAY);
  const said = (await h.history(threadId)).map((message) => JSON.stringify(message));
  const receipts = said.filter((message) => message.includes('You said, we did'));
  expect(receipts).toHaveLength(1);
  for (const userId of [member, other, german, newcomer]) expect(receipts[0]).toContain(`<@${userId}>`);
  expect((await general()).filter((message) => message.includes('Page 1'))).toHaveLength(1);
  const { roles } = await h.admins<{ roles: string[] }>('GET', `/guilds/${SMALL.guild}/members/${member}`);
  expect(roles).toEqual([role.id]);
  expect(await h.tagNames(threadId)).toEqual(['Shipped', 'Beans']);
  // The card, the step, the late answer, two decisions and the receipt.
  expect(said).toHaveLength(6);
  checkBodies(h.discord.requests.since());
});

test('a deleted post of an open idea is put up again once with all its support, and staff is told', async () => {
  const h = await living();
  const id = await h.submit(member);
  await h.support(id, other, german);
  const [before] = await h.posts();
  await h.admins('DELETE', `/channels/${before!.id}`);
  h.feature.hear('THREAD_DELETE', { id: before!.id });
  h.feature.hear('THREAD_DELETE', { id: before!.id });
  await h.write(() => {});
  await h.later(DAY);
  const posts = await h.posts();
  expect(posts).toHaveLength(1);
  expect(posts[0]?.id).not.toBe(before?.id);
  expect(JSON.stringify(await h.history(posts[0]!.id))).toContain('2 of 3 needed');
  const told = (await h.history(SMALL.channels.polls)).filter((message) =>
    JSON.stringify(message).includes('deleted'),
  );
  expect(told).toHaveLength(1);
});

test('an idea whose forum is gone waits, staff hears of it once, and it is posted when there is one again', async () => {
  const h = await living();
  await h.admins('DELETE', `/channels/${h.forumId}`);
  const id = await h.submit(member);
  await h.later(DAY);
  await h.later(DAY);
  expect(h.ideas.ideaOf(id)).toMatchObject({ status: 'gathering', messageId: undefined });
  expect(await h.history(SMALL.channels.polls)).toHaveLength(1);
  h.settings.channelId = SMALL.channels.general;
  h.settings.channelKind = 'text';
  await h.later(DAY);
  expect(h.ideas.ideaOf(id)?.messageId).toBeDefined();
  expect(JSON.stringify(await h.history(SMALL.channels.general))).toContain('0 of 3 needed');
});

test('two ideas become one: both threads hear it, those who moved can stay or go, and undoing is told', async () => {
  const h = await living();
  const target = await h.submit(member);
  const source = await h.submit(other, { title: 'Milk from oats' });
  await h.support(source, german, newcomer);
  const threadOf = (id: number) => h.ideas.ideaOf(id)?.threadId ?? '';
  const merge = await h.write(() =>
    h.ideas.merge({ ...h.by(moderator), sourceId: source, targetId: target }),
  );
  await h.later(DAY);
  const heard = async (id: number) => JSON.stringify((await h.history(threadOf(id)))[0]);
  expect(await heard(source)).toContain('idea-object');
  expect(await heard(source)).toContain(`idea-move:v1:${target}:keep`);
  expect(await heard(target)).toContain('2 supporters came along');
  expect(await h.tagNames(threadOf(source))).toEqual(['Merged', 'Beans']);
  await h.write(() => h.ideas.object({ ...h.by(other), mergeId: merge.id, reason: 'Not the same' }));
  await h.later(DAY);
  expect(await heard(source)).toContain('The merge was undone');
  expect(await h.tagNames(threadOf(source))).toEqual(['Gathering', 'Beans']);
  const staff = (await h.history(SMALL.channels.polls)).map((message) => JSON.stringify(message));
  expect(staff.filter((message) => message.includes('Not the same'))).toHaveLength(1);
});

test('pictures that cannot be attached, or are taken off, keep no card from being posted and updated', async () => {
  const h = await living();
  const png = { name: 'milk.png', contentType: 'image/png', data: Buffer.from('89504e470d0a1a0a', 'hex') };
  const id = await h.submit(member, { images: [png] });
  const { threadId } = h.ideas.ideaOf(id)!;
  const shown = async () => (await h.history(threadId!)).at(-1);
  expect((await shown())?.attachments).toHaveLength(1);
  // As Hearth itself, because nobody else may edit its messages.
  const { rest } = h;
  await rest.patch(`/channels/${threadId}/messages/${threadId}`, {
    body: { flags: 1 << 15, components: [{ type: 10, content: 'bare' }], attachments: [] },
  });
  await h.support(id, other);
  h.feature.surface.refreshIdea(h.ideas.ideaOf(id)!);
  await until(async () => JSON.stringify(await shown()).includes('1 of 3 needed'));
  expect((await shown())?.attachments).toHaveLength(0);
});

test('without Attach Files an idea is posted without its pictures', async () => {
  const h = await living();
  const roles = await h.admins<{ id: string; permissions: string }[]>('GET', `/guilds/${SMALL.guild}/roles`);
  const own = roles.find((each) => each.id === SMALL.roles.bot);
  for (const [roleId, bits] of [
    [SMALL.roles.bot, BigInt(own?.permissions ?? 0)],
    [SMALL.guild, BigInt(roles.find((each) => each.id === SMALL.guild)?.permissions ?? 0)],
  ] as const) {
    const permissions = String(bits & ~PermissionFlagsBits.AttachFiles);
    await h.admins('PATCH', `/guilds/${SMALL.guild}/roles/${roleId}`, { permissions });
  }
  const png = { name: 'milk.png', contentType: 'image/png', data: Buffer.from('89504e470d0a1a0a', 'hex') };
  const id = await h.submit(member, { images: [png] });
  const { threadId } = h.ideas.ideaOf(id)!;
  expect(JSON.stringify(await h.history(threadId!))).toContain('0 of 3 needed');
  expect(await h.tagNames(threadId!)).toEqual(['Gathering', 'Beans']);
});

test('an idea that runs out of time says so, and what is taken back is gone from its post', async () => {
  const h = await living();
  const id = await h.submit(member);
  await h.later(15 * DAY);
  const { threadId } = h.ideas.ideaOf(id)!;
  expect(await h.tagNames(threadId!)).toEqual(['Expired', 'Beans']);
  expect(JSON.stringify(await h.history(threadId!))).toContain('with 0 of 3 supporters');
  await h.write(() => h.ideas.withdraw({ ...h.by(moderator), ideaId: id, reason: 'It was abuse.' }));
  await h.later(DAY);
  const said = JSON.stringify(await h.history(threadId!));
  expect(said).not.toContain('Let us choose oat milk.');
  expect(said).toContain('It was abuse.');
  expect(await h.thread(threadId!)).toMatchObject({ name: '1 · Withdrawn' });
});
