import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { type AmaStage, amaTest, onlyAma } from '../support/ama-stage.ts';
import { draftAma, STAGE } from '../support/amas.ts';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { general, polls } = SMALL.channels;

/** Takes permissions from Hearth in one channel, where it may write and read otherwise. */
async function deny({ owner }: AmaStage, channelId: string, bits: bigint): Promise<void> {
  const path = `/channels/${channelId}/permissions/${SMALL.roles.bot}`;
  const allow = String((P.ViewChannel | P.SendMessages) & ~bits);
  const { status } = await owner.api('PUT', path, { type: 0, allow, deny: String(bits) });
  expect(status).toBe(204);
}

/** Takes Create Events from Hearth in the whole server. */
async function denyEvents({ owner, sandbox }: AmaStage): Promise<void> {
  const { permissions } = sandbox.world.guilds.get(SMALL.guild)!.roles.get(SMALL.roles.bot)!;
  const path = `/guilds/${SMALL.guild}/roles/${SMALL.roles.bot}`;
  const { status } = await owner.api('PATCH', path, {
    permissions: String(BigInt(permissions) & ~P.CreateEvents),
  });
  expect(status).toBe(200);
}

amaTest(
  'a stage that Hearth may not use is told in the preview, and the event leads to the announcement',
  async ({ begin }) => {
    const town = await begin();
    const { owner, sandbox } = town;
    const preview = await draftAma(owner);
    expect(textOf(preview)).not.toMatch(/⚠️|ℹ️/u);
    await deny(town, STAGE, P.Connect);
    const { text } = await owner.choose(preview, 'Speak on a stage', [STAGE]);
    expect(text).toContain(`I am missing **Connect** in <#${STAGE}>`);
    expect(text).toContain('point to the announcement');

    expect((await pressId(owner, preview, 'ama-draft', 'publish')).text).toContain('✅');
    const eventId = await sandbox.until(() => onlyAma(town).event_id);
    const { event } = sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.get(eventId)!;
    expect(event).toMatchObject({ entity_type: 3, channel_id: null });
  },
);

amaTest('a stage that Hearth may use gets the event, whatever the server says', async ({ begin }) => {
  const town = await begin();
  const { owner, sandbox } = town;
  const path = `/channels/${STAGE}/permissions/${SMALL.roles.bot}`;
  const allow = String(P.ViewChannel | P.Connect | P.CreateEvents);
  expect((await owner.api('PUT', path, { type: 0, allow, deny: '0' })).status).toBe(204);
  await denyEvents(town);
  const preview = await draftAma(owner);
  expect(textOf(preview)).toContain('may not create events here');
  const { text } = await owner.choose(preview, 'Speak on a stage', [STAGE]);
  expect(text).not.toMatch(/⚠️|ℹ️/u);
  expect((await pressId(owner, preview, 'ama-draft', 'publish')).text).toContain('✅');
  const eventId = await sandbox.until(() => onlyAma(town).event_id);
  const { event } = sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.get(eventId)!;
  expect(event).toMatchObject({ entity_type: 1, channel_id: STAGE });
});

amaTest('the preview names each permission that is missing, where it is missing', async ({ begin }) => {
  const town = await begin();
  const { owner } = town;
  const shown = async (channel: string) => textOf(await draftAma(owner, {}, { channel }));
  for (const channel of [general, polls]) {
    expect(await shown(channel)).not.toMatch(/⚠️|ℹ️/u);
    for (const [bit, words] of [
      [P.SendMessagesInThreads, 'Send Messages in Threads and Posts'],
      [P.CreatePublicThreads, 'Create Public Threads'],
    ] as const) {
      await deny(town, channel, bit);
      expect(await shown(channel)).toContain(`In <#${channel}> I am missing **${words}**.`);
    }
    // An event that stands in no channel asks no channel.
    await deny(town, channel, P.CreateEvents);
    expect(await shown(channel)).not.toMatch(/⚠️|ℹ️/u);
  }
  await deny(town, polls, P.ViewChannel);
  const unseen = await draftAma(owner, {}, { channel: polls });
  expect(textOf(unseen)).toContain(`I cannot see <#${polls}>`);
  // Nothing is announced that cannot appear; the draft stays.
  expect((await pressId(owner, unseen, 'ama-draft', 'publish')).text).toContain('View Channel');
  await denyEvents(town);
  expect(await shown(general)).toContain('I may not create events here (permission **Create Events**)');
});
