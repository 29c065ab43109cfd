import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { pngSize } from '../charts/png.ts';
import { countedAll, type DigestTown, digestTest, drawn, reply } from '../support/digests.ts';
import { isEphemeral, partsOf } from '../support/messages.ts';
import { thank } from '../support/shoutouts.ts';

const DAY = 86_400_000;

/** Forward into the next month, well past its first day. */
async function nextMonth({ sandbox }: DigestTown): Promise<void> {
  const now = new Date(sandbox.clock.now());
  sandbox.advance(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 3, 12) - now.getTime());
  await countedAll({ sandbox });
}

const nameOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);

/** `/digest report`, and what comes of it once it is drawn. */
async function report(town: DigestTown, options: { month?: string } = {}) {
  const { admin } = town;
  const message = await drawn(town, admin, await admin.slash('digest report', options));
  const [picture] = message.attachments;
  const answer = await fetch(picture!.url);
  return { message, picture: picture!, png: Buffer.from(await answer.arrayBuffer()) };
}

const altOf = (message: APIMessage): string =>
  partsOf(message)
    .flatMap((part) => (part['items'] ?? []) as { description?: string }[])
    .map(({ description }) => description ?? '')
    .join('\n');

digestTest(
  'a month becomes a page that may be passed on, for those in charge alone',
  { timeout: 60_000 },
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, sandbox } = town;
    await nextMonth(town);

    // Nothing is known yet: a friendly answer, and no picture.
    const early = await admin.slash('digest report');
    expect(early.text).toContain('There is no report yet');
    expect(early.reply?.attachments).toEqual([]);
    expect(await admin.autocomplete('digest report', 'month', '')).toEqual([]);

    const month = sandbox.clock.now();
    for (let day = 0; day < 5; day += 1) {
      await reply(other, await member.say('Which filter for the new Guji?'));
      sandbox.advance(DAY);
    }
    await thank(other, member, 'Max explained water hardness to me for an hour');
    await sandbox.until(() => town.stored.all('SELECT 1 FROM shoutouts').length === 1);
    await nextMonth(town);

    const { message, picture, png } = await report(town);
    expect(isEphemeral(message)).toBe(true);
    expect(pngSize(png)).toEqual({ width: 1_240, height: 1_754 });
    expect(picture.content_type).toBe('image/png');
    const alt = altOf(message);
    expect(alt).toContain(`Report of ${nameOf(month, 'en')} for `);
    expect(alt).toContain('People active: 2 (before –, usual –).');
    expect(alt).toContain('Conversations answered: 5 of 5');
    expect(alt).toContain('Max explained water hardness');
    expect(JSON.stringify(message.components)).toContain('feel free to pass it on');
    expect(alt).not.toMatch(/<@|\d{17}/u);

    // The same for a picked month; whatever is none of them is refused, with what to pick.
    const value = new Date(month).toISOString().slice(0, 7);
    expect(await admin.autocomplete('digest report', 'month', value.slice(0, 4))).toEqual([
      { name: nameOf(month, 'en'), value },
    ]);
    const wrong = await admin.slash('digest report', { month: 'last spring' });
    expect(wrong.text).toContain(
      `I have no report of that month. Please pick one of these: ${nameOf(month, 'en')}.`,
    );
    expect(wrong.reply?.attachments).toEqual([]);

    // In German to whoever reads Discord in German.
    sandbox.world.locales.set(admin.id, 'de');
    expect(await admin.autocomplete('digest report', 'month', '')).toEqual([
      { name: nameOf(month, 'de'), value },
    ]);
    expect(altOf((await report(town, { month: value })).message)).toContain(
      'Beantwortete Gespräche: 5 von 5',
    );
    sandbox.world.locales.set(admin.id, 'en-US');

    // Who does not want to be counted is not told of, neither by what others said of them.
    const card = await member.slash('privacy');
    await member.press(card.reply!, 'Don’t count me');
    await sandbox.until(() => town.stored.all('SELECT 1 FROM counting_pauses WHERE since > 0').length === 1);
    const without = altOf((await report(town)).message);
    expect(without).toContain('Conversations answered');
    expect(without).not.toContain('Max');

    await expect(member.slash('digest report')).rejects.toThrow('Missing Permissions');
  },
);

digestTest(
  'a preview says what the digest would say, in its language and with its pictures',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, sandbox } = town;
    await reply(other, await member.say('Which filter for the new Guji?'));
    sandbox.advance(DAY);
    await countedAll(town);
    const { reply: panel } = await admin.slash('digest schedule');
    const language = partsOf(panel!).find((part) => String(part['custom_id']).startsWith('digest-locale'));
    await admin.choose(panel!, String(language!['custom_id']), ['de']);

    const preview = await drawn(town, admin, await admin.slash('digest preview'));
    expect(preview.attachments).toHaveLength(2);
    expect(isEphemeral(preview)).toBe(true);
    expect(JSON.stringify(preview.components)).toContain('Geht es den Leuten gut hier?');
    // Each picture by itself: two in one gallery are thumbnails on a phone.
    const galleries = partsOf(preview).filter(({ type }) => type === 12);
    expect(galleries.map(({ items }) => (items as unknown[]).length)).toEqual([1, 1]);
    expect(altOf(preview)).toContain('Ein Diagramm der Aktiven');
    expect(altOf(preview)).toContain('Eine Wärmekarte der Nachrichten');
  },
);
