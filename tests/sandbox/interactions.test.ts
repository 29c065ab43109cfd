import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContextMenuCommandBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { isEphemeral } from '../support/messages.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { loginBot } from './bot.ts';
import { asBot } from './raw-api.ts';
import { identified, openGateway } from './raw-gateway.ts';

let sandbox: TestSandbox;
let bot: (Client<true> & { problems: unknown[] }) | undefined;
let onInteraction: (interaction: Interaction) => Promise<unknown>;

const COMMANDS = [
  new SlashCommandBuilder()
    .setName('poll')
    .setDescription('Polls')
    .addSubcommand((sub) =>
      sub
        .setName('quick')
        .setDescription('At once')
        .addStringOption((option) =>
          option.setName('question').setDescription('What').setRequired(true).setMaxLength(20),
        )
        .addStringOption((option) => option.setName('topic').setDescription('About').setAutocomplete(true))
        .addUserOption((option) => option.setName('whom').setDescription('Whom'))
        .addAttachmentOption((option) => option.setName('picture').setDescription('Picture')),
    ),
  new SlashCommandBuilder().setName('setup').setDescription('For managers').setDefaultMemberPermissions(32),
  new ContextMenuCommandBuilder().setName('Quote').setType(3),
];

beforeEach(async () => {
  sandbox = await startTestSandbox();
  onInteraction = () => Promise.resolve();
});
afterEach(async () => {
  await bot?.destroy();
  bot = undefined;
  await sandbox.close();
});

async function login(handle: (interaction: Interaction) => Promise<unknown>): Promise<void> {
  onInteraction = handle;
  bot = await loginBot(sandbox, (interaction) => onInteraction(interaction));
  await bot.application.commands.set(COMMANDS.map((command) => command.toJSON()));
}

const quick = { question: 'Tea?' };
const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary);

