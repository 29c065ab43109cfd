import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/*
 * A Chromium that comes with npm (linux x64), so the browser tests need no system package. Its own default
 * arguments are meant for a cloud function and break rendering; these few are enough.
 */

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_FONTS = '/etc/fonts/fonts.conf';

/** The package points at the one face it brings. Where the machine has its own, it knows more characters. */
function fontEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  );
  const env = Object.fromEntries(entries);
  if (existsSync(SYSTEM_FONTS)) delete env['FONTCONFIG_PATH'];
  return env;
}

/** Starts a headless browser. The caller closes it. The first start unpacks it, which takes some seconds. */
export async function launchBrowser(): Promise<Browser> {
  // Read by the package while it loads: it decides which libraries are unpacked beside the browser.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true, env: fontEnvironment() });
}
