import type { Resident } from './build-people.ts';
import { arrivalTime } from './calendar.ts';
import { iso } from './ids.ts';
import { playBlock, type Stage } from './play.ts';
import { parseScript } from './script.ts';
import type { SeedChannel } from './seed-types.ts';
import { ARRIVALS } from './texts/newcomers.ts';

/** Discord's own line about everybody who has joined, but for the one whose server it is. */
export function announceJoins(stage: Stage, channel: SeedChannel, residents: readonly Resident[]): void {
  for (const { person, user, joinedAt } of residents) {
    if (person.part === 'owner') continue;
    stage.messages.push({
      id: stage.snowflake(joinedAt),
      channel_id: channel.id,
      author_id: user.id,
      content: '',
      timestamp: iso(joinedAt),
      pinned: false,
      joined: true,
      reactions: [],
    });
  }
}

/** What those who came in the last two weeks said first; some of them still wait for an answer. */
export function welcomeArrivals(
  stage: Stage,
  now: number,
  channelNamed: (name: string) => SeedChannel,
): void {
  for (const arrival of ARRIVALS) {
    for (const block of parseScript(arrival.script)) {
      playBlock(stage, channelNamed(arrival.channel), block, arrivalTime(arrival, now), 'everyone');
    }
  }
}
