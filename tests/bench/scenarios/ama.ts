import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { ranked } from '../../../src/features/amas/ranking.ts';
import { buttonsOf, textOf } from '../../support/messages.ts';
import type { TestSandbox } from '../../support/sandbox.ts';
import { amaCrowd, type Crowd } from '../ama-crowd.ts';
import { type Arena, openArena } from '../arena.ts';
import { countLimited } from '../limited.ts';
import { paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import { compare, type Scenario } from '../scenario.ts';

const CROWD = 2_000;
const WITHIN_S = 600;
/** Form, question, list, ten times support, and a page between. */
const ACTS = 14;
/** Who sets up; they do not ask. */
const OTHERS = 1;
const PLACE = 'channel-1';
const STAFF = 'channel-2';

/** An AMA that everybody came to: 2,000 questions and 20,000 supports in 10 minutes. */
export const ama: Scenario = {
  title: `An AMA: ${CROWD} questions and ten supports of each of their askers in ${WITHIN_S / 60} minutes`,
  async run(kit) {
    const seconds = kit.seconds(WITHIN_S);
    kit.say(`hearth, ${seconds} s`);
    const results = { bare: [], hearth: [await measure(Math.round((CROWD * seconds) / WITHIN_S), seconds)] };
    const zero = { atMost: 0 };
    return [
      compare(results, 'questions', ({ questions }) => questions),
      compare(results, 'supports', ({ supports }) => supports),
      compare(results, 'late or not answered', ({ late }) => late, zero),
      compare(results, 'acknowledged, p50 ms', ({ p50 }) => p50),
      compare(results, 'acknowledged, p99 ms', ({ p99 }) => p99),
      compare(results, 'acknowledged, slowest ms', ({ slowest }) => slowest, { atMost: 3_000 }),
      compare(results, 'questions until the panel counts them, p50 ms', ({ panel50 }) => panel50),
      compare(results, 'questions until the panel counts them, p99 ms', ({ panel99 }) => panel99, {
        atMost: 2_000,
      }),
      compare(results, 'edits of the panel a minute', ({ edits }) => edits),
      compare(results, 'questions and supports missing in the end', ({ missing }) => missing, zero),
      compare(results, 'answers with 429', ({ limited }) => limited, zero),
      compare(results, 'CPU of the bot per act, ms', ({ cpu }) => cpu),
      compare(results, 'ranking 5,000 questions, ms', () => rankingMs(5_000), { atMost: 5 }),
    ];
  },
};

async function measure(people: number, seconds: number) {
  const arena = await openArena('hearth', { members: people + OTHERS });
  try {
    const { sandbox, bot, userIds } = arena;
    const { announcement, panel } = await openAma(arena);
    const crowd = amaCrowd(sandbox, announcement, userIds.slice(OTHERS));
    const limited = countLimited(sandbox.requests);
    const watch = watchPanel(sandbox, panel);
    const before = bot.cpuMs();
    const load = await paced(crowd.act, (people * ACTS) / seconds, seconds);
    const cpu = (bot.cpuMs() - before) / (people * ACTS);
    await sleep(5_000);
    watch.stop();
    const delays = watch.delays(crowd.askedAt);
    return {
      questions: crowd.askedAt.length,
      supports: crowd.supports(),
      late: load.late + load.refused,
      p50: quantile(load.latencies, 0.5),
      p99: quantile(load.latencies, 0.99),
      slowest: quantile(load.latencies, 1),
      panel50: quantile(delays, 0.5),
      panel99: quantile(delays, 0.99),
      edits: (watch.edits() * 60) / seconds,
      missing: missingOn(sandbox, announcement, crowd),
      limited: limited.stop(),
      cpu,
    };
  } finally {
    await arena.close();
  }
}

/** An AMA with an open queue in an hour. */
async function openAma({ sandbox }: Arena): Promise<{ announcement: APIMessage; panel: APIMessage }> {
  closeToAll(sandbox, STAFF);
  const host = sandbox.persona('person1');
  const options = { channel: sandbox.channel(PLACE).id, 'staff-channel': sandbox.channel(STAFF).id };
  const { modal, text } = await host.slash('ama create', { ...options, queue: 'open' }, { channel: PLACE });
  if (modal === undefined) throw new Error(`no form: ${text}`);
  const preview = await host.submitModal(modal, {
    title: 'Ask our roaster',
    starts: 'in 2 hours',
    ends: '1 hour',
  });
  const publish = buttonsOf(preview.reply).find(({ customId }) => customId?.endsWith(':publish'));
  if (preview.reply === undefined || publish?.customId === undefined) {
    throw new Error(`no preview: ${preview.text}`);
  }
  await host.press(preview.reply, publish.customId);
  const standing = (channel: string, button: string) => () =>
    sandbox
      .channel(channel)
      .messages.map(({ message }) => message)
      .find((message) => buttonsOf(message).some(({ customId }) => customId?.startsWith(button)));
  return {
    announcement: await sandbox.until(standing(PLACE, 'ama-ask:')),
    panel: await sandbox.until(standing(STAFF, 'ama-panel:')),
  };
}

/** A channel for the team: the bot reads it, others only where they may anyway. */
function closeToAll({ world, channel }: TestSandbox, name: string): void {
  const state = channel(name);
  if (state.guildId === undefined || !('permission_overwrites' in state.channel)) return;
  const seeing = String(PermissionFlagsBits.ViewChannel);
  state.channel.permission_overwrites = [
    { id: state.guildId, type: OverwriteType.Role, allow: '0', deny: seeing },
    { id: world.botId, type: OverwriteType.Member, allow: seeing, deny: '0' },
  ];
}

/** How the panel follows the questions. */
function watchPanel(sandbox: TestSandbox, { id }: APIMessage) {
  const seen: { count: number; at: number }[] = [];
  const stop = sandbox.world.subscribe((event) => {
    if (event.t !== 'MESSAGE_UPDATE' || (event.d as { id: string }).id !== id) return;
    const count = Number(/\*\*(\d+)\*\* to answer/u.exec(textOf(event.d as APIMessage))?.[1] ?? 0);
    seen.push({ count, at: performance.now() });
  });
  return {
    stop,
    edits: () => seen.length,
    /** For each question, in the order in which they were acknowledged; unseen ones are missing. */
    delays: (askedAt: readonly number[]): number[] =>
      askedAt.flatMap((asked, index) => {
        const first = seen.find(({ count }) => count > index);
        return first === undefined ? [] : [Math.max(0, first.at - asked)];
      }),
  };
}

/** The announcement says "12 questions · 34 supports". */
function missingOn(sandbox: TestSandbox, { id }: APIMessage, crowd: Crowd): number {
  const now = sandbox.channel(PLACE).byId.get(id)?.message;
  const [, questions, supports] = /([\d,]+) questions?\*\* · ([\d,]+) supports?/u.exec(textOf(now)) ?? [];
  const shown = (digits: string | undefined): number => Number((digits ?? '0').replaceAll(',', ''));
  return Math.abs(crowd.askedAt.length - shown(questions)) + Math.abs(crowd.supports() - shown(supports));
}

/** The best of some runs: what the ranking takes, not what else the machine was doing. */
function rankingMs(count: number): number {
  const questions = Array.from({ length: count }, (_, id) => ({
    id,
    number: id + 1,
    askerId: String(id % 1_000),
    supports: (id * 7_919) % 311,
    alsoAsked: id % 5,
    skips: id % 3,
    firstTimer: id % 2 === 0,
  }));
  const answered = new Set(Array.from({ length: 300 }, (_, each) => String(each)));
  const runs = Array.from({ length: 20 }, () => {
    const began = performance.now();
    ranked(questions, answered);
    return performance.now() - began;
  });
  return Math.min(...runs);
}
