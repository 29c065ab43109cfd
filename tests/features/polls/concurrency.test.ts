import { expect, it } from 'vitest';
import { openTestDatabase } from '../../support/database.ts';
import { CHANNEL, GUILD, pollHarness, voter } from './harness.ts';

/** Everybody presses in the same instant; the group writer commits them together. */
function crowd() {
  const database = openTestDatabase();
  const h = pollHarness(database);
  const poll = h.publish();
  const press = (number: number, option: number, interactionId = h.nextInteraction()) =>
    database.writer.write(() =>
      h.service.castVote({
        ...h.by(voter(number)),
        guildId: GUILD,
        channelId: CHANNEL,
        pollId: poll,
        interactionId,
        change: { kind: 'choose', option },
      }),
    );
  return { h, poll, press };
}

it.each([50, 500, 2_000])(
  '%i people who press at once are as many rows and the right tally',
  async (people) => {
    const { h, poll, press } = crowd();
    const outcomes = await Promise.all(
      Array.from({ length: people }, (_, number) => press(number, number % 3)),
    );
    expect(outcomes.filter((outcome) => outcome.changed)).toHaveLength(people);
    expect(h.storedVotes(poll)).toHaveLength(people);
    const perOption = [0, 1, 2].map((option) => Math.ceil((people - option) / 3));
    expect(h.state(poll).shown).toMatchObject({ voters: people, counts: perOption });
  },
);

it('one person who presses 200 times holds one vote, the last', async () => {
  const { h, poll, press } = crowd();
  await Promise.all(Array.from({ length: 200 }, (_, number) => press(1, number % 2)));
  expect(h.storedVotes(poll)).toEqual([{ voter: voter(1).userId, ballot: '1', weight: 1 }]);
  expect(h.state(poll).shown?.counts).toEqual([0, 1, 0]);
});

it('the presses of a resumed session change nothing when they come again', async () => {
  const { h, poll, press } = crowd();
  const ids = Array.from({ length: 200 }, () => h.nextInteraction());
  const replay = () => Promise.all(ids.map((id, number) => press(number % 40, number % 3, id)));
  await replay();
  const before = { votes: h.storedVotes(poll), state: h.state(poll) };
  const again = await replay();
  expect(again.filter((outcome) => outcome.changed)).toEqual([]);
  expect({ votes: h.storedVotes(poll), state: h.state(poll) }).toEqual(before);
});

it('a refused vote takes nothing along from the same group', async () => {
  const { h, poll, press } = crowd();
  const settled = await Promise.allSettled([press(1, 0), press(2, 99), press(3, 0)]);
  expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(h.storedVotes(poll)).toHaveLength(2);
  expect(h.state(poll).shown?.counts).toEqual([2, 0, 0]);
});
