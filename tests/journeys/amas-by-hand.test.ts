import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { type AmaTown, createAma, messageWith, type OpenAma, panelOf, startAmas } from '../support/amas.ts';
import { offers } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

/** What people do by hand to things that an AMA stands on. */

const title = 'Ask our roaster';
let town: AmaTown;
let open: OpenAma;
beforeAll(async () => {
  town = await startAmas();
  open = await createAma(town, town.owner);
}, 60_000);
afterAll(() => town?.close());

const events = () => [...town.sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.values()];

test('a panel that somebody deletes is there again, once', async () => {
  const { owner, sandbox } = town;
  expect(owner.look(open.panel)).toBeDefined();
  await owner.api('DELETE', `/channels/${SMALL.channels.staff}/messages/${open.panel.id}`);
  expect(owner.look(open.panel)).toBeUndefined();
  await sandbox.until(() => owner.messages('staff').some((message) => offers(message, 'ama-panel')));
  const panel = await panelOf(town, title);
  expect(panel.id).not.toBe(open.panel.id);
});

test('an event that somebody deletes is told to staff, and the AMA goes on', async () => {
  const { owner, sandbox } = town;
  const { event } = await sandbox.until(() => events()[0]);
  await owner.api('DELETE', `/guilds/${SMALL.guild}/scheduled-events/${event.id}`);
  expect(events()).toEqual([]);
  await messageWith(town, 'staff', (message) =>
    textOf(message).includes('was deleted. The AMA goes on as planned'),
  );
  expect(offers(owner.look(open.announcement), 'ama-ask')).toBe(true);
});

test('the Ask button comes again when conversation has buried it, and only one of them stands', async () => {
  const { owner, member, other } = town;
  const again = () =>
    owner.messages('general').filter((message) => textOf(message).includes('is taking questions'));
  for (let each = 0; each < 14; each += 1) await member.say('I like coffee.', { channel: 'general' });
  expect(again()).toEqual([]);
  await other.say('Me too.', { channel: 'general' });
  const button = await messageWith(town, 'general', (message) =>
    textOf(message).includes('is taking questions'),
  );
  expect(offers(button, 'ama-ask')).toBe(true);
  town.sandbox.advance(61_000);
  for (let each = 0; each < 15; each += 1) await member.say('And tea.', { channel: 'general' });
  await town.sandbox.until(() => again().length === 1 && again()[0]?.id !== button.id);
});
