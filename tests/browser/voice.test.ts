import { afterAll, beforeAll, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { status } = await stage.sandbox
    .persona('admin')
    .api('POST', `/guilds/${SMALL.guild}/channels`, { name: 'Lounge', type: 2 });
  expect(status).toBe(201);
});
afterAll(() => stage.close());

const inside = (): string[] => [...(stage.sandbox.world.guilds.get(SMALL.guild)?.voiceStates.keys() ?? [])];

it('shows who is in a voice channel, and lets one join and leave, also at phone width', async () => {
  stage.sandbox.persona('other').joinVoice('Lounge');
  const page = await stage.visit({ size: { width: 390, height: 844 }, touch: true });
  const drawer = page.getByRole('button', { name: /^Channels/ });
  await drawer.click();
  const people = page.getByRole('list', { name: 'In Lounge' }).getByRole('listitem');
  await expect.poll(() => people.allInnerTexts()).toEqual([expect.stringContaining('Otto Other')]);
  await page.getByRole('button', { name: 'Join Lounge' }).click();
  await page.getByRole('button', { name: 'Leave Lounge' }).waitFor();
  expect(inside()).toEqual([SMALL.users.other, SMALL.users.member]);
  await expect.poll(() => people.count()).toBe(2);
  stage.sandbox.persona('other').leaveVoice();
  await expect.poll(() => people.count()).toBe(1);
  await page.getByRole('button', { name: 'Leave Lounge' }).click();
  await page.getByRole('button', { name: 'Join Lounge' }).waitFor();
  expect(inside()).toEqual([]);
});

it('shows those who were there before the page was opened, and no door where one may not enter', async () => {
  const lounge = stage.sandbox.channel('Lounge').id;
  stage.sandbox.persona('moderator').joinVoice('Lounge');
  const deny = { type: 0, allow: '0', deny: String(1 << 20) };
  const path = `/channels/${lounge}/permissions/${SMALL.guild}`;
  expect((await stage.sandbox.persona('admin').api('PUT', path, deny)).status).toBe(204);
  const page = await stage.visit({ as: 'german' });
  await page.getByRole('list', { name: 'In Lounge' }).getByText('Mo Moderator').waitFor();
  expect(await page.getByRole('button', { name: /Lounge/ }).allInnerTexts()).toHaveLength(1);
});
