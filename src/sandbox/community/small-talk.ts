import type { Resident } from './build-people.ts';
import { isWeekend, talkTime } from './calendar.ts';
import { iso } from './ids.ts';
import type { Stage } from './play.ts';
import type { SeedChannel, SeedMessage } from './seed-types.ts';
import { BREW_REPLIES, BREWERS, COFFEES, VERDICTS } from './texts/brew-log.ts';
import { GREETINGS, INTRODUCTIONS } from './texts/introductions.ts';
import { ARRIVALS } from './texts/newcomers.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Some of those who arrive say hello, and are greeted. Each introduction is used once. */
export function introduce(stage: Stage, channel: SeedChannel, residents: readonly Resident[]): void {
  const { random } = stage;
  const scripted = new Set(ARRIVALS.map(({ username }) => username));
  const arrivals = residents.filter(
    ({ person, joinedAt }) => person.talk > 0 && joinedAt > stage.from && !scripted.has(person.username),
  );
  const shy = random.sample(arrivals, INTRODUCTIONS.length).sort((a, b) => a.joinedAt - b.joinedAt);
  shy.forEach((resident, index) => {
    const at = Math.min(resident.joinedAt + random.between(2, 40) * MINUTE, stage.to - 60 * MINUTE);
    const text = INTRODUCTIONS[index] ?? '';
    const hello = say(stage, channel, resident, text, at);
    hello.reactions = stage.cast.reactions(
      [{ emoji: '👋', count: random.between(1, 7) }],
      resident,
      at,
      'everyone',
    );
    for (const greeting of random.sample(GREETINGS, random.between(1, 2))) {
      const later = Math.min(at + random.between(3, 25) * MINUTE, stage.to);
      const greeter = stage.cast.talker(later, resident);
      const answer = say(
        stage,
        channel,
        greeter,
        greeting.replace('{name}', `<@${resident.user.id}>`),
        later,
      );
      answer.reply_to = hello.id;
    }
  });
}

/** Two or three notes about the morning cup a day, with an answer now and then. */
export function logBrews(stage: Stage, channel: SeedChannel): void {
  const { random } = stage;
  for (let day = stage.from; day < stage.to - DAY; day += DAY) {
    for (let cups = random.between(1, isWeekend(day) ? 2 : 3); cups > 0; cups -= 1) {
      const at = Math.max(stage.from, talkTime(day, random));
      const author = stage.cast.talker(at);
      const note = say(stage, channel, author, brewNote(stage), at);
      if (random.chance(0.6)) {
        const wanted = [{ emoji: random.pick(['☕', '😋', 'crema', '🔥']), count: random.between(1, 4) }];
        note.reactions = stage.cast.reactions(wanted, author, at, 'everyone');
      }
      if (!random.chance(0.55)) continue;
      const later = Math.min(at + random.between(4, 200) * MINUTE, stage.to);
      const answer = say(stage, channel, stage.cast.talker(later, author), random.pick(BREW_REPLIES), later);
      if (random.chance(0.5)) answer.reply_to = note.id;
    }
  }
}

function brewNote({ random }: Stage): string {
  const brewer = random.pick(BREWERS);
  const dose = random.between(...brewer.dose);
  const recipe = `${dose} g in, ${dose * brewer.ratio} g out, ${brewer.time}`;
  const coffee = random.pick(COFFEES);
  const verdict = random.pick(VERDICTS);
  return random.pick([
    `${coffee}, ${brewer.name}, ${recipe}. ${verdict}`,
    `This morning: ${coffee} (${brewer.name}, ${recipe}). ${verdict}`,
    `${coffee} again. ${verdict} ${brewer.name}, ${recipe}.`,
  ]);
}

function say(stage: Stage, channel: SeedChannel, author: Resident, content: string, at: number): SeedMessage {
  const message: SeedMessage = {
    id: stage.snowflake(at),
    channel_id: channel.id,
    author_id: author.user.id,
    content,
    timestamp: iso(at),
    pinned: false,
    reactions: [],
  };
  stage.messages.push(message);
  return message;
}
