import {
  type ChatInputCommandInteraction,
  Client,
  Events,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { commands } from './test-bot-commands.ts';
import { form, panel } from './test-bot-panel.ts';

const BEANS = ['Guji natural', 'Huila honey', 'Nyeri washed', 'Yirgacheffe'];

export interface TestBot {
  client: Client<true>;
  /** What went wrong inside the bot; a good run leaves it empty. */
  errors: unknown[];
  close(): Promise<void>;
}

/** An ordinary discord.js bot that answers in all the ways in which a bot can answer. */
export async function startTestBot(apiUrl: string, token: string): Promise<TestBot> {
  const client = new Client({
    intents: ['Guilds', 'GuildMessages', 'DirectMessages'],
    rest: { api: apiUrl },
  });
  const errors: unknown[] = [];
  let presses = 0;
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction, () => (presses += 1)).catch((error: unknown) => errors.push(error));
  });
  client.on(Events.Error, (error) => errors.push(error));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  await client.application?.commands.set(commands);
  return { client: client as Client<true>, errors, close: () => client.destroy() };
}

async function answer(interaction: Interaction, press: () => number): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const hits = BEANS.filter((bean) => bean.toLowerCase().includes(typed));
    return interaction.respond(hits.map((name) => ({ name, value: name.toLowerCase() })));
  }
  if (interaction.isChatInputCommand()) return answerCommand(interaction);
  if (interaction.isMessageContextMenuCommand()) {
    const words = interaction.targetMessage.content.split(/\s+/).length;
    return interaction.reply({ content: `${words} words`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isUserContextMenuCommand())
    return interaction.reply(`Hello, ${interaction.targetUser.displayName}!`);
  if (interaction.isButton() && interaction.customId === 'press')
    return interaction.update({ components: panel(press()) });
  if (interaction.isButton() && interaction.customId === 'note') {
    return interaction.reply({ content: 'Noted, and only you know.', flags: MessageFlags.Ephemeral });
  }
  if (interaction.isAnySelectMenu()) {
    return interaction.reply({
      content: `Chosen: ${interaction.values.join(', ')}`,
      flags: MessageFlags.Ephemeral,
    });
  }
  if (interaction.isModalSubmit()) return answerForm(interaction);
  return undefined;
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.commandName) {
    case 'brew': {
      if (interaction.options.getSubcommand() === 'list') return interaction.reply('Nothing brewed yet.');
      const { options } = interaction;
      const parts = [
        options.getString('bean', true),
        `${options.getInteger('grams', true)} g`,
        options.getString('kind'),
        options.getBoolean('milk'),
        options.getUser('guest')?.username,
        options.getChannel('where')?.id,
      ];
      return interaction.reply(
        `Brewed: ${parts.filter((part) => part !== null && part !== undefined).join(', ')}`,
      );
    }
    case 'panel':
      return interaction.reply({ components: panel(0), flags: MessageFlags.IsComponentsV2 });
    case 'form':
      return interaction.showModal(form);
    case 'secret':
      return interaction.reply({ content: 'Between you and me.', flags: MessageFlags.Ephemeral });
    case 'slow':
      await interaction.deferReply();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return interaction.editReply('Thought about it.');
    case 'hello-dm':
      await interaction.user.send('Hello in private.');
      return interaction.reply({ content: 'Sent.', flags: MessageFlags.Ephemeral });
    default:
      return undefined;
  }
}

function answerForm(interaction: ModalSubmitInteraction): Promise<unknown> {
  const { fields } = interaction;
  const roast = fields.getRadioGroup('roast');
  const extras = fields.getCheckboxGroup('extras');
  const files = [...(fields.getUploadedFiles('picture')?.values() ?? [])].map((file) => file.name);
  const words = [
    fields.getTextInputValue('name'),
    fields.getTextInputValue('notes'),
    roast,
    ...extras,
    ...files,
  ].filter(Boolean);
  return interaction.reply(`Form: ${words.join(' / ')}`);
}
