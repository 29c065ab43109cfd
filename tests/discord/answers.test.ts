import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { customId, integer } from '../../src/discord/custom-id.ts';
import { defineCommand } from '../../src/discord/define-command.ts';
import { defineComponent } from '../../src/discord/define-component.ts';
import { commandOptions, modalInputs } from '../../src/discord/inputs.ts';
import type { Ack, Reply } from '../../src/discord/interaction.ts';
import { button, container, mediaGallery, row, section, separator, text } from '../../src/discord/ui.ts';
import { checkboxGroup, label, modal, radioGroup, textInput } from '../../src/discord/ui-modal.ts';
import { channelSelect, roleSelect, select, userSelect } from '../../src/discord/ui-select.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { closeAll, kit, localDiscord, until } from './sandbox-bot.ts';

afterEach(closeAll);

const { general } = SMALL.channels;
const { member, other } = SMALL.users;
const pressId = customId('test.press', 1, { row: integer });
const voteId = pressId.build({ row: 1 });

/** A bot with one button in #general whose handler is given, and the press of it. */
async function buttonIn(run: () => Reply | Promise<Reply>, ack: Ack = 'now') {
  const discord = await localDiscord();
  const hearth = kit(discord, { components: [defineComponent({ kind: 'button', id: pressId, ack, run })] });
  await hearth.connection.connect();
  const posted = await hearth.messenger.post(general, {
    components: [text('0 votes'), row(button({ id: voteId, label: 'Vote' }))],
  });
  if (!posted.ok) throw new Error(posted.failure.reason);
  const messageId = posted.value.id;
  const data = { component_type: 2, custom_id: voteId };
  return {
    discord,
    hearth,
    callbacks: () => discord.requests.since().filter(({ path }) => path.endsWith('/callback')),
    press: (userId: string) =>
      discord.interact(userId, {
        type: 3,
        channel_id: general,
        guild_id: SMALL.guild,
        message_id: messageId,
        data,
      }),
    /** What everybody sees. */
    shown: async () => {
      const found = await hearth.messenger.findOwn(general, ({ id }) => id === messageId);
      return JSON.stringify(found.ok ? found.value?.components : found.failure);
    },
  };
}

