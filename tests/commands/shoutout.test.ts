import { describe, expect, test } from 'vitest';
import giveAShoutOut from '../../commands/give-a-shout-out.ts';
import shoutOutThisMessage from '../../commands/shout-out-this-message.ts';
import shoutout from '../../commands/shoutout.ts';
import { shoutoutComponents } from '../../src/features/shoutouts/components.ts';
import * as shared from '../../src/features/shoutouts/custom-ids.ts';
import type { ShoutoutRefusalCode } from '../../src/features/shoutouts/ports.ts';
import { worded } from '../../src/features/shoutouts/press.ts';
import * as own from '../../src/features/shoutouts/private-custom-ids.ts';
import { shoutoutSetupComponents } from '../../src/features/shoutouts/settings-components.ts';
import * as setup from '../../src/features/shoutouts/settings-custom-ids.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { locales, sentenceFor, textsOf, translatorFor } from '../../src/i18n/translator.ts';
import { checkCommands } from '../../src/sandbox/rules/validate-command.ts';
import { UserError } from '../../src/shared/user-error.ts';

/** Every refusal has its sentence: this does not compile otherwise. */
const everyRefusal: ShoutoutRefusalCode extends keyof Messages ? true : never = true;

describe('the commands of shout-outs', () => {
  const command = shoutout({} as never);
  const menus = [giveAShoutOut({} as never), shoutOutThisMessage({} as never)];

  test('are taken by Discord, with every language counted', () => {
    expect(() => checkCommands([command, ...menus].map(({ data }) => data))).not.toThrow();
  });

  test('have a handler for every subcommand, and the other way round', () => {
    const offered = 'options' in command.data ? command.data.options!.map(({ name }) => name) : [];
    const handled = command.type === 'chat' ? Object.keys(command.handlers) : [];
    expect(handled.toSorted()).toEqual(offered.toSorted());
  });

  test('answer at once wherever a form may open, because a form cannot come later', () => {
    const handlers = command.type === 'chat' ? command.handlers : {};
    expect([handlers['give']?.ack, handlers['void']?.ack]).toEqual(['now', 'now']);
    expect(menus.map((menu) => (menu.type === 'context-menu' ? menu.ack : undefined))).toEqual([
      'now',
      'now',
    ]);
  });
});

test('whatever can be pressed on shout-outs has somebody who answers, once', () => {
  const ids = [shared, own, setup].flatMap((each) =>
    Object.values(each).flatMap((id) => (typeof id === 'object' && 'parse' in id ? [id.name] : [])),
  );
  const handlers = [...shoutoutComponents({} as never), ...shoutoutSetupComponents({} as never)];
  expect(handlers.map(({ id }) => id.name).toSorted()).toEqual([...new Set<string>(ids)].toSorted());
});

test('every control of the settings is for those who manage the server', () => {
  const open = shoutoutSetupComponents({} as never).filter(({ requires }) => requires === undefined);
  expect(open).toEqual([]);
});

/** With the parameters that the services give; nobody reads a code or a bare placeholder. */
const given: Partial<Record<ShoutoutRefusalCode, Record<string, string | number>>> = {
  'shoutouts.refusals.too-many': { max: 3 },
  'shoutouts.refusals.not-a-member': { user: '1190600000000000001' },
  'shoutouts.refusals.reason-too-short': { words: 3 },
  'shoutouts.refusals.reason-too-long': { max: 600 },
  'shoutouts.refusals.budget': { left: 1, wanted: 3, at: 1_800_000_000_000 },
  'shoutouts.refusals.pair': { user: '1190600000000000001', at: 1_800_000_000_000 },
  'shoutouts.refusals.back': { user: '1190600000000000001', at: 1_800_000_000_000 },
  'shoutouts.refusals.too-late': { minutes: 10 },
  'shoutouts.refusals.settings': { what: 'budget', min: 1, max: 20 },
};

describe.each(locales)('in %s', (locale) => {
  const t = translatorFor(locale);
  const keysBelow = (start: string) => [...textsOf('en').keys()].filter((key) => key.startsWith(start));
  const wordsOf = async (code: string, params: Record<string, string | number>) => {
    const error = await worded(t, () => {
      throw new UserError(code, params);
    }).catch((thrown: unknown) => thrown as UserError);
    return sentenceFor(t, code, error.params);
  };

  test.each(keysBelow('shoutouts.refusals.'))('%s is a sentence', async (code) => {
    expect(everyRefusal).toBe(true);
    const words = await wordsOf(code, given[code as ShoutoutRefusalCode] ?? {});
    expect(words).toBeDefined();
    expect(words).not.toMatch(/undefined|\{\w+\}|1[_,.]?800[_,.]?000[_,.]?000[_,.]?000/u);
  });

  test.each(keysBelow('shoutouts.settings-mistakes.'))('%s is a sentence', async (key) => {
    const params = { what: key.split('.').at(-1)!, min: 1, max: 20 };
    const words = await wordsOf('shoutouts.refusals.settings', params);
    expect(words).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('a refusal says when, and about whom, as Discord shows it', async () => {
    const words = await wordsOf('shoutouts.refusals.pair', { user: '12', at: 1_800_000_000_000 });
    expect(words).toContain('<@12>');
    expect(words).toContain('<t:1800000000:R>');
  });

  test('nothing in forms and menus is cut', () => {
    const short: [RegExp, number][] = [
      [/^shoutouts(?:Setup)?\.form\.\w+(?:Help|Placeholder)$/u, 100],
      [/^shoutouts(?:Setup)?\.form\.(?!\w+(?:Help|Placeholder)$|left$|source$|kept$)/u, 45],
      [/^shoutoutsSetup\.milestones\./u, 100],
      [/^shoutouts\.board\.periods\./u, 30],
    ];
    for (const [pattern, most] of short) {
      const keys = [...textsOf(locale)].filter(([key]) => pattern.test(key));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter(([, text]) => text.length > most).map(([key]) => key)).toEqual([]);
    }
  });
});
