import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, pick, run, type Stage, said } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('the slash-command picker', () => {
  it('sends a command with live choices, numbers, choices, booleans, people and channels, by keyboard alone', async () => {
    const page = await stage.visit();
    await pick(page, 'brew add');
    await page.keyboard.type('huila');
    await page.getByRole('option', { name: 'Huila honey' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('18');
    for (const [option, text] of [
      ['kind', 'espr'],
      ['milk', 'fal'],
      ['guest', 'otto'],
      ['where', 'polls'],
    ] as const) {
      await page.getByRole('button', { name: option, exact: true }).press('Enter');
      await page.keyboard.type(text);
      await page.getByRole('listbox', { name: option }).getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    await said(page, 'Brewed: huila honey, 18 g, espresso, false, other').waitFor();
    await expect.poll(() => page.locator('#composer').inputValue()).toBe('');
  });

  it('says beside each field what is missing or wrong, and sends nothing until it is right', async () => {
    const page = await stage.visit();
    await pick(page, 'brew add');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const bean = page.getByRole('combobox', { name: 'bean' });
    await expect.poll(() => bean.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.getByText('This option is required.').count()).toBe(2);
    await bean.fill('a bean of my own');
    const grams = page.getByRole('textbox', { name: 'grams' });
    await grams.fill('500');
    await grams.press('Enter');
    await page.getByText('The largest value is 60.').waitFor();
    await expect.poll(() => said(page, 'a bean of my own').count()).toBe(0);
    await grams.fill('60');
    await grams.press('Enter');
    await said(page, 'Brewed: a bean of my own, 60 g').waitFor();
  });

  it('filters while one types, and Escape gives the text back', async () => {
    const page = await stage.visit();
    const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await page.locator('#composer').focus();
    await page.keyboard.type('/');
    await options.first().waitFor();
    const all = await options.count();
    await page.keyboard.type('brew');
    await expect.poll(() => options.count()).toBe(2);
    expect(all).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => options.count()).toBe(0);
    await expect.poll(() => page.locator('#composer').inputValue()).toBe('/brew');
  });

  it('offers a command only to those who may use it', async () => {
    const [member, moderator] = [await stage.visit(), await stage.visit({ as: 'moderator' })];
    for (const page of [member, moderator]) {
      await page.locator('#composer').focus();
      await page.keyboard.type('/s');
      await page.getByRole('option', { name: '/secret' }).waitFor();
    }
    await expect.poll(() => member.getByRole('option', { name: '/staff-only' }).count()).toBe(0);
    await expect.poll(() => moderator.getByRole('option', { name: '/staff-only' }).count()).toBe(1);
  });
});

describe('what the page shows while and after the bot answers', () => {
  it('shows that the bot is thinking, then what it thought', async () => {
    const page = await stage.visit();
    await run(page, 'slow');
    await page.getByText('Hearth is thinking…').waitFor();
    await said(page, 'Thought about it.').waitFor();
    await expect.poll(() => page.getByText('Hearth is thinking…').count()).toBe(0);
  });

  it('says that the application did not respond, to this reader alone, until it is dismissed', async () => {
    const [page, other] = [await stage.visit(), await stage.visit({ as: 'other' })];
    await run(page, 'silent');
    await page.getByText('Sending command…').waitFor();
    await said(page, 'The application did not respond').waitFor();
    await expect.poll(() => other.getByText('The application did not respond').count()).toBe(0);
    await said(page, 'The application did not respond')
      .getByRole('button', { name: 'Dismiss message' })
      .click();
    await expect
      .poll(() => page.locator('article').getByText('The application did not respond').count())
      .toBe(0);
  });

  it('shows an ephemeral answer to its reader only, and lets it be dismissed', async () => {
    const [page, other] = [await stage.visit(), await stage.visit({ as: 'other' })];
    await run(page, 'secret');
    await said(page, 'Between you and me.').waitFor();
    await run(page, 'brew list');
    await said(other, 'Nothing brewed yet.').first().waitFor();
    await expect.poll(() => other.getByText('Between you and me.').count()).toBe(0);
    await expect.poll(() => page.locator('#announcer').textContent()).toContain('Nothing brewed yet.');
    await said(page, 'Between you and me.').getByRole('button', { name: 'Dismiss message' }).click();
    await said(page, 'Between you and me.').waitFor({ state: 'detached' });
  });
});
