import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { askFormId } from '../../src/features/amas/private-custom-ids.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  type AmaStage,
  amasOf,
  amaTest,
  clockFrom,
  onlyAma,
  questionsOf,
  trailOf,
} from '../support/ama-stage.ts';
import {
  amaForm,
  answer,
  ask,
  createAma,
  openQuestion,
  panelSays,
  putOnAir,
  queueSays,
  saidIn,
  threadOf,
} from '../support/amas.ts';
import { forge } from '../support/forge.ts';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

const { title } = amaForm;
const MINUTE = 60_000;
const PATIENCE = 20_000;

const berlin = { zone: 'Europe/Berlin', from: Date.UTC(2026, 9, 24, 9) };
const lordHowe = { zone: 'Australia/Lord_Howe', from: Date.UTC(2026, 3, 4, 2) };
/** In Berlin 2:00 to 3:00 comes twice on 25 October 2026, on Lord Howe Island 1:30 to 2:00 on 5 April. */
const autumns = [
  { ...berlin, starts: '2026-10-25 02:30', ends: '1 hour', at: ['2026-10-25T00:30', '2026-10-25T01:30'] },
  { ...berlin, starts: '2026-10-25 01:30', ends: '03:30', at: ['2026-10-24T23:30', '2026-10-25T02:30'] },
  {
    ...lordHowe,
    starts: '2026-04-05 01:45',
    ends: '30 minutes',
    at: ['2026-04-04T14:45', '2026-04-04T15:15'],
  },
  { ...lordHowe, starts: '2026-04-05 01:00', ends: '02:30', at: ['2026-04-04T14:00', '2026-04-04T16:00'] },
] as const;

for (const { zone, from, starts, ends, at } of autumns) {
  amaTest(
    `${zone}, ${starts} until ${ends} while the clocks go back: once, at the instants that are shown`,
    async ({ begin }) => {
      const town = await begin({ clock: clockFrom(from) });
      const { owner, sandbox } = town;
      await setZone(town, zone);
      const [startAt, endAt] = at.map((instant) => Date.parse(`${instant}Z`)) as [number, number];
      const { announcement } = await createAma(town, owner, { starts, ends });
      const eventId = await sandbox.until(() => onlyAma(town).event_id);
      const shown = () => ({
        ama: [onlyAma(town).start_at, onlyAma(town).end_at],
        card: stampsOf(owner.look(announcement)),
        event: timesOf(town, eventId),
      });
      const both = [startAt, endAt];
      expect(shown()).toEqual({ ama: both, card: expect.arrayContaining(both), event: both });

      // A form that nobody touched moves nothing, though the clocks show these times twice.
      const draft = (await owner.slash('ama edit', { ama: '1' })).reply!;
      await owner.submitModal((await pressId(owner, draft, 'ama-draft', 'edit')).modal);
      await pressId(owner, draft, 'ama-draft', 'publish');
      await sandbox.until(() => trailOf(town).includes('edited'));
      expect(shown()).toEqual({ ama: both, card: expect.arrayContaining(both), event: both });

      const go = (instant: number) => town.later(instant - sandbox.clock.now());
      await go(startAt - MINUTE);
      expect(onlyAma(town).status).toBe('scheduled');
      await go(startAt + 1_000);
      await sandbox.until(() => onlyAma(town).status === 'live', PATIENCE);
      await go(endAt - MINUTE);
      expect(trailOf(town).filter((kind) => kind === 'started')).toHaveLength(1);
      expect(onlyAma(town).status).toBe('live');
      await go(endAt + 1_000);
      await sandbox.until(() => onlyAma(town).status === 'closing', PATIENCE);
      await go(endAt + 3 * MINUTE);
      await sandbox.until(() => onlyAma(town).status === 'closed', PATIENCE);
      await sandbox.until(() => eventOf(town, eventId)?.status === 3, PATIENCE);
      // Whatever the clocks show once more in the next hours.
      await go(endAt + 180 * MINUTE);
      expect(trailOf(town).filter((kind) => kind === 'started' || kind === 'closed')).toEqual([
        'started',
        'closed',
      ]);
      expect(onlyAma(town).status).toBe('closed');
    },
  );
}

