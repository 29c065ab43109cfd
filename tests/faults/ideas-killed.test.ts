import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { type BotHouse, houseTest } from '../support/bot-process.ts';
import { crowd, loadOf, size } from '../support/faults.ts';
import { buttonsOf, textOf } from '../support/messages.ts';

const KILLS = size(3, 20);

/** Ideas in a text channel, and one idea there. */
async function postIdea({ sandbox }: BotHouse): Promise<APIMessage> {
  const owner = sandbox.persona('owner');
  const panel = await owner.slash('setup', { section: 'ideas' });
  await owner.choose(panel.reply!, 'idea-setup-channel:v1:ideas', [sandbox.channel('general').id]);
  const { modal } = await owner.slash('idea submit');
  const shown = await owner.submitModal(modal, { title: 'A winter roast', body: 'With cinnamon.' });
  const post = buttonsOf(shown.reply).find(({ customId }) => customId?.endsWith(':post'));
  await owner.press(shown.reply!, post?.customId ?? '');
  return sandbox.until(() => owner.messages('general').find((message) => supportId(message) !== undefined));
}

const supportId = (message: APIMessage): string | undefined =>
  buttonsOf(message).find(({ customId }) => customId?.startsWith('idea-support:'))?.customId;

const supporters = ({ stored }: BotHouse): Set<string> =>
  new Set(
    stored
      .all<{ user_id: string }>('SELECT user_id FROM idea_supporters WHERE supporting = 1')
      .map(({ user_id }) => user_id),
  );

const supportOn = ({ sandbox }: BotHouse, message: APIMessage, people: Iterator<string, undefined>) =>
  loadOf(people, async (userId) => {
    const { result } = await sandbox.interact(userId, {
      type: 3,
      channel_id: message.channel_id,
      message_id: message.id,
      data: { component_type: 2, custom_id: supportId(message) ?? '' },
    });
    return { userId, acknowledged: result === 'success' };
  });

houseTest(
  'kill -9 at any instant loses no acknowledged support, counts nobody twice, and the card gets there',
  async ({ house }) => {
    const { seed, ids } = crowd(size(3_000, 20_000));
    const bot = await house({ seed, rateLimits: true });
    const { sandbox, stored } = bot;
    let running = await bot.start();
    const message = await postIdea(bot);
    expect(supporters(bot).size).toBe(0);
    const people = ids[Symbol.iterator]();
    const rounds: ReturnType<ReturnType<typeof supportOn>['stop']>[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const load = supportOn(bot, message, people);
      await sandbox.until(() => load.count() > 40 + Math.random() * 60, 20_000);
      await running.kill();
      rounds.push(load.stop());
      expect(stored.integrity()).toBe('ok');
      running = await bot.start();
    }
    const acknowledged = (await Promise.all(rounds)).flat().filter((one) => one.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(30 * KILLS);
    const kept = supporters(bot);
    expect(acknowledged.filter(({ userId }) => !kept.has(userId))).toEqual([]);
    const [idea] = stored.all<{ supporters: number; status: string }>('SELECT supporters, status FROM ideas');
    // The goal was reached on the way: once, with one case.
    expect(idea).toEqual({ supporters: kept.size, status: 'in-review' });
    expect(stored.all('SELECT * FROM idea_cases')).toHaveLength(1);
    const owner = sandbox.persona('owner');
    await sandbox.until(
      () => textOf(owner.look(message)).replaceAll(',', '').includes(`${kept.size} supporters`),
      15_000,
    );
    const cards = owner.messages('general').filter((one) => supportId(one) !== undefined);
    expect(cards).toHaveLength(1);
  },
);
