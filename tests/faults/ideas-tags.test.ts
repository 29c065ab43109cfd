import type { APIGuildForumTag } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import { type IdeaStage, ideasOf, ideaTest, staffNotes, supportersOf } from '../support/idea-stage.ts';
import { IDEAS, ideasSeed, reads, setStatus, submitIdea, support, tagsOf, told } from '../support/ideas.ts';

const tagsIn = ({ sandbox }: Pick<IdeaStage, 'sandbox'>): APIGuildForumTag[] =>
  (sandbox.channel(IDEAS.forum).channel as { available_tags?: APIGuildForumTag[] }).available_tags ?? [];

const changeTags = ({ admin }: IdeaStage, available_tags: Partial<APIGuildForumTag>[]) =>
  admin.api('PATCH', `/channels/${IDEAS.forum}`, { available_tags });

ideaTest(
  'tags deleted by hand are made again with the next change, and the post has the right one',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, owner, member, other } = town;
    const card = await submitIdea(town, member);
    await support(other, card);
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('Gathering'));
    const { status } = await changeTags(
      town,
      tagsIn(town).filter(({ name }) => name !== 'Gathering' && name !== 'Declined'),
    );
    expect(status).toBe(200);
    expect(tagsOf(town, card.channel_id)).not.toContain('Gathering');
    await setStatus(owner, 1, 'declined', 'Not this year.');
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('Declined'), 15_000);
    expect(tagsOf(town, card.channel_id)).toEqual(['Declined']);
    expect(tagsIn(town).map(({ name }) => name)).toContain('Gathering');
    expect(supportersOf(town)).toEqual([other.id]);
  },
);

ideaTest(
  'a tag renamed by hand is the server’s own from then on; the status gets its tag back',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, owner, member } = town;
    const card = await submitIdea(town, member);
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('Gathering'));
    const renamed = tagsIn(town).map((tag) =>
      tag.name === 'Gathering' ? { ...tag, name: 'Wish list' } : tag,
    );
    await changeTags(town, renamed);
    expect(tagsOf(town, card.channel_id)).toEqual(['Wish list']);
    await setStatus(owner, 1, 'declined', 'Not this year.');
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('Declined'), 15_000);
    // What people put on or named themselves is not taken off.
    expect(tagsOf(town, card.channel_id)).toEqual(['Declined', 'Wish list']);
    const next = await submitIdea(town, member, { title: 'Something else' });
    await sandbox.until(() => tagsOf(town, next.channel_id).includes('Gathering'));
    expect(tagsIn(town).filter(({ name }) => name === 'Gathering')).toHaveLength(1);
  },
);

/** The forum has Discord's most of tags already. */
function full(): CommunitySeed {
  const seed = ideasSeed();
  const forum = seed.guilds[0]!.channels.find(({ id }) => id === IDEAS.forum)!;
  const available_tags = Array.from({ length: 20 }, (_, index) => ({
    id: String(1_191_000_000_000_000_500n + BigInt(index)),
    name: `own ${index}`,
    moderated: false,
    emoji_id: null,
    emoji_name: null,
  }));
  Object.assign(forum, { available_tags });
  return seed;
}

ideaTest(
  'a forum with 20 tags: ideas go on without theirs, staff is told once, and room is used',
  async ({ begin }) => {
    const town = await begin({ seed: full() });
    const { sandbox, member, other, german } = town;
    const card = await submitIdea(town, member);
    expect(tagsIn(town)).toHaveLength(20);
    expect(tagsOf(town, card.channel_id)).toEqual([]);
    await support(other, card);
    await reads(town, card, '**1 of 2 needed**');
    await told(town, 'staff', 'most of 20 tags');
    await submitIdea(town, german, { title: 'Lamps above the tables' });
    expect(ideasOf(town).map(({ status }) => status)).toEqual(['gathering', 'gathering']);
    expect(staffNotes(town, 'most of 20 tags')).toHaveLength(1);

    await changeTags(town, tagsIn(town).slice(0, 10));
    const late = await submitIdea(town, member, { title: 'Another one' });
    await sandbox.until(() => tagsOf(town, late.channel_id).includes('Gathering'));
    expect(tagsIn(town).length).toBeLessThanOrEqual(20);
    expect(tagsIn(town).filter(({ name }) => name.startsWith('own'))).toHaveLength(10);
  },
);
