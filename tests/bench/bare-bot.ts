import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
} from 'discord.js';

/*
 * The yardstick: what discord.js alone can do. It posts one message with two buttons and answers every press with
 * `update()`, an embed and the two buttons again. It stores nothing, checks nothing and counts nothing.
 */

const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('bare:0').setLabel('Saturday').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('bare:1').setLabel('Sunday').setStyle(ButtonStyle.Primary),
);

const client = new Client({
  // Where messages are counted it hears them, and does nothing about them.
  intents:
    process.env['BENCH_MESSAGES'] === '1'
      ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
      : [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});

client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isButton()) return;
  const embed = new EmbedBuilder()
    .setTitle('When shall we meet?')
    .setDescription(`You chose ${interaction.customId}`);
  interaction.update({ embeds: [embed], components: [row] }).catch(() => undefined);
});

client.once(Events.ClientReady, () => {
  process.stdout.write('"ready"\n');
});

await client.login(process.env['DISCORD_TOKEN']);

const channel = await client.channels.fetch(process.env['BENCH_CHANNEL'] ?? '');
if (channel?.isSendable()) await channel.send({ content: 'When shall we meet?', components: [row] });