describe('a press of a real button', () => {
  test('changes the message it stands on, in one request', async () => {
    const { press, shown, discord, hearth } = await buttonIn(() => ({
      kind: 'update',
      body: { components: [text('1 vote')] },
    }));
    expect(await shown()).toContain('0 votes');
    const before = discord.requests.seq;
    expect(await press(member)).toMatchObject({ result: 'success', callbackType: 7 });
    await until(() => hearth.handled().length === 1);
    expect(discord.requests.since(before)).toHaveLength(1);
    expect(await shown()).toContain('1 vote');
  });

  test.each(['reset', 'fin'] as const)(
    'whose answer is lost (%s) counts once and shows no error',
    async (how) => {
      let votes = 0;
      const { discord, press, callbacks, hearth } = await buttonIn(() => {
        votes += 1;
        return { kind: 'reply', ephemeral: true, body: { components: [text(`vote ${votes}`)] } };
      });
      discord.faults.add({ match: { route: '/interactions' }, action: { kind: 'drop-after', how } });
      const result = await press(member);
      expect(result).toMatchObject({ result: 'success', callbackType: 4 });
      await until(() => hearth.handled().length === 1);
      expect(votes).toBe(1);
      expect(callbacks().map(({ code }) => code)).toEqual([undefined, 40060]);
      expect(hearth.handled()).toMatchObject([{ outcome: 'done', delivery: 'answered' }]);
      expect(hearth.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    },
  );

  test('that Discord fails to take in at first is answered by the second try', async () => {
    const { discord, press } = await buttonIn(() => ({
      kind: 'update',
      body: { components: [text('1 vote')] },
    }));
    discord.faults.add({ match: { route: '/interactions' }, action: { kind: 'status', status: 502 } });
    expect(await press(member)).toMatchObject({ result: 'success' });
  });

  test('that takes 2.6 seconds is answered in time and shows its result', async () => {
    const { press, shown, hearth } = await buttonIn(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 2600);
      });
      return { kind: 'update', body: { components: [text('1 vote')] } };
    });
    expect(await press(member)).toMatchObject({ result: 'success', callbackType: 6 });
    expect(await shown()).toContain('0 votes');
    await until(() => hearth.handled().length === 1);
    expect(await shown()).toContain('1 vote');
  });

  test('that could not be saved says so to the presser, and the message stays as it was', async () => {
    const { press, shown } = await buttonIn(() =>
      Promise.reject(
        Object.assign(new Error('SQLITE_BUSY: votes'), { name: 'StorageError', failure: 'busy' }),
      ),
    );
    const before = await shown();
    const { message, result } = await press(member);
    expect(result).toBe('success');
    expect(message?.flags).toBe(64 | 32_768);
    expect(JSON.stringify(message?.components)).toMatch(/nothing was changed/u);
    expect(JSON.stringify(message)).not.toMatch(/SQLITE/u);
    expect(await shown()).toBe(before);
  });

  test('that a view answers wrongly still gets words', async () => {
    const { press, hearth } = await buttonIn(() => ({
      kind: 'update',
      body: { components: Array.from({ length: 41 }, () => text('too many')) },
    }));
    const { message, result } = await press(member);
    expect(result).toBe('success');
    expect(JSON.stringify(message?.components)).toMatch(/something went wrong/u);
    await until(() => hearth.handled().length === 1);
    expect(hearth.handled()).toMatchObject([{ outcome: 'failed' }]);
  });

  test('is answered once when the event comes twice', async () => {
    let runs = 0;
    const { discord, press, callbacks, hearth } = await buttonIn(() => {
      runs += 1;
      return { kind: 'update', body: { components: [text('1 vote')] } };
    });
    discord.gateway.faults.inject({ kind: 'duplicate-next' });
    await press(member);
    await until(() => hearth.received.length === 2 && hearth.handled().length === 1);
    expect(runs).toBe(1);
    expect(callbacks()).toHaveLength(1);
  });

  test.each([
    ['defer-ephemeral', 5],
    ['defer-public', 5],
    ['defer-update', 6],
  ] as const)('of a handler that declares %s is deferred, then told', async (ack, callbackType) => {
    const { press, hearth, discord } = await buttonIn(
      () => ({ kind: 'reply', ephemeral: true, body: { components: [text('all counted')] } }),
      ack,
    );
    expect(await press(member)).toMatchObject({ result: 'success', callbackType });
    await until(() => hearth.handled().length === 1);
    expect(hearth.handled()).toMatchObject([{ delivery: 'answered' }]);
    const last = discord.requests.since().at(-1);
    expect(last).toMatchObject({ status: 200 });
    expect(JSON.stringify(last?.body)).toContain('all counted');
  });

  test('leaves nothing about its token in memory of the REST client', async () => {
    const { press, hearth } = await buttonIn(
      () => ({
        kind: 'update',
        body: { components: [text('x'), row(button({ id: voteId, label: 'Vote' }))] },
      }),
      'defer-update',
    );
    for (const userId of [member, other, SMALL.users.newcomer]) await press(userId);
    await until(() => hearth.handled().length === 3);
    expect([...hearth.connection.rest.handlers.keys()].filter((key) => key.includes('webhooks'))).toEqual([]);
  });
});

