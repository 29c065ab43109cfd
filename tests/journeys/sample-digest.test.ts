import { expect } from 'vitest';
import { adjustableClock } from '../../src/platform/clock.ts';
import { buildCommunity } from '../../src/sandbox/community/build-community.ts';
import { drawn } from '../support/digests.ts';
import { faultTest } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';

/** A Wednesday. */
const NOW = Date.UTC(2026, 3, 22, 18, 30);

faultTest('whoever tries Hearth on the sample gets a digest worth reading at once', async ({ stage }) => {
  const started = Date.now();
  const clock = adjustableClock({ now: () => NOW + (Date.now() - started) });
  const bot = await stage({ clock, seed: buildCommunity({ seed: 1, now: NOW }) });
  const { sandbox, stored } = bot;
  // What Hearth may not see waits until it is let in.
  const hidden = sandbox.channel('staff-only').id;
  const left = (): number =>
    stored.all('SELECT 1 FROM activity_marks WHERE gap_to IS NOT NULL AND channel_id <> ?', hidden).length;
  const counted = (): number =>
    stored.all<{ n: number }>('SELECT COALESCE(SUM(messages), 0) AS n FROM activity')[0]?.n ?? 0;
  await sandbox.until(() => counted() > 500 && left() === 0);
  // A few pages for 12 weeks, and none of them refused.
  const pages = sandbox.sent('GET', '/channels/:channel_id/messages');
  expect(pages.length).toBeLessThan(60);
  expect(pages.filter(({ status }) => status >= 400)).toEqual([]);
  const admin = sandbox.persona('amara.fox');
  const asked = await admin.slash('digest preview', {}, { channel: 'staff-only' });
  const text = textOf(await drawn(bot, admin, asked));
  expect(text).toContain('4 newcomers are still waiting for a first answer');
  expect(text).toMatch(/15\s–\s21 April 2026/);
  expect(text).toMatch(/People active\s\*\*[3-6]\d\*\*\s·\sbefore\s\d+/);
  expect(text).toMatch(/New\speople\s\*\*\d+\*\*/);
  expect(text).toMatch(/The liveliest conversation: \d+ messages by \d+ people/);
  expect(text).toContain('Wake up a channel');
  expect(text).not.toMatch(/NaN|undefined|—/);
});
