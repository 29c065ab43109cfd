import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, expect, test } from 'vitest';
import { scheduledEvents } from '../../src/discord/scheduled-events.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { checkBodies } from '../support/conformance.ts';
import { as, closeAll, kit, localDiscord } from './sandbox-bot.ts';

afterEach(closeAll);

const HOUR = 3_600_000;

async function calendar(permissions: bigint = PermissionFlagsBits.CreateEvents) {
  const discord = await localDiscord();
  const { connection } = kit(discord);
  await connection.connect();
  const { rest, restOnce, ownId } = connection;
  const { owner } = SMALL.users;
  const roles = await as(discord, owner, 'GET', `/guilds/${SMALL.guild}/roles`);
  const own = (roles.body as { id: string; permissions: string }[]).find(({ id }) => id === SMALL.roles.bot);
  await as(discord, owner, 'PATCH', `/guilds/${SMALL.guild}/roles/${SMALL.roles.bot}`, {
    permissions: String(BigInt(own?.permissions ?? 0) | permissions),
  });
  const startAt = Math.ceil(discord.clock.now() / 1000) * 1000 + HOUR;
  return {
    discord,
    events: scheduledEvents({ rest, restOnce, ownId }),
    plan: {
      name: 'Ask our roaster',
      description: 'Beans',
      startAt,
      endAt: startAt + HOUR,
      place: { location: '#general' },
    },
    shown: async () => {
      const all = await as(discord, owner, 'GET', `/guilds/${SMALL.guild}/scheduled-events`);
      return all.body as { id: string; name: string; status: number; entity_metadata: unknown }[];
    },
    byHand: (id: string, method: string, body?: object) =>
      as(discord, owner, method, `/guilds/${SMALL.guild}/scheduled-events/${id}`, body),
  };
}

async function made(h: Awaited<ReturnType<typeof calendar>>) {
  const created = await h.events.create(SMALL.guild, h.plan, 'because');
  if (!created.ok) throw new Error(created.failure.reason);
  return created.value;
}

test('an event is made with words, times and place, changed, begun and ended', async () => {
  const h = await calendar();
  expect(await h.shown()).toEqual([]);
  const { id, startAt, status } = await made(h);
  expect({ startAt, status }).toEqual({ startAt: h.plan.startAt, status: 'scheduled' });
  expect(await h.shown()).toMatchObject([
    { id, name: 'Ask our roaster', entity_metadata: { location: '#general' } },
  ]);
  const edited = await h.events.edit(SMALL.guild, id, { name: 'Ask our barista' }, 'because');
  expect(edited).toMatchObject({ ok: true, value: { name: 'Ask our barista', description: 'Beans' } });
  expect(await h.events.setStatus(SMALL.guild, id, 'active')).toMatchObject({ value: { status: 'active' } });
  expect(await h.events.setStatus(SMALL.guild, id, 'completed')).toMatchObject({
    value: { status: 'completed' },
  });
  checkBodies(h.discord.requests.since());
});

test('words that are too long are cut, and an event whose answer was lost is found again', async () => {
  const h = await calendar();
  h.discord.faults.add({
    match: { method: 'POST', route: `/guilds/${SMALL.guild}/scheduled-events` },
    action: { kind: 'drop-after', how: 'reset' },
  });
  const name = 'W'.repeat(150);
  const lost = await h.events.create(
    SMALL.guild,
    { ...h.plan, name, description: 'd'.repeat(2_000) },
    'because',
  );
  expect(lost).toMatchObject({ ok: false, failure: { kind: 'retry' } });
  expect(await h.shown()).toHaveLength(1);
  const found = await h.events.findOwn(SMALL.guild, (event) => event.startAt === h.plan.startAt);
  expect(found).toMatchObject({ ok: true, value: { name: `${'W'.repeat(99)}…` } });
  expect(await h.events.findOwn(SMALL.guild, () => false)).toEqual({ ok: true, value: undefined });
});

test('without Create Events it says so, and what somebody deleted is gone', async () => {
  const h = await calendar(0n);
  expect(await h.events.create(SMALL.guild, h.plan, 'because')).toMatchObject({
    ok: false,
    failure: { kind: 'forbidden' },
  });
  const allowed = await calendar();
  const { id } = await made(allowed);
  expect((await allowed.byHand(id, 'DELETE')).status).toBe(204);
  expect(await allowed.events.find(SMALL.guild, id)).toMatchObject({ ok: false, failure: { kind: 'gone' } });
  expect(await allowed.events.edit(SMALL.guild, id, { name: 'x' }, 'because')).toMatchObject({
    ok: false,
    failure: { kind: 'gone' },
  });
});
