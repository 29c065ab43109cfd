import { describe, expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { drawn } from '../support/digests.ts';
import {
  cardsIn,
  DAY,
  firstsOf,
  firstWords,
  guardTest,
  HOUR,
  MINUTE,
  OPEN_CHANNEL,
  statusesOf,
  tellIn,
  wait,
} from '../support/guard.ts';
import { IDEAS } from '../support/ideas.ts';
import { buttonsOf, textOf } from '../support/messages.ts';

describe('newcomers and those who greet them', () => {
  guardTest(
    'an admin sets it up, somebody joins and writes, a greeter takes the card and answers',
    async ({ begin }) => {
      const town = await begin({ newcomers: 0, guarded: false });
      const { admin, owner, member, sandbox } = town;
      const { reply, text } = await admin.slash('setup', { section: 'newcomers' });
      expect(text).toContain('I tell nobody yet');
      const note = await tellIn(town, sandbox.channel('staff').id);
      expect(note).toContain('✅ Saved.');
      expect(note).not.toContain('everybody can read');

      const { modal } = await admin.press(reply!, 'Change');
      const changed = await admin.submitModal(modal, { Minutes: '2 h' });
      expect(changed.text).toContain('120 minutes after the first message');

      const { body: invite } = await owner.api<{ code: string }>(
        'POST',
        `/channels/${SMALL.channels.general}/invites`,
        {},
      );
      const stranger = sandbox.persona('stranger');
      expect((await stranger.api('POST', `/invites/${invite.code}`)).status).toBe(200);
      const hello = await firstWords(town, stranger);
      await wait(town, HOUR + MINUTE);
      expect(cardsIn(town)).toEqual([]);
      await wait(town, HOUR);
      const [card] = cardsIn(town);
      expect(textOf(card)).toContain(`<@${stranger.id}> joined`);

      await admin.press(card!, 'I’ve got it');
      expect(textOf(admin.look(card))).toContain(`<@${admin.id}> has got it`);
      await admin.api('POST', `/channels/${hello.channel_id}/messages`, {
        content: 'Welcome!',
        message_reference: { message_id: hello.id },
      });
      await sandbox.until(() => textOf(admin.look(card)).includes('has an answer now'));
      expect(buttonsOf(admin.look(card)).map(({ label }) => label)).toEqual(['Go to the message']);
      // Whoever wrote once is no newcomer any more, and whoever was there before never was.
      await stranger.say('Thank you!');
      await member.say('Good morning');
      await wait(town, 3 * HOUR);
      expect(cardsIn(town)).toHaveLength(1);
      expect(statusesOf(town)).toEqual(['answered']);
    },
  );

  guardTest(
    'the digest says how newcomers were received, and the export has it in numbers',
    async ({ begin }) => {
      const town = await begin();
      const { admin, sandbox } = town;
      const [nia, pip, zoe] = town.newcomers;
      const like = (id: string) =>
        admin.api(
          'PUT',
          `/channels/${SMALL.channels.general}/messages/${id}/reactions/${encodeURIComponent('👋')}/@me`,
        );
      await like((await firstWords(town, nia!)).id);
      const hello = await firstWords(town, pip!);
      await firstWords(town, zoe!);
      await wait(town, HOUR + MINUTE);
      await like(hello.id);
      await sandbox.until(() => statusesOf(town).join() === 'answered,answered,carded');
      sandbox.advance(DAY);
      const text = textOf(await drawn(town, admin, await admin.slash('digest preview')));
      expect(text).toContain('First messages of newcomers');
      expect(text).toContain(
        '1 of 3 answered in time · 1 after a card for the greeters · 1 without an answer so far',
      );
      const reply = await drawn(town, admin, await admin.slash('digest export'));
      const fileOf = async (end: string) => {
        const { url } = reply.attachments.find(({ filename }) => filename.endsWith(end))!;
        return (await fetch(url)).text();
      };
      const [latest] = JSON.parse(await fileOf('.json')) as Record<string, unknown>[];
      const today = new Date(sandbox.clock.now()).toISOString().slice(0, 10);
      expect(latest).toMatchObject({
        from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
        guard: { firsts: 3, inTime: 1, afterCard: 1 },
        // What cannot be known yet is there, and is no number.
        growth: { leaves: null },
      });
      expect(String(latest!['to']) < today).toBe(true);
      const [names = ''] = (await fileOf('.csv')).split('\n');
      expect(names).toMatch(/from.*to.*growth\.stickiness.*loops\.polls\.of.*guard\.inTime/u);
    },
  );

  guardTest('the panel: what is refused changes nothing, and says what to do', async ({ begin }) => {
    const town = await begin({ guarded: false });
    const { admin, member, owner, sandbox, stored } = town;
    const settings = () => stored.all('SELECT channel_id, minutes, greeter_role_id FROM guard_settings');
    await expect(member.slash('setup', { section: 'newcomers' })).rejects.toThrow();
    const path = `/channels/${SMALL.channels.polls}/permissions/${SMALL.roles.bot}`;
    await owner.api('PUT', path, { type: 0, allow: '0', deny: String(1n << 11n) });
    expect(await tellIn(town, SMALL.channels.polls)).toContain('Not saved: in');
    expect(settings()).toEqual([]);
    expect(await tellIn(town, OPEN_CHANNEL)).toContain('everybody can read');

    const { reply } = await admin.slash('setup', { section: 'newcomers' });
    const change = async (minutes: string) => {
      const { modal } = await admin.press(reply!, 'Change');
      return (await admin.submitModal(modal, { Minutes: minutes })).text;
    };
    for (const minutes of ['4', '0', '-7', '1441', 'soon', '7.5', '25 h', '１２']) {
      expect(await change(minutes)).toContain('whole number of minutes from 5 to 1440');
    }
    expect(await change('12 min')).toContain('12 minutes after');
    const { text } = await admin.choose(reply!, 'guard-role:v1', [IDEAS.makers]);
    expect(text).toContain('✅ Saved.');
    expect(await tellIn(town, undefined)).toContain('tell nobody');
    expect(settings()).toEqual([{ channel_id: null, minutes: 12, greeter_role_id: IDEAS.makers }]);
    await town.newcomers[0]!.say('Hello!');
    await sandbox.until(() => stored.all('SELECT 1 FROM activity WHERE messages > 0').length > 0);
    expect(firstsOf(town)).toEqual([]);
  });

  guardTest('in German', async ({ begin }) => {
    const town = await begin({ environment: { DEFAULT_LANGUAGE: 'de' } });
    await firstWords(town, town.newcomers[0]!);
    await wait(town, HOUR + MINUTE);
    const card = town.admin
      .messages('staff')
      .find((one) => textOf(one).includes('Eine erste Nachricht ohne Antwort'));
    expect(textOf(card)).toContain('Bisher hat niemand geantwortet oder reagiert.');
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Zur Nachricht', 'Ich mach das']);
  });
});
