import type { APIGuildForumTag } from 'discord-api-types/v10';
import { adjustableClock } from '../../../src/platform/clock.ts';
import { buildSmallSeed, SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { insertChannel } from '../../../src/sandbox/world/channels.ts';
import type { WorldEvent } from '../../../src/sandbox/world/types.ts';

export const FORUM = '1191000000000000031';
export const TAGS = { plain: '1191000000000000041', moderated: '1191000000000000042' };

export interface Answer {
  status: number;
  // The wire has no types; the tests say what they expect of it.
  // oxlint-disable-next-line no-explicit-any
  body: any;
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A running sandbox with the small guild, a forum, and a way to speak to it as anybody over HTTP. */
export async function smallWorld(more: { privilegedIntents?: number } = {}) {
  const clock = adjustableClock({ now: () => START });
  const sandbox = await startSandbox({ clock, seed: buildSmallSeed(), rateLimits: false, ...more });
  const { world } = sandbox;
  const guild = world.guilds.get(SMALL.guild);
  if (guild === undefined) throw new Error('the small seed has a guild');
  insertChannel(world, guild, {
    id: FORUM,
    type: 15,
    guild_id: guild.id,
    name: 'ideas',
    position: 9,
    parent_id: null,
    flags: 0,
    permission_overwrites: [],
    available_tags: [tag(TAGS.plain, 'drinks', false), tag(TAGS.moderated, 'planned', true)],
  });
  const events: WorldEvent[] = [];
  world.subscribe((event) => events.push(event));
  return {
    sandbox,
    world,
    guild,
    /** Names of the dispatches since the last call. */
    heard: () => events.splice(0).map(({ t }) => t),
    event: (name: string) => events.find(({ t }) => t === name)?.d as Record<string, unknown> | undefined,
    bot: caller(sandbox.apiUrl, `Bot ${sandbox.botToken}`),
    as: (user: keyof typeof SMALL.users) => caller(sandbox.apiUrl, `persona.${SMALL.users[user]}`),
    close: () => sandbox.close(),
  };
}

/** A Sunday in January 2026. */
export const START = Date.UTC(2026, 0, 4, 12);

export type SmallWorld = Awaited<ReturnType<typeof smallWorld>>;

const tag = (id: string, name: string, moderated: boolean): APIGuildForumTag => ({
  id,
  name,
  moderated,
  emoji_id: null,
  emoji_name: null,
});

function caller(apiUrl: string, authorization: string): Call {
  return async (method, path, body) => {
    const headers: Record<string, string> = {
      authorization,
      'x-audit-log-reason': 'because%20of%20a%20test',
    };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(`${apiUrl}/v10${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}
