import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AmaTown,
  ask,
  createAma,
  fill,
  messageWith,
  panelSays,
  queueSays,
  startAmas,
} from '../support/amas.ts';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const HOUR = 3_600_000;
const title = 'Ask our roaster';
let town: AmaTown;
beforeAll(async () => {
  town = await startAmas();
}, 60_000);
afterAll(() => town?.close());

test('a first AMA goes from the form to the transcript', async () => {
  const { owner, member, other, newcomer, sandbox } = town;
  const { announcement } = await createAma(town, owner);
  expect(textOf(announcement)).toContain('Ask our roaster');

  // Mia asks with her name, Nia without; the team lets one in after the other.
  const hers = await ask(member, announcement, 'Why is it so dark?');
  expect(hers.text).toContain('is with the team now');
  const unnamed = await ask(newcomer, announcement, 'What was your worst roast?', { name: 'unnamed' });
  expect(unnamed.text).toContain('Without your name');
  const queue = await queueSays(town, title, 'Why is it so dark?');
  const review = (await pressId(owner, queue, 'ama-review')).reply!;
  expect(textOf(review)).toContain('Why is it so dark?');
  const second = await pressId(owner, review, 'ama-moderate', 'approve');
  expect(second.text).toContain('What was your worst roast?');
  expect(second.text).not.toContain(newcomer.id);
  expect((await pressId(owner, review, 'ama-moderate', 'approve')).text).toContain(
    'Nothing waits for review',
  );

  // Otto supports one of them.
  const list = (await pressId(other, announcement, 'ama-browse')).reply!;
  expect(textOf(list)).toContain('What was your worst roast?');
  const [, first] = /ama-support:v1:(\d+)/u.exec(JSON.stringify(list))!;
  expect((await pressId(other, list, 'ama-support', first!)).text).toContain('👍 1');

  // It starts by the clock; the question goes on air and is answered.
  await town.later(2 * HOUR + 1000);
  let panel = await panelSays(town, title, 'Live');
  const onAir = await pressId(owner, panel, 'ama-run', 'on-air');
  expect(onAir.text).toContain('is on air');
  const card = await messageWith(town, 'general', (message) => textOf(message).includes('On air'));
  expect(textOf(card)).toContain('On air');
  panel = await panelSays(town, title, 'Answer in writing');
  const answered = await fill(owner, panel, ['ama-run', 'answer'], { text: 'Because I like it.' });
  expect(answered.text).toContain('is answered');
  const thread = await sandbox.until(
    () => [...sandbox.world.channels.values()].find(({ channel }) => 'thread_metadata' in channel)?.id,
  );
  await messageWith(town, thread, (message) => textOf(message).includes('Because I like it.'));

  // The other one is answered by voice; then it is over.
  panel = await panelSays(town, title, 'Nothing is on air');
  await pressId(owner, panel, 'ama-run', 'on-air');
  panel = await panelSays(town, title, 'Answered by voice');
  expect((await fill(owner, panel, ['ama-run', 'voice'], { text: '' })).text).toContain('answered by voice');
  const close = await pressId(owner, panel, 'ama-panel', 'close');
  expect((await pressId(owner, close.reply!, 'ama-close-now')).text).toContain('is ending');
  await town.later(3 * 60_000);
  await messageWith(town, thread, (message) => textOf(message).includes('transcript'));
  await messageWith(town, thread, (message) => textOf(message).includes('How fair was it?'));
  expect((await member.slash('ama mine')).text).toContain('answered');
}, 60_000);
