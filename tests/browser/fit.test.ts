import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { openStage, pick, run, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Runs in the page; as text, because these tests know no DOM types. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth');

/** What ends beyond the right edge, except inside of what scrolls sideways by itself. */
const cutOff = `[...document.querySelectorAll('.shell :not(.sidebar, .sidebar *, pre *), dialog *')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 160))`;

/** Controls that can be reached but have no name, as their outer HTML. */
const nameless = `[...document.querySelectorAll('button, a[href], input, textarea, select, [role=option], [role=menuitem], dialog, [role=dialog]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden=true]'))
  .filter((element) => {
    const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
    const words = [element.getAttribute('aria-label'), labelled, ...[...(element.labels ?? [])].map((label) => label.textContent), element.textContent, element.title, ...[...element.querySelectorAll('img')].map((image) => image.alt)];
    return words.every((word) => (word ?? '').trim() === '');
  })
  .map((element) => element.outerHTML.slice(0, 160))`;

const duplicateIds = `[...document.querySelectorAll('[id]')].map((element) => element.id).filter((id, index, all) => all.indexOf(id) !== index)`;

async function everyState(page: Page, check: (state: string) => Promise<void>): Promise<void> {
  await check('channel');
  await run(page, 'panel');
  await page.getByRole('button', { name: 'Press me' }).last().waitFor();
  await check('components');
  await pick(page, 'brew add');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await check('command with problems');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await run(page, 'form');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Submit' }).click();
  await check('modal with problems');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sandbox time/ }).click();
  await check('clock');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Faults and requests' }).click();
  for (const tab of ['Requests', 'REST faults', 'Gateway faults']) {
    await page.getByRole('tab', { name: tab }).click();
    await check(tab);
  }
}

describe('the page on small and large screens', () => {
  it('never scrolls sideways at phone width, and its channels open in a drawer', async () => {
    const page = await stage.visit({ size: { width: 390, height: 844 }, touch: true });
    await page.getByRole('button', { name: /^Channels/ }).click();
    await page.getByRole('button', { name: 'polls' }).click();
    await page.getByRole('heading', { level: 1, name: 'polls' }).waitFor();
    await page.getByRole('button', { name: /^Channels/ }).click();
    await page.getByRole('button', { name: 'general' }).click();
    await everyState(page, async (state) => {
      expect([state, await overflow(page)]).toEqual([state, 0]);
      expect([state, await page.evaluate(cutOff)]).toEqual([state, []]);
    });
  });

  it('gives every control a name and every id once, in every state', async () => {
    const page = await stage.visit();
    await everyState(page, async (state) => {
      expect([state, await page.evaluate(nameless)]).toEqual([state, []]);
      expect([state, await page.evaluate(duplicateIds)]).toEqual([state, []]);
    });
  });

  it('has one main area, a navigation, a heading, a live region and a way to skip to the message field', async () => {
    const page = await stage.visit({ as: 'newcomer' });
    await expect.poll(() => page.getByRole('main').count()).toBe(1);
    await expect.poll(() => page.getByRole('navigation', { name: 'Channels' }).count()).toBe(1);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await expect.poll(() => page.locator('[aria-live=polite]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('straight to the field');
    await expect.poll(() => page.locator('#composer').inputValue()).toBe('straight to the field');
  });

  it('follows the reader’s colours and remembers another choice', async () => {
    const page = await stage.visit();
    const theme = (): Promise<string> => page.evaluate('document.documentElement.dataset.theme');
    const before = await theme();
    await page.getByRole('button', { name: /^Use the (dark|light) theme/ }).click();
    const after = before === 'dark' ? 'light' : 'dark';
    await expect.poll(theme).toBe(after);
    await page.reload();
    expect(await theme()).toBe(after);
  });

  it('says that it is a sandbox with sample data, and loads nothing from elsewhere', async () => {
    const page = await stage.visit();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.sandbox.url)) foreign.push(request.url());
    });
    await page.goto(`${stage.sandbox.url}/?again#${SMALL.users.member}/${SMALL.channels.general}`);
    await page.getByText('Not Discord · sample data').waitFor();
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    expect(foreign).toEqual([]);
  });

  it('shows a standing fault rule, what it did to the bot, and takes it away again', async () => {
    const page = await stage.visit();
    await page.getByRole('button', { name: 'Faults and requests' }).click();
    await page.getByRole('tab', { name: 'REST faults' }).click();
    await page.getByLabel('What happens').selectOption('status');
    await page.getByLabel('How often').fill('0');
    await page.getByLabel('Route').fill('/interactions/:id/:token/callback');
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.getByText(/until removed · hit/).waitFor();
    expect(stage.sandbox.faults.list()).toMatchObject([
      { times: 0, action: { kind: 'status', status: 500 } },
    ]);
    await page.getByRole('button', { name: 'Remove status' }).click();
    await page.getByText('None. Everything is answered as it should be.').waitFor();
    expect(stage.sandbox.faults.list()).toEqual([]);
  });
});
