import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { IDEAS, type IdeaTown, pressId, reads, startIdeas, submitIdea, told } from '../support/ideas.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

/** Somebody is no longer on the server, whether they left or their account is gone. */
async function leave({ sandbox, owner }: IdeaTown, { id }: PersonaDriver): Promise<void> {
  const guildId = sandbox.channel('general').guildId;
  const { status } = await owner.api('DELETE', `/guilds/${guildId}/members/${id}`);
  expect(status).toBe(204);
}

async function decide(town: IdeaTown, card: APIMessage, to: string) {
  const panel = await town.owner.press(card, 'Details');
  const button = buttonsOf(panel.reply).find(
    ({ customId }) => customId?.startsWith('idea-decide:') && customId.endsWith(`:${to}`),
  );
  const { modal } = await town.owner.press(panel.reply!, button?.customId ?? '');
  return town.owner.submitModal(modal, { text: 'Here it is.' });
}

test('a supporter who leaves stays counted, and an author who leaves still gets a receipt', async () => {
  const town = await startIdeas();
  try {
    const { sandbox, member, other, admin, german, newcomer, owner } = town;
    const card = await submitIdea(town, member);
    await pressId(other, card, 'idea-support');
    await leave(town, other);
    await leave(town, member);
    for (const person of [admin, german, newcomer]) await pressId(person, card, 'idea-support');
    await sandbox.until(() => textOf(owner.look(card)).includes('4 supporters'), 15_000);
    for (const reviewer of [owner, admin]) {
      const panel = await reviewer.press(card, 'Details');
      const { modal } = await pressId(reviewer, panel.reply!, 'idea-score');
      const scores = { fit: '4', effort: '2', demand: '5', cost: '2' };
      await reviewer.submitModal(modal, { ...scores, reason: 'Every winter.' });
    }
    for (const to of ['planned', 'shipped']) await decide(town, card, to);
    await sandbox.until(() => textOf(owner.look(card)).includes('Shipped'), 15_000);
    await town.later(61_000);
    const receipts = () =>
      owner.messages(card.channel_id).filter((message) => textOf(message).includes('You said, we did'));
    await sandbox.until(() => receipts().length > 0, 15_000);
    expect(receipts()).toHaveLength(1);
    expect(textOf(receipts()[0])).toContain(`<@${member.id}>`);
    expect(textOf(receipts()[0])).toContain(`<@${other.id}>`);
    await sandbox.until(() => textOf(owner.lastMessage(IDEAS.ledger)).includes('A winter roast'), 15_000);
    expect(town.complaints.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  } finally {
    await town.close();
  }
});

test('a supporter who leaves between the press and the edit of the card is counted on it, once', async () => {
  const town = await startIdeas();
  try {
    const { sandbox, member, other, german, owner } = town;
    const card = await submitIdea(town, member);
    expect(textOf(owner.look(card))).toContain('0 of 2 needed');
    const edited = { method: 'PATCH', route: '/channels/:channel_id/messages/:message_id' };
    const rule = sandbox.faults.add({ match: edited, action: { kind: 'delay', ms: 300 } });
    await pressId(other, card, 'idea-support');
    await leave(town, other);
    await reads(town, card, '1 of 2 needed');
    expect(rule.hits).toBe(1);
    await pressId(german, card, 'idea-support');
    await reads(town, card, '2 of 4 needed');
    // The news of the first step pings nobody who is gone in a way that Discord refuses.
    await town.later(61_000);
    await told(town, card.channel_id, 'On to 4');
    expect(sandbox.sent().filter(({ status }) => status >= 400)).toEqual([]);
    expect(town.complaints).toEqual([]);
  } finally {
    await town.close();
  }
});
