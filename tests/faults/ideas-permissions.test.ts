import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { forbid, ideasOf, ideaTest, staffNotes, supportersOf } from '../support/idea-stage.ts';
import {
  cardCalled,
  DAY,
  draftIdea,
  HOUR,
  newsTime,
  postDraft,
  postsOf,
  pressId,
  reads,
  setStatus,
  settle,
  submitIdea,
  support,
  tagsOf,
  told,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const posting: [string, bigint][] = [
  ['View Channel', P.ViewChannel],
  ['Create Posts', P.SendMessages],
];

ideaTest.for(posting)(
  '%s taken away: an idea is kept, staff is told once, and it is posted once it is given back',
  async ([, permission], { begin }) => {
    const town = await begin();
    const { admin, member, other } = town;
    await forbid(admin, permission);
    const preview = await draftIdea(member);
    expect((await postDraft(member, preview)).result).toBe('success');
    await told(town, 'staff', 'It is kept');
    expect(ideasOf(town)).toMatchObject([{ status: 'gathering', message_id: null }]);
    expect(postsOf(town)).toEqual([]);
    // Whoever reads of it can support it before it stands anywhere.
    const { reply } = await other.slash('idea show', { idea: '1' });
    await pressId(other, reply!, 'idea-support');
    const before = town.sandbox.requests.seq;
    for (const wait of [HOUR, DAY]) await town.later(wait);
    const refused = town.sandbox.requests.since(before).filter(({ bot, status }) => bot && status >= 400);
    expect(refused.length).toBeLessThan(12);
    expect(staffNotes(town, 'It is kept')).toHaveLength(1);

    await forbid(admin, 0n);
    await town.later(6 * HOUR + 60_000);
    const card = await cardCalled(town, 'A winter roast');
    expect(textOf(card)).toContain('1 of 2 needed');
    expect(supportersOf(town)).toEqual([other.id]);
    expect(postsOf(town)).toHaveLength(1);
  },
);

ideaTest(
  'View Channel taken away from an idea that stands: supports count, and the card catches up by itself',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, admin, member, other, german, owner } = town;
    const card = await submitIdea(town, member);
    await support(other, card);
    await reads(town, card, '**1 of 2 needed**');
    await settle(town);
    await forbid(admin, P.ViewChannel);
    expect((await support(german, card)).result).toBe('success');
    expect(ideasOf(town)).toMatchObject([{ supporters: 2 }]);
    await newsTime(town);
    await sandbox.until(() => staffNotes(town, /cannot (update|write)/u).length > 0);
    await town.later(HOUR);
    expect(textOf(owner.look(card))).toContain('1 of 2 needed');
    expect(ideasOf(town)).toMatchObject([{ supporters: 2, message_id: card.id }]);

    await forbid(admin, 0n);
    await town.later(6 * HOUR + 60_000);
    await reads(town, card, '2 of 4 needed');
    await told(town, card.channel_id, 'On to 4');
    expect(supportersOf(town)).toEqual([other.id, german.id].sort());
    expect(postsOf(town)).toHaveLength(1);
  },
);

ideaTest(
  'Manage Threads taken away: statuses go on without their tags, staff is told, and the next status has its tag',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, admin, owner, member } = town;
    const card = await submitIdea(town, member);
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('Gathering'));
    await forbid(admin, P.ManageThreads);
    await setStatus(owner, 1, 'declined', 'Not this year.');
    await reads(town, card, 'Not this year.');
    await sandbox.until(() => staffNotes(town, 'cannot update').length > 0);
    expect(tagsOf(town, card.channel_id)).toEqual(['Gathering']);
    await forbid(admin, 0n);
    await setStatus(owner, 1, 'in-review', 'We look at it again.');
    await sandbox.until(() => tagsOf(town, card.channel_id).includes('In review'), 15_000);
    expect(tagsOf(town, card.channel_id)).toEqual(['In review']);
    expect(staffNotes(town, 'cannot update')).toHaveLength(1);
  },
);
