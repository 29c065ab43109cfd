import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtPage } from '../support/built-page.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { startTestBot, type TestBot } from './test-bot.ts';

export interface Visit {
  /** `name` of SMALL.users; default member. */
  as?: keyof typeof SMALL.users;
  /** Channel id; default general. */
  channel?: string;
  size?: { width: number; height: number };
  touch?: boolean;
}

export interface Stage {
  sandbox: TestSandbox;
  bot: TestBot;
  /** Opens the page as one persona and waits until it shows the channel. Errors of the page fail the test run. */
  visit(visit?: Visit): Promise<Page>;
  close(): Promise<void>;
}

const DESKTOP = { width: 1280, height: 800 };

/** A sandbox with the small guild on a free port, the test bot logged in to it, and a browser. */
export async function openStage(): Promise<Stage> {
  const pageDirectory = await builtPage();
  const sandbox = await startTestSandbox({ pageDirectory });
  const [bot, browser] = await Promise.all([startTestBot(sandbox.apiUrl, sandbox.botToken), launchBrowser()]);
  const contexts: BrowserContext[] = [];
  const broken: Error[] = [];
  return {
    sandbox,
    bot,
    async visit({ as = 'member', channel = SMALL.channels.general, size = DESKTOP, touch = false } = {}) {
      const page = await open(browser, contexts, size, touch);
      page.on('pageerror', (error) => broken.push(error));
      await page.goto(`${sandbox.url}/#${SMALL.users[as]}/${channel}`);
      await page
        .locator('.channel-row[aria-current=page], .channel-title h1')
        .first()
        .waitFor({ state: 'attached' });
      return page;
    },
    async close() {
      await browser.close();
      await bot.close();
      await sandbox.close();
      if (broken[0] !== undefined) throw broken[0];
      if (bot.errors[0] !== undefined) throw bot.errors[0] as Error;
    },
  };
}

async function open(
  browser: Browser,
  contexts: BrowserContext[],
  viewport: { width: number; height: number },
  hasTouch: boolean,
) {
  const context = await browser.newContext({
    viewport,
    hasTouch,
    isMobile: hasTouch,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  context.setDefaultTimeout(8000);
  return context.newPage();
}

/** Types a command into the message field and picks it, as a person does with the keyboard alone. */
export async function pick(page: Page, command: string): Promise<void> {
  const field = page.locator('#composer');
  await field.focus();
  await page.keyboard.type(`/${command}`);
  await page
    .getByRole('option', { name: `/${command}` })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Picks a command without options and sends it. */
export async function run(page: Page, command: string): Promise<void> {
  await pick(page, command);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Messages whose text contains `words`. */
export const said = (page: Page, words: string): Locator =>
  page.locator('article.message', { hasText: words });
