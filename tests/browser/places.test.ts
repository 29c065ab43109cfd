import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { openStage, run, type Stage, said } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What a persona does elsewhere, through the API. */
async function api(
  as: keyof typeof SMALL.users,
  method: string,
  path: string,
  body: object = {},
): Promise<{ id: string }> {
  const headers = { authorization: `persona.${SMALL.users[as]}`, 'content-type': 'application/json' };
  const answer = await fetch(`${stage.sandbox.apiUrl}/v10${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.status === 204 ? { id: '' } : ((await answer.json()) as { id: string });
}

const row = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name });

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Acting as/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

describe('people and places', () => {
  it('lets one act as somebody else, each with an own view and own permissions', async () => {
    const page = await stage.visit({ channel: SMALL.channels.polls });
    await page
      .getByText('You do not have permission to send messages in this channel.')
      .or(page.getByPlaceholder(/do not have permission/))
      .waitFor();
    await expect.poll(() => row(page, 'staff').count()).toBe(0);
    await become(page, 'Ada Admin');
    await row(page, 'staff').waitFor();
    await row(page, 'staff').click();
    await page.getByRole('heading', { level: 1, name: 'staff' }).waitFor();
    await become(page, 'Mia Member');
    await page.getByRole('heading', { level: 1, name: 'polls' }).waitFor();
    await become(page, 'Ada Admin');
    await page.getByRole('heading', { level: 1, name: 'staff' }).waitFor();
  });

  it('marks a channel unread and counts mentions until it is opened, and shows where the new part begins', async () => {
    const page = await stage.visit();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    await row(page, 'polls').waitFor();
    await expect.poll(() => row(page, 'unread').count()).toBe(0);
    await api('admin', 'POST', `/channels/${SMALL.channels.polls}/messages`, {
      content: `News for <@${SMALL.users.member}>`,
    });
    await row(page, 'polls, unread, 1 mention').waitFor();
    await row(page, 'polls').click();
    await said(page, 'News for @Mia Member').waitFor();
    await page.getByRole('separator', { name: 'New' }).waitFor();
    await expect.poll(() => row(page, 'unread').count()).toBe(0);
  });

  it('keeps unread marks over a reload, and forgets them for what was read while it came', async () => {
    const page = await stage.visit({ as: 'other' });
    await row(page, 'polls').waitFor();
    await api('admin', 'POST', `/channels/${SMALL.channels.general}/messages`, { content: 'Seen at once' });
    await said(page, 'Seen at once').waitFor();
    await api('admin', 'POST', `/channels/${SMALL.channels.polls}/messages`, {
      content: `For <@${SMALL.users.other}>`,
    });
    await row(page, 'polls, unread, 1 mention').waitFor();
    await page.reload();
    await row(page, 'polls, unread, 1 mention').waitFor();
    await row(page, 'polls').click();
    await said(page, 'For @Otto Other').waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'polls' }).waitFor();
    await row(page, 'general').waitFor();
    expect(await row(page, 'unread').count()).toBe(0);
  });

  it('shows and hides channels as soon as a role is given or taken', async () => {
    const page = await stage.visit({ as: 'newcomer' });
    await row(page, 'polls').waitFor();
    expect(await row(page, 'staff').count()).toBe(0);
    const path = `/guilds/${SMALL.guild}/members/${SMALL.users.newcomer}/roles/${SMALL.roles.staff}`;
    await api('admin', 'PUT', path);
    await row(page, 'staff').click();
    await page.getByRole('heading', { level: 1, name: 'staff' }).waitFor();
    await api('admin', 'DELETE', path);
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    expect(await row(page, 'staff').count()).toBe(0);
  });

  it('opens a direct message that the bot has written, and one to a member', async () => {
    const page = await stage.visit({ as: 'other' });
    await run(page, 'hello-dm');
    await row(page, 'Hearth').click();
    await said(page, 'Hello in private.').waitFor();
    await row(page, 'general').click();
    await page
      .getByRole('complementary', { name: 'Members' })
      .getByRole('button', { name: 'Mo Moderator' })
      .click();
    await page.getByRole('menuitem', { name: 'Send direct message' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mo Moderator' }).waitFor();
    await page.locator('#composer').fill('Have you got a minute?');
    await page.keyboard.press('Enter');
    await said(page, 'Have you got a minute?').waitFor();
  });

  it('makes a forum post with a tag, and finds it again by that tag', async () => {
    const tags = [{ name: 'Gear', emoji_name: '⚙️' }, { name: 'Beans' }];
    const forum = await api('admin', 'POST', `/guilds/${SMALL.guild}/channels`, {
      name: 'ideas',
      type: 15,
      available_tags: tags,
    });
    const page = await stage.visit({ channel: forum.id });
    await page.getByRole('button', { name: 'New post' }).click();
    const dialog = page.getByRole('dialog', { name: 'New post in ideas' });
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await dialog.getByText('A post needs a title.').waitFor();
    await dialog.getByLabel('Title').fill('A grinder library');
    await dialog.getByLabel('Text').fill('Borrow before you buy.');
    await dialog.getByRole('button', { name: 'Gear' }).click();
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await said(page, 'Borrow before you buy.').waitFor();
    await page.getByRole('heading', { level: 1 }).getByRole('button', { name: 'ideas' }).click();
    const posts = page.getByRole('list', { name: 'Posts' }).getByRole('listitem');
    await posts.filter({ hasText: 'A grinder library' }).waitFor();
    await page.getByRole('button', { name: 'Beans' }).click();
    await expect.poll(() => posts.count()).toBe(0);
  });
});

describe('messages', () => {
  it('runs message and user commands from the menus, by mouse and by keyboard', async () => {
    const page = await stage.visit();
    await page.locator('#composer').fill('one two three');
    await page.keyboard.press('Enter');
    const message = said(page, 'one two three').first();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Count words' }).click();
    await said(page, '3 words').waitFor();
    await message.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await said(page, '3 words').nth(1).waitFor();
    await message.getByRole('button', { name: 'Mia Member', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Say hello' }).click();
    await said(page, 'Hello, Mia Member!').waitFor();
  });

  it('reacts, replies, edits and deletes', async () => {
    const page = await stage.visit({ as: 'newcomer' });
    await page.locator('#composer').fill('A first try');
    await page.keyboard.press('Enter');
    const message = said(page, 'A first try').first();
    await message.hover();
    await message.getByRole('button', { name: 'Add reaction' }).first().click();
    await page.getByLabel('Search emoji').fill('fire');
    await page.keyboard.press('Enter');
    await message.getByRole('button', { name: '🔥, 1 reaction' }).waitFor();
    await message.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('An answer');
    await page.keyboard.press('Enter');
    await said(page, 'An answer').filter({ hasText: 'A first try' }).waitFor();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    await page.getByRole('dialog').getByLabel('Message').fill('A second try');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, 'A second try').filter({ hasText: '(edited)' }).first().waitFor();
    await said(page, 'An answer').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await said(page, 'An answer').waitFor({ state: 'detached' });
  });

  it('sends a picture and shows it large', async () => {
    const page = await stage.visit();
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    await page
      .locator('.composer input[type=file]')
      .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByRole('button', { name: 'Open image' }).last().click();
    await page.getByRole('dialog', { name: 'Image' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('time', () => {
  it('moves forward for the sandbox, the page and every relative stamp in it', async () => {
    const page = await stage.visit();
    const inThreeDays = Math.floor((stage.sandbox.clock.now() + 3 * 86_400_000) / 1000) + 1800;
    await api('admin', 'POST', `/channels/${SMALL.channels.general}/messages`, {
      content: `Closes <t:${inThreeDays}:R>`,
    });
    await said(page, 'Closes in 3 days').waitFor();
    const before = stage.sandbox.clock.now();
    await page.getByRole('button', { name: /^Sandbox time/ }).click();
    await page.getByRole('button', { name: '+1 day' }).click();
    await said(page, 'Closes in 2 days').waitFor();
    expect(stage.sandbox.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await page.getByLabel('How much').fill('2');
    await page.getByRole('button', { name: 'Forward' }).click();
    await said(page, 'Closes in 30 minutes').waitFor();
  });

  it('follows at once when somebody else moves the clock', async () => {
    const page = await stage.visit({ as: 'moderator' });
    const inFiveDays = Math.floor((stage.sandbox.clock.now() + 5 * 86_400_000) / 1000) + 1800;
    await api('admin', 'POST', `/channels/${SMALL.channels.general}/messages`, {
      content: `Ends <t:${inFiveDays}:R>`,
    });
    await said(page, 'Ends in 5 days').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // Fonts and pictures may still be on their way, and what was read is acknowledged.
    const questions = () => asked.filter((path) => path.startsWith('/sandbox/'));
    stage.sandbox.clock.advance(3 * 86_400_000);
    await said(page, 'Ends in 2 days').waitFor();
    expect(questions()).toEqual([]);
  });
});