describe('a slash command', () => {
  it('reaches an unmodified discord.js client with everything Discord sends, and its reply comes back', async () => {
    let seen: Interaction | undefined;
    await login(async (interaction) => {
      seen = interaction;
      if (interaction.isChatInputCommand())
        await interaction.reply(interaction.options.getString('question', true));
    });
    const outcome = await sandbox
      .persona('german')
      .slash('poll quick', { ...quick, whom: SMALL.users.other });
    expect(outcome).toMatchObject({ result: 'success', callbackType: 4, text: 'Tea?' });
    expect(outcome.reply).toMatchObject({
      type: 20,
      interaction_metadata: { user: { id: SMALL.users.german } },
    });
    if (!seen?.isChatInputCommand()) throw new Error('no command came');
    expect(seen.inCachedGuild() && seen.memberPermissions.has('SendMessages')).toBe(true);
    expect(seen.appPermissions.has('SendMessages')).toBe(true);
    expect([seen.locale, seen.guildLocale, seen.context]).toEqual(['de', 'en-US', 0]);
    expect(seen.options.getUser('whom')?.username).toBe('other');
    expect(seen.options.getMember('whom')).not.toBeNull();
    expect(seen.attachmentSizeLimit).toBe(10_485_760);
    expect(seen.authorizingIntegrationOwners[0]).toBe(SMALL.guild);
  });

  it.each([
    ['an unknown option', { question: 'x', nonsense: 'y' }],
    ['a missing required option', {}],
    ['a text that is too long', { question: 'x'.repeat(21) }],
    ['a user who does not exist', { question: 'x', whom: '1' }],
  ])('is refused before it is sent with %s', async (_what, options) => {
    await login(() => Promise.resolve());
    await expect(sandbox.persona('member').slash('poll quick', options)).rejects.toMatchObject({
      code: 50035,
    });
  });

  it('is never sent for somebody without its default permissions, nor listed for them', async () => {
    let calls = 0;
    await login(async (interaction) => {
      calls += 1;
      if (interaction.isChatInputCommand()) await interaction.reply('done');
    });
    const names = async (who: string) => {
      const { body } = await sandbox
        .persona(who)
        .api<{ application_commands: { name: string }[] }>(
          'GET',
          `/guilds/${SMALL.guild}/application-command-index`,
        );
      return body.application_commands.map(({ name }) => name);
    };
    await expect(sandbox.persona('member').slash('setup')).rejects.toMatchObject({ code: 50013 });
    expect(calls).toBe(0);
    expect(await names('member')).toEqual(['poll', 'Quote']);
    expect((await sandbox.persona('admin').slash('setup')).result).toBe('success');
    expect(await names('admin')).toEqual(['poll', 'setup', 'Quote']);
  });

  it('brings a file, and the bot answers with one that can be fetched', async () => {
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { url } = interaction.options.getAttachment('picture', true);
      const data = Buffer.from(await (await fetch(url)).arrayBuffer());
      await interaction.reply({
        files: [
          { attachment: Buffer.concat([data, Buffer.from('!')]), name: 'back.txt', description: 'Alt' },
        ],
      });
    });
    const picture = new File(['hello'], 'note.txt', { type: 'text/plain' });
    const outcome = await sandbox.persona('member').slash('poll quick', { ...quick, picture });
    const [attachment] = outcome.reply?.attachments ?? [];
    expect(attachment).toMatchObject({ filename: 'back.txt', description: 'Alt', size: 6 });
    expect(await (await fetch(attachment?.url ?? '')).text()).toBe('hello!');
  });

  it('offers suggestions while somebody types', async () => {
    await login(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}st`, value: `${typed}st` }]);
    });
    const choices = await sandbox.persona('member').autocomplete('poll quick', 'topic', 'te', quick);
    expect(choices).toEqual([{ name: 'test', value: 'test' }]);
  });

  it('works on a message from its context menu, and in a DM', async () => {
    await login(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`> ${interaction.targetMessage.content}`);
      if (interaction.isChatInputCommand())
        await interaction.reply(interaction.inGuild() ? 'guild' : `dm ${interaction.user.username}`);
    });
    const member = sandbox.persona('member');
    const message = await sandbox.persona('other').say('words');
    expect((await member.contextMenu('Quote', message)).text).toBe('> words');
    expect((await member.slash('poll quick', quick, { channel: member.dm() })).text).toBe('dm member');
  });
});

describe('answers', () => {
  it('may be ephemeral: only the reader has it, nobody else and no history', async () => {
    const [mine, others] = await Promise.all(
      ['member', 'other'].map((name) => identified(sandbox, { token: sandbox.persona(name).token })),
    );
    await login(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: 'secret',
          flags: MessageFlags.Ephemeral,
          components: [row(button('again', 'Again'))],
        });
      }
      if (interaction.isButton()) await interaction.update({ content: 'still secret', components: [] });
    });
    const member = sandbox.persona('member');
    const outcome = await member.slash('poll quick', quick);
    expect(outcome.reply && isEphemeral(outcome.reply)).toBe(true);
    expect((await mine?.event('MESSAGE_CREATE'))?.['content']).toBe('secret');
    expect(member.messages().map(({ content }) => content)).toEqual(['secret']);
    expect(sandbox.persona('other').messages()).toEqual([]);
    expect((await asBot(sandbox, 'GET', `/channels/${SMALL.channels.general}/messages`)).body).toEqual([]);
    const reply = outcome.reply;
    if (reply === undefined) throw new Error('no reply');
    await expect(sandbox.persona('other').press(reply, 'again')).rejects.toMatchObject({ code: 10008 });
    const pressed = await member.press(reply, 'Again');
    expect(pressed.updated?.content).toBe('still secret');
    const dismissed = await member.api('DELETE', `/channels/${reply.channel_id}/messages/${reply.id}`);
    expect([dismissed.status, member.messages()]).toEqual([204, []]);
    expect(others?.packets.some((one) => one.t === 'MESSAGE_CREATE')).toBe(false);
  });

  it('may be deferred, edited, followed up, fetched and deleted', async () => {
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const deferred = await interaction.deferReply({ withResponse: true });
      expect(deferred.resource?.message?.flags.has(MessageFlags.Loading)).toBe(true);
      await interaction.editReply('first');
      const second = await interaction.followUp('second');
      await interaction.followUp({ content: 'third', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: second.id, content: 'second, edited' });
      expect((await interaction.fetchReply()).content).toBe('first');
      await interaction.deleteReply(second.id);
    });
    const outcome = await sandbox.persona('member').slash('poll quick', quick);
    expect([outcome.callbackType, outcome.text]).toEqual([5, 'first']);
    await sandbox.until(() => sandbox.sent('DELETE').length === 1);
    expect(outcome.replies.map(({ content }) => content)).toEqual(['first', 'third']);
    expect(
      sandbox
        .persona('other')
        .messages()
        .map(({ content }) => content),
    ).toEqual(['first']);
    expect(bot?.problems).toEqual([]);
  });

  it('may be a modal, whose entries come back checked; the next answer may change the message', async () => {
    const input = new TextInputBuilder()
      .setCustomId('question')
      .setStyle(TextInputStyle.Short)
      .setMinLength(3)
      .setValue('Prefilled');
    const size = new StringSelectMenuBuilder()
      .setCustomId('size')
      .addOptions({ label: 'Small', value: 's' }, { label: 'Large', value: 'l' });
    const modal = new ModalBuilder()
      .setCustomId('make')
      .setTitle('New poll')
      .addLabelComponents(
        new LabelBuilder().setLabel('Question').setTextInputComponent(input),
        new LabelBuilder().setLabel('Size').setStringSelectMenuComponent(size),
      );
    await login(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'start', components: [row(button('open', 'Open'))] });
      if (interaction.isButton()) await interaction.showModal(modal);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        const { fields } = interaction;
        await interaction.update(
          `${fields.getTextInputValue('question')} ${fields.getStringSelectValues('size').join()}`,
        );
      }
    });
    const member = sandbox.persona('member');
    const { reply } = await member.slash('poll quick', quick);
    if (reply === undefined) throw new Error('no reply');
    const opened = await member.press(reply, 'Open');
    expect(opened).toMatchObject({ result: 'modal', modal: { title: 'New poll', custom_id: 'make' } });
    await expect(member.submitModal(opened.modal, { Question: 'ab', Size: ['s'] })).rejects.toMatchObject({
      code: 50035,
    });
    await expect(member.submitModal(opened.modal, { Size: ['x'] })).rejects.toMatchObject({ code: 50035 });
    const submitted = await member.submitModal(opened.modal, { Size: ['Large'] });
    expect(submitted.updated?.content).toBe('Prefilled l');
    await expect(member.submitModal(opened.modal, { Size: ['s'] })).rejects.toMatchObject({ code: 10062 });
  });

  it('fail after 3 s without a callback; the late one gets 10062', async () => {
    const page = await identified(sandbox, { token: sandbox.persona('member').token });
    let late: unknown;
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      sandbox.advance(3000);
      late = await interaction.reply('late').catch((error: unknown) => error);
    });
    const outcome = await sandbox.persona('member').slash('poll quick', quick);
    expect(outcome.result).toBe('failure');
    await sandbox.until(() => late);
    expect(late).toMatchObject({ code: 10062, status: 404 });
    expect((await page.event('INTERACTION_FAILURE'))['id']).toBe(outcome.id);
    expect(sandbox.persona('member').messages()).toEqual([]);
  });

  it('fail where no bot is connected', async () => {
    sandbox.world.commands.global.set('1', {
      id: '1',
      type: 1,
      name: 'hi',
      description: '',
      application_id: '',
      version: '',
      default_member_permissions: null,
    });
    const outcome = sandbox.persona('member').slash('hi');
    await new Promise((resolve) => setImmediate(resolve));
    sandbox.advance(3000);
    expect((await outcome).result).toBe('failure');
  });

  it('are given once: the second is 40060', async () => {
    let second: unknown;
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { id, token } = interaction;
      await interaction.reply('one');
      second = (
        await asBot(
          sandbox,
          'POST',
          `/interactions/${id}/${token}/callback`,
          { type: 4, data: { content: 'two' } },
          '',
        )
      ).body;
    });
    const outcome = await sandbox.persona('member').slash('poll quick', quick);
    await sandbox.until(() => second);
    expect(second).toMatchObject({ code: 40060 });
    expect(outcome.replies.map(({ content }) => content)).toEqual(['one']);
  });

  it('end with their token after 15 minutes (50027)', async () => {
    const seen: Interaction[] = [];
    await login(async (interaction) => {
      seen.push(interaction);
      if (interaction.isChatInputCommand()) await interaction.reply('one');
    });
    await sandbox.persona('member').slash('poll quick', quick);
    const [interaction] = seen;
    if (!interaction?.isChatInputCommand()) throw new Error('no command came');
    await sandbox.until(() => interaction.replied);
    await interaction.editReply('in time');
    sandbox.advance(15 * 60_000);
    await expect(interaction.editReply('too late')).rejects.toMatchObject({ code: 50027, status: 401 });
  });

  it('that are invalid are refused with the path of the fault, and the bot may try again', async () => {
    const problems: unknown[] = [];
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('x'.repeat(2001)).catch((error: unknown) => problems.push(error));
      await interaction.reply('good');
    });
    const outcome = await sandbox.persona('member').slash('poll quick', quick);
    expect(outcome.text).toBe('good');
    expect(problems).toMatchObject([
      {
        code: 50035,
        rawError: { errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
      },
    ]);
  });
});

describe('components', () => {
  it('cannot be pressed when they are not there, disabled, or on what is not theirs to choose', async () => {
    await login(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const select = new StringSelectMenuBuilder()
        .setCustomId('pick')
        .setMaxValues(2)
        .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }, { label: 'C', value: 'c' });
      await interaction.reply({
        content: 'choose',
        components: [
          row(button('yes', 'Yes'), button('no', 'No').setDisabled(true)),
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
        ],
      });
    });
    const member = sandbox.persona('member');
    const { reply } = await member.slash('poll quick', quick);
    if (reply === undefined) throw new Error('no reply');
    const forged = {
      type: 3,
      channel_id: reply.channel_id,
      message_id: reply.id,
      data: { component_type: 2, custom_id: 'other' },
    };
    await expect(member.send(forged)).rejects.toMatchObject({ code: 50035 });
    await expect(member.press(reply, 'no')).rejects.toMatchObject({ code: 50035 });
    await expect(member.choose(reply, 'pick', ['z'])).rejects.toMatchObject({ code: 50035 });
    await expect(member.choose(reply, 'pick', ['a', 'b', 'c'])).rejects.toMatchObject({ code: 50035 });
    await expect(sandbox.persona('stranger').press(reply, 'yes')).rejects.toMatchObject({ code: 50001 });
  });

  it('carry the whole message and are answered by one update', async () => {
    let chosen: string[] = [];
    await login(async (interaction) => {
      const select = new StringSelectMenuBuilder()
        .setCustomId('pick')
        .setMaxValues(2)
        .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: 'choose',
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
        });
      }
      if (!interaction.isStringSelectMenu()) return;
      chosen = interaction.values;
      expect(interaction.message.content).toBe('choose');
      await interaction.update({ content: `chosen: ${chosen.join()}` });
    });
    const { reply } = await sandbox.persona('member').slash('poll quick', quick);
    if (reply === undefined) throw new Error('no reply');
    const outcome = await sandbox.persona('other').choose(reply, 'pick', ['A', 'B']);
    expect(chosen).toEqual(['a', 'b']);
    expect([outcome.callbackType, outcome.updated?.content, outcome.reply]).toEqual([
      7,
      'chosen: a,b',
      undefined,
    ]);
    expect(bot?.problems).toEqual([]);
  });
});

describe('presses while the gateway fails', () => {
  it('reach the bot after a TCP reset through RESUME', async () => {
    await login(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('here again');
    });
    sandbox.gateway.faults.inject({ kind: 'reset' });
    expect((await sandbox.persona('member').slash('poll quick', quick)).text).toBe('here again');
  });

  it('reach the bot after op 7', async () => {
    await login(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('here again');
    });
    sandbox.gateway.faults.inject({ kind: 'reconnect' });
    expect((await sandbox.persona('member').slash('poll quick', quick)).text).toBe('here again');
  });

  it('come twice with a duplicated dispatch: the second answer is 40060', async () => {
    const problems: unknown[] = [];
    await login(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply('once').catch((error: unknown) => problems.push(error));
    });
    sandbox.gateway.faults.inject({ kind: 'duplicate-next' });
    const outcome = await sandbox.persona('member').slash('poll quick', quick);
    await sandbox.until(() => problems.length === 1);
    expect(problems).toMatchObject([{ code: 40060 }]);
    expect(outcome.replies.length).toBe(1);
  });

  it('a session that op 9 ended cannot be resumed', async () => {
    const first = await identified(sandbox);
    const ready = await first.event('READY');
    sandbox.gateway.faults.inject({ kind: 'invalid-session' });
    expect((await first.packet((one) => one.op === 9)).d).toBe(false);
    const second = openGateway(sandbox);
    second.send(6, { token: sandbox.botToken, session_id: ready['session_id'], seq: 1 });
    expect((await second.packet((one) => one.op === 9)).d).toBe(false);
  });
});
