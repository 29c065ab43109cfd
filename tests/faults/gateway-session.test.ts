import { afterEach, describe, expect, test } from 'vitest';
import { customId } from '../../src/discord/custom-id.ts';
import { defineComponent } from '../../src/discord/define-component.ts';
import { button, row } from '../../src/discord/ui.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { GatewayFault } from '../../src/sandbox/gateway/gateway-faults.ts';
import { closeAll, kit, localDiscord, until } from '../discord/sandbox-bot.ts';

afterEach(closeAll);

const { general } = SMALL.channels;
const pressId = customId('test.press', 1, {});
const body = { components: [row(button({ id: pressId.build({}), label: 'Press' }))] };

/** A bot with a button in #general, on a gateway that wants a heartbeat every 300 ms. */
async function pressable() {
  const discord = await localDiscord({ heartbeatInterval: 300 });
  const run = () => ({ kind: 'update', body }) as const;
  const hearth = kit(discord, {
    components: [defineComponent({ kind: 'button', id: pressId, ack: 'now', run })],
  });
  await hearth.connection.connect();
  const posted = await hearth.messenger.post(general, body);
  if (!posted.ok) throw new Error(posted.failure.reason);
  const data = { component_type: 2, custom_id: pressId.build({}) };
  const press = () =>
    discord.interact(SMALL.users.member, {
      type: 3,
      channel_id: general,
      guild_id: SMALL.guild,
      message_id: posted.value.id,
      data,
    });
  const identified = () => discord.gateway.startLimit.total - discord.gateway.startLimit.remaining();
  return { discord, hearth, press, identified };
}

describe('a session that breaks', () => {
  test.each([
    ['is asked to reconnect', { kind: 'reconnect' }, 1],
    ['is closed with an unknown error', { kind: 'disconnect', code: 4000 }, 1],
    ['is invalid', { kind: 'invalid-session', resumable: false }, 2],
    ['goes silent', { kind: 'silence', ms: 2000 }, 1],
  ] as [string, GatewayFault, number][])('because it %s answers presses again', async (_, fault, starts) => {
    const { discord, hearth, press, identified } = await pressable();
    expect(await press()).toMatchObject({ result: 'success' });
    expect(identified()).toBe(1);
    discord.gateway.faults.inject(fault);
    await until(() => hearth.lines.some(({ msg }) => msg === 'gateway connection closed'));
    let answered = 0;
    for (let tries = 0; answered < 3 && tries < 12; tries += 1) {
      const { result } = await press();
      if (result === 'success') answered += 1;
    }
    expect(answered).toBe(3);
    expect(identified()).toBe(starts);
    expect(hearth.fatal).toEqual([]);
  });

  test('by an outage of gateway and REST is back after its end, without a restart', async () => {
    const { discord, hearth, press } = await pressable();
    discord.gateway.faults.inject({ kind: 'outage', ms: 4000 });
    expect(await hearth.messenger.post(general, body)).toMatchObject({
      ok: false,
      failure: { kind: 'retry' },
    });
    await until(() => !discord.gateway.faults.outage());
    let result = 'failure';
    while (result !== 'success') ({ result } = await press());
    expect(hearth.fatal).toEqual([]);
    expect(await hearth.messenger.post(general, body)).toMatchObject({ ok: true });
  });
});
