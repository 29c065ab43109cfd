import { GuildFeature, GuildVerificationLevel, Locale } from 'discord-api-types/v10';
import { announceJoins, welcomeArrivals } from './arrivals.ts';
import { buildBot } from './build-bot.ts';
import { buildHouse } from './build-house.ts';
import { buildPeople } from './build-people.ts';
import { dayStart } from './calendar.ts';
import { buildCast } from './cast.ts';
import { talkDaily } from './daily-talk.ts';
import { iso, snowflakes } from './ids.ts';
import { play, type Stage } from './play.ts';
import { prng } from './prng.ts';
import { parseScript } from './script.ts';
import type { CommunitySeed, SeedGuild } from './seed-types.ts';
import { introduce, logBrews } from './small-talk.ts';
import { BREW_TALK, ROAST_FEEDBACK } from './texts/coffee-talk.ts';
import { GEAR, GENERAL } from './texts/general.ts';
import { EMOJIS } from './texts/house.ts';
import { IDEAS } from './texts/ideas.ts';
import { ANNOUNCEMENTS, EVENTS, STAFF, WELCOME } from './texts/notices.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKS = 12;

/**
 * Morning Fox Coffee, an invented brand: about 60 people over the 12 weeks before `now` (UTC ms). The same
 * `seed` and `now` give the same community to the letter.
 */
export function buildCommunity(options: { seed: number; now: number }): CommunitySeed {
  const random = prng(options.seed);
  const snowflake = snowflakes();
  const founded = options.now - WEEKS * 7 * DAY;
  const guildId = snowflake(founded);
  const nextId = () => snowflake(founded);

  const bot = buildBot(founded - 90 * DAY, snowflake);
  const house = buildHouse(guildId, bot.user.id, nextId);
  const residents = buildPeople({ founded, now: options.now, random, snowflake, roleIds: house.roleIds });
  const owner = residents.find(({ person }) => person.part === 'owner');
  if (!owner) throw new Error('the sample guild has no owner');
  const emojis = EMOJIS.map((name) => ({ id: nextId(), name, animated: false }));

  const stage: Stage = {
    cast: buildCast(residents, new Map(emojis.map(({ id, name }) => [name, id])), random),
    random,
    snowflake,
    from: founded + DAY,
    to: options.now - 4 * MINUTE,
    messages: [],
    threads: [],
  };
  const inFirstHours: Stage = { ...stage, from: founded + 2 * 60 * MINUTE, to: founded + 6 * 60 * MINUTE };
  const untilItFaded: Stage = { ...stage, to: dayStart(options.now) - 14 * DAY };
  play(inFirstHours, house.channel('welcome'), parseScript(WELCOME), 'everyone');
  for (const [name, script] of Object.entries(SCRIPTS)) {
    const audience = name === 'staff-only' ? 'staff' : 'everyone';
    play(name === 'gear' ? untilItFaded : stage, house.channel(name), parseScript(script), audience);
  }
  announceJoins(stage, house.channel('general'), residents);
  introduce(stage, house.channel('introductions'), residents);
  welcomeArrivals(stage, options.now, house.channel);
  talkDaily(stage, house.channel);
  logBrews(stage, house.channel('brew-talk'));

  const guild: SeedGuild = {
    id: guildId,
    name: 'Morning Fox Coffee (sample)',
    description: 'Sample data: an invented coffee roastery and its invented community, to try Hearth on.',
    owner_id: owner.user.id,
    features: [GuildFeature.Community, GuildFeature.News],
    preferred_locale: Locale.EnglishUS,
    verification_level: GuildVerificationLevel.Low,
    system_channel_id: house.channel('general').id,
    rules_channel_id: house.channel('welcome').id,
    public_updates_channel_id: house.channel('staff-only').id,
    roles: house.roles,
    channels: house.channels,
    threads: stage.threads,
    members: [
      ...residents.map(({ member }) => member),
      { user_id: bot.user.id, nick: null, joined_at: iso(founded + 2 * DAY), roles: [house.roleIds.bot] },
    ],
    emojis,
    messages: stage.messages.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp)),
  };
  return {
    sample: true,
    application: { ...bot.application, owner_id: owner.user.id },
    users: [...residents.map(({ user }) => user), bot.user],
    guilds: [guild],
  };
}

const SCRIPTS: Readonly<Record<string, string>> = {
  announcements: ANNOUNCEMENTS,
  general: GENERAL,
  gear: GEAR,
  'brew-talk': BREW_TALK,
  'roast-feedback': ROAST_FEEDBACK,
  ideas: IDEAS,
  events: EVENTS,
  'staff-only': STAFF,
};
