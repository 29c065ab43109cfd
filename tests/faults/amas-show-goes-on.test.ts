import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { amaTest, onlyAma, standingsOf, trailOf } from '../support/ama-stage.ts';
import {
  amaForm,
  answer,
  ask,
  countIn,
  createAma,
  messageWith,
  panelSays,
  putOnAir,
  queueSays,
  saidIn,
  threadOf,
} from '../support/amas.ts';
import { offers, pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const { title } = amaForm;
const MINUTE = 60_000;
const PATIENCE = 20_000;

for (const when of ['before the start', 'in the show'] as const) {
  amaTest(
    `the team’s channel deleted ${when} with questions for review: all of them stand in the next one`,
    async ({ begin }) => {
      const town = await begin();
      const { owner, askers, sandbox } = town;
      const { announcement, panel } = await createAma(town, owner);
      for (const index of [0, 1, 2]) await ask(askers[index]!, announcement, `Which ${index}?`);
      const queue = await queueSays(town, title, 'Which 2?');
      const review = (await pressId(owner, queue, 'ama-review')).reply!;
      await pressId(owner, review, 'ama-moderate', 'approve');
      if (when === 'in the show') await pressId(owner, panel, 'ama-panel', 'start');
      const before = { standings: standingsOf(town), ...onlyAma(town) };
      expect(before).toMatchObject({ standings: ['1 approved', '2 pending', '3 pending'], waiting: 2 });

      expect((await owner.api('DELETE', `/channels/${SMALL.channels.staff}`)).status).toBe(200);
      await sandbox.until(
        () => onlyAma(town).panel_message_id === null && onlyAma(town).queue_message_id === null,
      );
      await ask(askers[3]!, announcement, 'Which 3?');
      const made = await teamChannel(owner);
      const draft = (await owner.slash('ama edit', { ama: '1' })).reply!;
      await owner.choose(draft, 'Run it somewhere else', [made]);
      await owner.press(draft, 'Save');
      const there = await messageWith(town, 'team', (one) => offers(one, 'ama-review'));
      expect(textOf(there)).toContain('Which 1?');
      expect(textOf(there)).toContain('Which 3?');
      const next = await messageWith(town, 'team', (one) => offers(one, 'ama-panel'));
      expect(textOf(next)).toContain('Which 0?');
      await town.later(15_000);
      expect(town.owner.messages('team').filter((one) => offers(one, 'ama-panel'))).toHaveLength(1);
      expect(town.owner.messages('team').filter((one) => offers(one, 'ama-review'))).toHaveLength(1);
      expect(onlyAma(town)).toMatchObject({ waiting: 3, questions: 4 });
      const again = (await pressId(owner, there, 'ama-review')).reply!;
      for (const _ of [1, 2, 3]) await pressId(owner, again, 'ama-moderate', 'approve');
      expect(standingsOf(town)).toEqual(['1 approved', '2 approved', '3 approved', '4 approved']);
      expect(onlyAma(town).status).toBe(when === 'in the show' ? 'live' : 'scheduled');
    },
  );
}

async function teamChannel(owner: PersonaDriver): Promise<string> {
  const { body } = await owner.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
    name: 'team',
    type: ChannelType.GuildText,
    permission_overwrites: [
      { id: SMALL.guild, type: 0, allow: '0', deny: String(P.ViewChannel) },
      { id: SMALL.roles.bot, type: 0, allow: String(P.ViewChannel | P.SendMessages), deny: '0' },
    ],
  });
  return body.id;
}

const hands = [
  ['ended', 'PATCH', { status: 3 }, 'was ended by hand'],
  ['deleted', 'DELETE', undefined, 'was deleted'],
] as const;

for (const [how, method, body, words] of hands) {
  amaTest(
    `an event ${how} by hand in the middle of the show: the show goes on to its end`,
    async ({ begin }) => {
      const town = await begin();
      const { owner, askers, sandbox } = town;
      const { announcement } = await createAma(town, owner, {}, { queue: 'open' });
      const eventId = await sandbox.until(() => onlyAma(town).event_id, PATIENCE);
      await ask(askers[0]!, announcement, 'Why is it so dark?');
      await pressId(owner, await panelSays(town, title, 'Why is it so dark?'), 'ama-panel', 'start');
      const events = () => [...sandbox.world.guilds.get(SMALL.guild)!.scheduledEvents.values()];
      await sandbox.until(() => events()[0]?.event.status === 2, PATIENCE);
      await putOnAir(owner, await panelSays(town, title, 'Live'));
      const before = { standings: standingsOf(town), end: onlyAma(town).end_at };
      expect(before.standings).toEqual(['1 on-air']);
      const path = `/guilds/${SMALL.guild}/scheduled-events/${eventId}`;
      expect((await owner.api(method, path, body)).status).toBeLessThan(300);
      await saidIn(town, 'staff', words);
      expect(onlyAma(town)).toMatchObject({ status: 'live', event_id: null, end_at: before.end });
      expect(standingsOf(town)).toEqual(before.standings);

      await ask(askers[1]!, announcement, 'And this one?');
      await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Roasted for long.');
      await saidIn(town, await threadOf(town, title), 'Roasted for long.');
      await town.later(before.end + MINUTE - sandbox.clock.now());
      await sandbox.until(() => onlyAma(town).status === 'closing', PATIENCE);
      await town.later(3 * MINUTE);
      await saidIn(town, onlyAma(town).thread_id!, 'How fair was it?');
      expect(standingsOf(town)).toEqual(['1 answered', '2 parked']);
      // No second event was made, and the team was told once.
      expect(events().map(({ event }) => event.status)).toEqual(how === 'ended' ? [3] : []);
      expect(countIn(town, 'staff', words)).toBe(1);
      expect(trailOf(town).filter((kind) => kind === 'event-lost')).toHaveLength(1);
    },
  );
}
