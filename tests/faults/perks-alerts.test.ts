import { expect } from 'vitest';
import { codesOf, type PerkStage, perkTest } from '../support/perk-stage.ts';
import { claim, manyCodes, noticed, openPerk, postCard, STAFF_CHANNEL } from '../support/perks.ts';

const DAY = 86_400_000;
const alertsWait = ({ stored, sandbox }: PerkStage) =>
  stored.jobs().some(({ kind, run_at }) => kind === 'perk.alerts' && run_at <= sandbox.clock.now());

perkTest('admins hear once that the end is near, also where somebody claims meanwhile', async ({ begin }) => {
  const town = await begin();
  const { admin, member, sandbox } = town;
  const perkId = await openPerk(admin, manyCodes(20, 'SOON'), { name: 'Soon over', expires: 'in 4 days' });
  const card = await postCard(town, perkId);
  const match = { method: 'POST', route: '/channels/:channel_id/messages', channel_id: STAFF_CHANNEL };
  const slow = sandbox.faults.add({ match, times: 0, action: { kind: 'delay', ms: 1_000 } });
  expect(noticed(town, '**Soon over** ends')).toEqual([]);
  sandbox.advance(1.5 * DAY);
  // The word to admins is on its way when the claim asks for one too.
  await sandbox.until(() => sandbox.faults.list()[0]?.hits === 1);
  expect((await claim(member, card, perkId)).text).toContain('SOON-');
  await sandbox.until(() => noticed(town, '**Soon over** ends').length > 0 && !alertsWait(town));
  sandbox.faults.remove(slow.id);
  expect(noticed(town, '**Soon over** ends')).toHaveLength(1);
  expect(codesOf(town, perkId)).toEqual({ claimed: 1, free: 19 });
});
