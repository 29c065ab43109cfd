import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { faultTest, publish, type Stage, shownCounts } from '../support/faults.ts';
import { buttonsOf, selectsOf, textOf } from '../support/messages.ts';

const fox = '1190300000000000001';
const crema = '1190300000000000002';
const options = `<:fox:${fox}> Kenya\n<:crema:${crema}> Peru`;

function withEmoji() {
  const seed = buildSmallSeed();
  const emojis = [
    { id: fox, name: 'fox', animated: false },
    { id: crema, name: 'crema', animated: false },
  ];
  return { ...seed, guilds: seed.guilds.map((guild) => ({ ...guild, emojis })) };
}

/** Somebody deletes it in the server's settings. */
function deleteEmoji({ sandbox: { world } }: Stage, id: string): void {
  const guild = world.guilds.get(SMALL.guild);
  guild?.emojis.delete(id);
  world.emojiIds.delete(id);
  const emojis = [...(guild?.emojis.values() ?? [])];
  world.emit({ t: 'GUILD_EMOJIS_UPDATE', d: { guild_id: SMALL.guild, emojis }, guildId: SMALL.guild });
}

/** Answers of the sandbox to the bot that found a body wrong. */
const refusals = ({ sandbox }: Stage) => sandbox.sent().filter(({ status }) => status === 400);
const buttonEmoji = (message: APIMessage | undefined): string =>
  JSON.stringify(message?.components ?? [])
    .match(/"emoji":\{"id":"\d+"/gu)
    ?.join(' ') ?? '';

faultTest(
  'a custom emoji of an option is deleted: the card goes on counting without it, to the end',
  async ({ stage }) => {
    const bot = await stage({ seed: withEmoji() });
    const { sandbox } = bot;
    const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
    const message = await publish(bot, member, { options });
    expect(buttonEmoji(message)).toContain(fox);
    deleteEmoji(bot, fox);

    sandbox.advance(1_100);
    expect((await other.press(message, 'Kenya')).text).toContain('Kenya');
    await sandbox.until(() => shownCounts(other.look(message)).join() === '1,0');
    const live = other.look(message);
    expect(buttonEmoji(live)).not.toContain(fox);
    expect(buttonEmoji(live)).toContain(crema);
    expect(buttonsOf(live).map(({ label }) => label)).toContain('Kenya');

    // What a voter sees has the options in a menu.
    const mine = await other.press(message, 'My vote');
    expect(selectsOf(mine.reply)).toHaveLength(1);
    sandbox.advance(3 * 86_400_000);
    await sandbox.until(() => textOf(other.look(message)).includes('closed'));
    expect(refusals(bot)).toEqual([]);
  },
);
