import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { buttonsOf, textOf } from '../../support/messages.ts';
import type { TestSandbox } from '../../support/sandbox.ts';
import { type Arena, openArena, openBallot, presser } from '../arena.ts';
import type { BotName } from '../bots.ts';
import { countLimited } from '../limited.ts';
import { type Load, type Press, paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import { alternating, compare, type Scenario } from '../scenario.ts';

const CROWD = 10_000;
const WITHIN_S = 60;
/** Measured apart, to see whether a press costs more the more supporters there are. */
const PARTS = 4;
/** Who sets up and whose idea it is; they do not press. */
const OTHERS = 2;

/** 10,000 people support one idea within a minute. */
export const supporters: Scenario = {
  title: `${CROWD} supporters of one idea in ${WITHIN_S} s`,
  async run(kit) {
    const results = await alternating(kit, 1, measure);
    const hearthOnly = { ...results, bare: [] };
    const zero = { limit: { atMost: 0 } };
    return [
      compare(results, 'acknowledged within 3 s', ({ answered }) => answered),
      compare(results, 'late', ({ late }) => late),
      compare(results, 'acknowledged, p50 ms', ({ p50 }) => p50),
      compare(results, 'acknowledged, p99 ms', ({ p99 }) => p99),
      compare(results, 'CPU of the bot per press, first quarter, ms', ({ cpu }) => cpu[0] ?? 0),
      compare(results, 'CPU of the bot per press, last quarter, ms', ({ cpu }) => cpu.at(-1) ?? 0),
      { ...compare(hearthOnly, 'supporters missing on the card', ({ missing }) => missing), ...zero },
      compare(hearthOnly, 'edits of the card a minute', ({ edits }) => edits),
      { ...compare(hearthOnly, 'answers with 429', ({ limited }) => limited), ...zero },
    ];
  },
};

async function measure(name: BotName) {
  const arena = await openArena(name, { members: CROWD + OTHERS });
  try {
    const { sandbox, bot } = arena;
    const message = name === 'hearth' ? await openIdea(arena) : await openBallot(arena);
    const press = name === 'hearth' ? supporting(arena, message) : presser(arena, message);
    const limited = countLimited(sandbox.requests);
    let edits = 0;
    const stop = sandbox.world.subscribe((event) => {
      if (event.t === 'MESSAGE_UPDATE' && (event.d as { id: string }).id === message.id) edits += 1;
    });
    const loads: Load[] = [];
    const cpu: number[] = [];
    for (let part = 0; part < PARTS; part += 1) {
      const before = bot.cpuMs();
      const from = (part * CROWD) / PARTS;
      loads.push(await paced((index) => press(from + index), CROWD / WITHIN_S, WITHIN_S / PARTS));
      cpu.push(((bot.cpuMs() - before) * PARTS) / CROWD);
    }
    await sleep(3_000);
    stop();
    const latencies = loads.flatMap((load) => load.latencies);
    return {
      answered: latencies.length,
      late: loads.reduce((sum, { late, refused }) => sum + late + refused, 0),
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
      cpu,
      edits,
      missing: name === 'hearth' ? CROWD - supportersOn(sandbox, message) : 0,
      limited: limited.stop(),
    };
  } finally {
    await arena.close();
  }
}

const PLACE = 'channel-1';

/** Ideas set up in a text channel, and one idea in it. */
async function openIdea({ sandbox }: Arena): Promise<APIMessage> {
  const owner = sandbox.persona('person1');
  const place = sandbox.channel(PLACE);
  const panel = await owner.slash('/setup', { section: 'ideas' }, { channel: PLACE });
  if (panel.reply === undefined) throw new Error(`no panel: ${panel.text}`);
  const saved = await owner.choose(panel.reply, 'idea-setup-channel:v1:ideas', [place.id]);
  const author = sandbox.persona('person2');
  const { modal, text } = await author.slash('/idea submit', {}, { channel: PLACE });
  if (modal === undefined) throw new Error(`no form: ${text} ${saved.text}`);
  const preview = await author.submitModal(modal, { title: 'A winter roast', body: 'Dark, with cinnamon.' });
  if (preview.reply === undefined) throw new Error(`no preview: ${preview.result}`);
  const post = buttonsOf(preview.reply).find(({ customId }) => customId?.endsWith(':post'));
  await author.press(preview.reply, post?.customId ?? '');
  return sandbox.until(() => place.messages.map(({ message }) => message).find(supportButton));
}

const supportButton = (message: APIMessage): string | undefined =>
  buttonsOf(message).find(({ customId }) => customId?.startsWith('idea-support:'))?.customId;

function supporting({ sandbox, userIds }: Arena, message: APIMessage): Press {
  const custom_id = supportButton(message) ?? '';
  return (index) =>
    sandbox.interact(userIds[OTHERS + index] ?? '', {
      type: 3,
      channel_id: message.channel_id,
      message_id: message.id,
      data: { component_type: 2, custom_id },
    });
}

/** While it gathers the card says "9 of 14 needed", afterwards "14 supporters". */
function supportersOn(sandbox: TestSandbox, { id }: APIMessage): number {
  const now = sandbox.channel(PLACE).byId.get(id)?.message;
  const shown = /([\d,.]+) (?:of [\d,.]+ needed|supporters?)/u.exec(now ? textOf(now) : '')?.[1];
  return Number(shown?.replaceAll(/[,.]/g, '') ?? 0);
}