describe('every part that a view can use', () => {
  const dialog = modal({
    id: voteId,
    title: 'A title that is much longer than the forty-five characters that Discord allows',
    parts: [
      label(
        { label: 'Question', description: 'd'.repeat(200) },
        textInput({ id: 'q', long: true, value: 'v', max: 300 }),
      ),
      label({ label: 'Kind' }, radioGroup({ id: 'kind', options: twoChoices() })),
      label({ label: 'Extras' }, checkboxGroup({ id: 'extras', options: twoChoices() })),
      label({ label: 'Roles' }, roleSelect({ id: 'roles', min: 0, max: 3, required: false })),
      label({ label: 'Channel' }, channelSelect({ id: 'channel', required: false, min: 0 })),
    ],
  });

  function twoChoices() {
    return [
      { value: 'a', label: 'A'.repeat(200), description: 'x'.repeat(200), chosen: true },
      { value: 'b', label: 'B' },
    ];
  }

  const command = defineCommand({
    type: 'chat',
    data: {
      name: 'show',
      description: 'Shows everything',
      options: [{ type: 3, name: 'what', description: 'What', required: true, autocomplete: true }],
    },
    handlers: {
      '': {
        ack: 'now',
        run: ({ raw }) =>
          commandOptions(raw).text('what') === 'dialog' ? { kind: 'modal', modal: dialog } : everything(),
        autocomplete: ({ raw }) => [{ name: `${commandOptions(raw).focused()?.value}!`, value: 'dialog' }],
      },
    },
  });
  const menu = defineCommand({
    type: 'context-menu',
    data: { type: ApplicationCommandType.Message, name: 'Make a poll' },
    ack: 'now',
    run: () => ({ kind: 'modal', modal: dialog }),
    requires: PermissionFlagsBits.SendMessages,
  });
  const filledIn: unknown[] = [];
  const form = defineComponent({
    kind: 'modal',
    id: pressId,
    ack: 'now',
    run({ raw }) {
      const inputs = modalInputs(raw as never);
      filledIn.push([inputs.text('q'), inputs.one('kind'), inputs.many('extras'), inputs.many('roles')]);
      return { kind: 'reply', ephemeral: true, body: { components: [text('thank you')] } };
    },
  });

  function everything(): Reply {
    const files = [
      { name: 'chart.png', data: Buffer.from('png'), contentType: 'image/png', description: 'chart' },
    ];
    const options = Array.from({ length: 30 }, (_, index) => ({
      value: `${index}`,
      label: `${index}`.repeat(90),
    }));
    return {
      kind: 'reply',
      ephemeral: false,
      files,
      body: {
        components: [
          container(
            [
              section(['one', 'two', ''], button({ id: 'a:v1', label: '', emoji: '🗳️' })),
              separator({ large: true }),
              row(select({ id: 'b:v1', options, min: 0, max: 99, placeholder: 'p'.repeat(300) })),
              row(userSelect({ id: 'c:v1', max: 2, chosen: [member, other, general] })),
              mediaGallery([{ file: 'chart.png', alt: 'a'.repeat(3000) }]),
              text('@everyone <@&1>'),
            ],
            { accent: 0xaa5500 },
          ),
        ],
      },
    };
  }

  async function showing() {
    const discord = await localDiscord();
    const hearth = kit(discord, { commands: [command, menu], components: [form] });
    await hearth.connection.connect();
    const deployed = await hearth.deploy();
    if (!deployed.ok) throw new Error(deployed.failure.reason);
    const where = { channel_id: general, guild_id: SMALL.guild };
    const show = (what: string, type = 2) =>
      discord.interact(member, {
        ...where,
        type,
        data: {
          name: 'show',
          type: 1,
          options: [{ type: 3, name: 'what', value: what, focused: type === 4 }],
        },
      });
    return { discord, hearth, show, where };
  }

  test('is taken by Discord, cut to its limits', async () => {
    const { show } = await showing();
    const { result, message } = await show('all');
    expect(result).toBe('success');
    expect(message?.mention_everyone).toBe(false);
    expect(message?.attachments).toMatchObject([{ filename: 'chart.png' }]);
  });

  test('a dialog opens, and what is filled in comes back', async () => {
    const { show, discord, where } = await showing();
    expect(await show('dia', 4)).toMatchObject({ choices: [{ name: 'dia!', value: 'dialog' }] });
    const opened = await show('dialog');
    expect(opened.result).toBe('modal');
    const part = (component: object) => ({ type: 18, component });
    const submitted = await discord.interact(member, {
      ...where,
      type: 5,
      data: {
        id: opened.id,
        custom_id: voteId,
        components: [
          part({ type: 4, custom_id: 'q', value: 'Which coffee?' }),
          part({ type: 21, custom_id: 'kind', value: 'b' }),
          part({ type: 22, custom_id: 'extras', values: ['a'] }),
          part({ type: 6, custom_id: 'roles', values: [SMALL.roles.staff] }),
          part({ type: 8, custom_id: 'channel', values: [] }),
        ],
      },
    });
    expect(submitted).toMatchObject({ result: 'success', callbackType: 4 });
    expect(filledIn).toEqual([['Which coffee?', 'b', ['a'], [SMALL.roles.staff]]]);
  });

  test('commands are written once, and again only when they differ', async () => {
    const { hearth, discord } = await showing();
    expect(await hearth.deploy()).toEqual({ ok: true, value: 'unchanged' });
    const writes = () => discord.requests.since().filter(({ method }) => method === 'PUT').length;
    expect(writes()).toBe(1);
    const renamed = { ...command, data: { ...command.data, description: 'Shows everything anew' } };
    const next = kit(discord, { commands: [renamed, menu] });
    await next.connection.connect();
    expect(await next.deploy()).toEqual({ ok: true, value: 'updated' });
    expect(await next.deploy()).toEqual({ ok: true, value: 'unchanged' });
    expect(writes()).toBe(2);
  });
});