amaTest(
  'set up while a time comes for the second time: its end is today, not tomorrow',
  async ({ begin }) => {
    // 2:10 for the second time.
    const town = await begin({ clock: clockFrom(Date.UTC(2026, 9, 25, 1, 10)) });
    await setZone(town, 'Europe/Berlin');
    expect(amasOf(town)).toEqual([]);
    await createAma(town, town.owner, { starts: 'in 20 minutes', ends: '2:50' });
    expect(new Date(onlyAma(town).end_at).toISOString()).toBe('2026-10-25T01:50:00.000Z');
  },
);

async function setZone({ admin }: AmaStage, zone: string): Promise<void> {
  const { reply } = await admin.slash('setup');
  await admin.submitModal((await admin.press(reply!, 'Another time zone')).modal, { zone });
}

const stampsOf = (message: APIMessage | undefined): number[] =>
  [...textOf(message).matchAll(/<t:(\d+)/gu)].map(([, second]) => Number(second) * 1_000);

const eventOf = ({ sandbox }: AmaStage, id: string) =>
  sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.get(id)?.event;

function timesOf(town: AmaStage, id: string): number[] {
  const event = eventOf(town, id);
  return [event?.scheduled_start_time, event?.scheduled_end_time].map((time) => Date.parse(time ?? ''));
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = (bytes: number) => Buffer.concat([signature, Buffer.alloc(bytes)]);
const fileOf = (name: string, data: Buffer) => new File([Uint8Array.from(data)], name, { type: 'image/png' });

amaTest(
  'a picture is shown with its question and the answer; what is none or too big is refused, words kept',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const { announcement } = await createAma(town, owner, {}, { attachments: true });
    const refused = [
      ['notes.png', Buffer.from('These are notes.')],
      ['huge.png', png(8 * 1024 * 1024)],
    ] as const;
    for (const [name, data] of refused) {
      const { text } = await ask(askers[0]!, announcement, `What is ${name}?`, {
        images: [fileOf(name, data)],
      });
      expect(text).toContain(`“${name}” is not a picture`);
      expect(text).toContain(`What is ${name}?`);
    }
    expect(questionsOf(town)).toEqual([]);
    const taken = fileOf('beans.png', png(2_000));
    expect((await ask(askers[0]!, announcement, 'Which beans?', { images: [taken] })).text).toContain(
      '**1**',
    );
    const queue = await queueSays(town, title, 'Which beans?');
    const review = (await pressId(owner, queue, 'ama-review')).reply!;
    expect(review.attachments.map(({ filename }) => filename)).toEqual(['question-1.png']);
    await pressId(owner, review, 'ama-moderate', 'approve');
    await pressId(owner, await panelSays(town, title, 'Which beans?'), 'ama-panel', 'start');
    await putOnAir(owner, await panelSays(town, title, 'Live'));
    await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Kenyan ones.');
    const posted = await saidIn(town, await threadOf(town, title), 'Kenyan ones.');
    const [picture] = posted.attachments;
    expect(Buffer.from(await (await fetch(picture!.url)).arrayBuffer())).toEqual(png(2_000));

    // Where pictures are off, one that no form asked for is refused, however good it is.
    const other = await createAma(town, owner, { title: 'No pictures' }, { attachments: false });
    expect(JSON.stringify((await pressId(askers[1]!, other.announcement, 'ama-ask')).modal)).not.toContain(
      'images',
    );
    const data = {
      custom_id: askFormId.build({ ama: amasOf(town)[1]!.id }),
      components: [
        { type: 18, component: { type: 4, custom_id: 'text', value: 'Look at this?' } },
        { type: 18, component: { type: 19, custom_id: 'images', values: [picture!.id] } },
      ],
      resolved: { attachments: { [picture!.id]: picture } },
    };
    const channelId = other.announcement.channel_id;
    const { result } = await forge(sandbox, { userId: askers[1]!.id, channelId, type: 5, data });
    expect(result).toBe('success');
    const said = await sandbox.until(() =>
      askers[1]!
        .messages()
        .map(textOf)
        .find((text) => text.includes('questions come without pictures')),
    );
    expect(said).toContain('Look at this?');
    expect(questionsOf(town, 2)).toEqual([]);
    // In the other AMA the picture is still with its question.
    const list = (await pressId(askers[2]!, announcement, 'ama-browse')).reply!;
    expect((await openQuestion(askers[2]!, list, 'Which beans?')).attachments).toHaveLength(1);
  },
);
