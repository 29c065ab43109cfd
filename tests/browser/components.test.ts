import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, run, type Stage, said } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function openPanel(): Promise<Page> {
  const page = await stage.visit();
  await run(page, 'panel');
  await page.getByRole('button', { name: 'Press me' }).last().waitFor();
  return page;
}

const panelOf = (page: Page) => page.locator('article.message', { hasText: 'Pressed' }).last();

describe('components of a message', () => {
  it('updates the message when a button is pressed, for everybody who looks at it', async () => {
    const page = await openPanel();
    const other = await stage.visit({ as: 'other' });
    await panelOf(other).getByText('Pressed 0 times').waitFor();
    await panelOf(page).getByRole('button', { name: 'Press me' }).click();
    await panelOf(page).getByText('Pressed 1 times').waitFor();
    await panelOf(other).getByText('Pressed 1 times').waitFor();
  });

  it('shows a pressed button as busy, and says below the message when nobody answered', async () => {
    const page = await openPanel();
    const button = panelOf(page).getByRole('button', { name: 'Nobody listens' });
    const busy = panelOf(page).locator('button[aria-busy=true]', { hasText: 'Nobody listens' });
    await Promise.all([busy.waitFor(), button.click()]);
    await panelOf(page).getByText('The application did not respond').waitFor();
    await expect.poll(() => button.getAttribute('aria-busy')).toBe('false');
    await panelOf(page).getByRole('button', { name: 'Tell me' }).click();
    await said(page, 'Noted, and only you know.').waitFor();
    await expect.poll(() => panelOf(page).getByText('The application did not respond').count()).toBe(0);
  });

  it('does not send a disabled button, and opens a link button elsewhere', async () => {
    const page = await openPanel();
    await expect.poll(() => panelOf(page).getByRole('button', { name: 'Closed' }).isDisabled()).toBe(true);
    const link = panelOf(page).getByRole('link', { name: 'Rules' });
    await expect.poll(() => link.getAttribute('href')).toBe('https://example.com/rules');
    await expect.poll(() => link.getAttribute('target')).toBe('_blank');
  });

  it('holds a select to its fewest and most values, then sends them once', async () => {
    const page = await openPanel();
    await panelOf(page).getByRole('combobox', { name: 'Choose tastes' }).press('ArrowDown');
    const done = page.getByRole('button', { name: 'Done' });
    await page.keyboard.press('Enter');
    await expect.poll(() => done.isDisabled()).toBe(true);
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(3);
    await done.click();
    await said(page, 'Chosen: floral, fruity, nutty').waitFor();
  });

  it('finds a person by name in a user select', async () => {
    const page = await openPanel();
    await panelOf(page).getByRole('combobox', { name: 'Choose a person' }).click();
    await page.getByRole('option', { name: 'Nia Newcomer' }).click();
    await said(page, 'Chosen: 1190000000000000008').waitFor();
  });
});

describe('a modal', () => {
  it('says beside each field what is wrong, keeps what was typed, and is sent with everything in it', async () => {
    const page = await stage.visit();
    await run(page, 'form');
    const dialog = page.getByRole('dialog', { name: 'A small form' });
    await dialog.waitFor();
    await page.keyboard.type('ab');
    await page.keyboard.press('Enter');
    await dialog.getByText('Must be at least 3 characters, now 2.').waitFor();
    await dialog.getByText('Choose one.').waitFor();
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('ab');
    await page.keyboard.type('ba');
    await dialog.getByRole('textbox', { name: 'Notes' }).fill('two\nlines');
    await dialog.getByRole('radio', { name: 'Dark' }).check();
    await dialog.getByRole('checkbox', { name: 'Sugar' }).check();
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: Buffer.from('cup') });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await said(page, 'Form: abba / two').filter({ hasText: '/ dark / sugar / cup.png' }).waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('closes with Escape and gives the focus back', async () => {
    const page = await stage.visit();
    await run(page, 'form');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('still here');
    await expect.poll(() => page.locator('#composer').inputValue()).toBe('still here');
  });
});
