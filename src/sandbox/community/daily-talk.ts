import { dayStart, isWeekend, talkTime } from './calendar.ts';
import { playBlock, type Stage } from './play.ts';
import { type Block, type Line, parseScript } from './script.ts';
import type { SeedChannel } from './seed-types.ts';
import { COFFEES } from './texts/brew-log.ts';
import { DAY_TALK } from './texts/day-talk.ts';
import { BREW_TALK_DAILY, EVENTS_DAILY, GEAR_DAILY } from './texts/workshop-talk.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** How many exchanges a channel has in each seven days up to yesterday; the last number is for today and what follows. */
const PLAN: readonly { channel: string; script: string; weeks: readonly number[] }[] = [
  { channel: 'general', script: DAY_TALK, weeks: [3, 4, 4, 5, 5, 6, 5, 6, 6, 6, 7, 8, 7] },
  { channel: 'brew-talk', script: BREW_TALK_DAILY, weeks: [2, 2, 2, 3, 2, 3, 2, 3, 3, 2, 3, 4, 3] },
  // Fades: its people have found what they looked for.
  { channel: 'gear', script: GEAR_DAILY, weeks: [3, 4, 4, 4, 4, 4, 3, 4, 4, 3, 2, 0, 0] },
  // Wakes: the brew-along has moved to the evening, and a meet-up is coming.
  { channel: 'events', script: EVENTS_DAILY, weeks: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 6, 4] },
];

/** What people talk about between the larger conversations, week by week, fewer of it at weekends. */
export function talkDaily(stage: Stage, channelNamed: (name: string) => SeedChannel): void {
  const latest = dayStart(stage.to);
  for (const { channel, script, weeks } of PLAN) {
    const place = channelNamed(channel);
    const pick = inTurn(stage, script);
    weeks.forEach((exchanges, index) => {
      const first = latest - (weeks.length - 1 - index) * WEEK;
      for (let left = exchanges; left > 0; left -= 1) {
        const at = talkTime(dayOf(stage, first), stage.random);
        if (at > stage.from && at < stage.to - 2 * 3_600_000) playBlock(stage, place, pick(), at, 'everyone');
      }
    });
  }
}

/** Most of what would fall on a weekend tries another day. */
function dayOf({ random }: Stage, first: number): number {
  const day = first + random.between(0, 6) * DAY;
  return isWeekend(day) && random.chance(0.7) ? first + random.between(0, 6) * DAY : day;
}

/** Exchanges from a script; none comes again before all others of it had their turn. */
function inTurn(stage: Stage, script: string): () => Block {
  const { random } = stage;
  const all = parseScript(script);
  let rest: Block[] = [];
  return () => {
    if (rest.length === 0) rest = random.sample(all, all.length);
    const next = rest.pop();
    if (next === undefined) throw new Error('a channel with nothing to talk about');
    return exchange(stage, next);
  };
}

/**
 * The opener, and a run of the answers; all of it where a line answers one that is not the opener. Now and then nobody
 * has anything to say.
 */
function exchange({ random }: Stage, { lines }: Block): Block {
  const [opener, ...answers] = lines;
  if (opener === undefined) throw new Error('an exchange without a beginning');
  const coffee = random.pick(COFFEES);
  const isWhole = answers.some(({ answers: to }) => to !== undefined && to !== opener.speaker);
  const spoken = random.chance(0.08) ? [] : isWhole || random.chance(0.6) ? answers : answers.slice(0, 2);
  const replies = spoken.map((line) => {
    const direct = line.speaker !== opener.speaker && line.answers === undefined && random.chance(0.4);
    return direct ? { ...line, answers: opener.speaker } : line;
  });
  const brewed = (line: Line): Line => ({ ...line, text: line.text.replace('$coffee', () => coffee) });
  return { title: undefined, tags: [], lines: [opener, ...replies].map(brewed) };
}
