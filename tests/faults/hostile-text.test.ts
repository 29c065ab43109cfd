import { expect } from 'vitest';
import { buildManyGuilds } from '../../src/sandbox/community/build-many-guilds.ts';
import { checkBodies } from '../support/conformance.ts';
import { everythingSaid, faultTest } from '../support/faults.ts';
import { filled, messageIn, nasty } from '../support/hostile.ts';
import { buttonsOf } from '../support/messages.ts';
import type { Outcome } from '../support/outcome.ts';
import type { PersonaDriver, Where } from '../support/persona.ts';

/** As many lines of options as it takes, each a piece of the text. */
const optionsFrom = (text: string): string => `${text.slice(0, 75)}\nplain\n${text.slice(75, 150)}`;

/** Presses all that stands on a preview, and publishes where that is offered. */
async function pressThrough(admin: PersonaDriver, outcome: Outcome): Promise<void> {
  if (!outcome.reply) return;
  for (const { customId, disabled } of buttonsOf(outcome.reply)) {
    if (!customId || disabled || customId.endsWith(':cancel')) continue;
    const pressed = await admin.press(outcome.reply, customId);
    expect(pressed.result).not.toBe('failure');
    if (customId.endsWith(':publish')) return;
  }
}

async function byEveryEntrance(admin: PersonaDriver, text: string, where: Where): Promise<void> {
  const options = `${text.slice(0, 80)}|plain|${text.slice(80, 160)}`;
  const slash = (question: string, closes: string) =>
    admin.slash('poll quick', { question, options, closes }, where);
  await pressThrough(admin, await slash(text, text.slice(0, 100) || '-'));
  await pressThrough(admin, await slash(text.slice(0, 300), 'in 2 days'));

  const first = await admin.slash('poll create', { weights: `<@&1> 3 ${text}`.slice(0, 1_000) }, where);
  if (first.modal) await pressThrough(admin, await admin.submitModal(first.modal, filled(first, text)));
  const second = await admin.slash('poll create', {}, where);
  const values = { ...filled(second, text), options: optionsFrom(text), closes: 'in 2 days' };
  await pressThrough(admin, await admin.submitModal(second.modal, values));

  const said =
    text.trim() === '' ? undefined : await admin.say(text.slice(0, 2_000), where).catch(() => undefined);
  if (said) {
    const menu = await admin.contextMenu('Make a poll', said);
    await pressThrough(admin, await admin.submitModal(menu.modal, { closes: 'in 2 days' }));
  }
  expect((await admin.slash('poll show', { poll: text }, where)).result).toBe('success');
  expect(await admin.autocomplete('poll show', 'poll', text, {}, where)).toBeInstanceOf(Array);
}

faultTest(
  'hostile text by every entrance: Discord refuses nothing, nobody is pinged, and every body is as published',
  async ({ stage }) => {
    // A channel for each text, because edits in one channel take turns.
    const bot = await stage({ seed: buildManyGuilds(1, 3), rateLimits: false });
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('person1');
    for (const [index, text] of nasty.entries()) {
      await byEveryEntrance(admin, text, { channel: `channel-${index}` });
    }
    await sandbox.until(() => stored.polls().every(({ message_id }) => message_id), 20_000);
    expect(stored.polls().length).toBeGreaterThan(nasty.length);
    const where = { channel: 'channel-0' };
    for (const { id } of stored.polls()) {
      expect((await admin.slash('poll close', { poll: String(id) }, where)).result).toBe('success');
      expect((await admin.slash('poll export', { poll: String(id) }, where)).result).toBe('success');
    }
    await sandbox.until(() => stored.polls().every(({ finished_at }) => finished_at), 60_000);
    expect((await admin.slash('poll list', {}, where)).result).toBe('success');

    const sent = sandbox.sent();
    expect(sent.filter(({ status }) => status >= 400)).toEqual([]);
    checkBodies(sent);
    const messages = sent.flatMap(({ body, route }) => messageIn(route, body));
    expect(messages.length).toBeGreaterThan(nasty.length * 8);
    expect(messages.filter(({ allowed_mentions }) => allowed_mentions === undefined)).toEqual([]);
    const pinging = messages.filter(({ allowed_mentions: allowed }) =>
      allowed?.parse?.some((kind) => kind !== 'users'),
    );
    expect(pinging).toEqual([]);
    const words = everythingSaid(bot).join('\n');
    expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(words).not.toMatch(/\p{Surrogate}/u);
    expect(bot.complaints).toEqual([]);
  },
);
