import { describe, expect, test } from 'vitest';
import perk from '../../commands/perk.ts';
import { perkComponents } from '../../src/features/perks/components.ts';
import * as shared from '../../src/features/perks/custom-ids.ts';
import type { PerkRefusalCode } from '../../src/features/perks/ports.ts';
import { worded } from '../../src/features/perks/press.ts';
import * as own from '../../src/features/perks/private-custom-ids.ts';
import type { PerkSurfaceRefusalCode } from '../../src/features/perks/refuse.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { locales, sentenceFor, textsOf, translatorFor } from '../../src/i18n/translator.ts';
import { checkCommands } from '../../src/sandbox/rules/validate-command.ts';
import { UserError } from '../../src/shared/user-error.ts';

type Refusal = PerkRefusalCode | PerkSurfaceRefusalCode;

/** Every refusal has its sentence: this does not compile otherwise. */
const everyRefusal: Refusal extends keyof Messages ? true : never = true;

describe('the command of perks', () => {
  const command = perk({} as never);

  test('is taken by Discord, with every language counted', () => {
    expect(() => checkCommands([command.data])).not.toThrow();
  });

  test('has a handler for every subcommand, and the other way round', () => {
    const offered = 'options' in command.data ? command.data.options!.map(({ name }) => name) : [];
    const handled = command.type === 'chat' ? Object.keys(command.handlers) : [];
    expect(handled.toSorted()).toEqual(offered.toSorted());
  });

  test('answers at once wherever a form may open, because a form cannot come later', () => {
    const handlers = command.type === 'chat' ? command.handlers : {};
    const acks = ['create', 'codes', 'link', 'grant'].map((name) => handlers[name]?.ack);
    expect(acks).toEqual(['now', 'now', 'now', 'now']);
  });
});

test('whatever can be pressed on perks has somebody who answers, once', () => {
  const ids = [shared, own].flatMap((each) =>
    Object.values(each).flatMap((id) => (typeof id === 'object' && 'parse' in id ? [id.name] : [])),
  );
  const handlers = perkComponents({} as never);
  expect(handlers.map(({ id }) => id.name).toSorted()).toEqual([...new Set<string>(ids)].toSorted());
});

/** With the parameters that the services give; nobody reads a code or a bare placeholder. */
const given: Partial<Record<Refusal, Record<string, string | number>>> = {
  'perks.refusals.expires-too-late': { days: 730 },
  'perks.refusals.expires-not-understood': { text: 'soon' },
  'perks.refusals.expires-half-of-day': { text: 'at 5' },
  'perks.refusals.too-many-open': { max: 50 },
  'perks.refusals.file-too-big': { megabytes: '8' },
  'perks.refusals.file-rows': { max: '100,000' },
  'perks.refusals.number-bad': { typed: 'x', max: '10000' },
  'perks.refusals.too-many-conditions': { max: '4' },
  'perks.refusals.role-too-high': { role: '12' },
  'perks.refusals.role-managed': { role: '12' },
  'perks.refusals.role-powerful': { role: '12' },
  'perks.refusals.role-above-you': { role: '12' },
  'perks.refusals.role-no-permission': { role: '12' },
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

  test.each(keysBelow('perks.refusals.'))('%s is a sentence', async (code) => {
    expect(everyRefusal).toBe(true);
    const words = await wordsOf(code, given[code as Refusal] ?? {});
    expect(words).toBeDefined();
    expect(words).not.toMatch(/undefined|\{\w+\}/u);
  });

  test('a role is named as Discord shows it', async () => {
    expect(await wordsOf('perks.refusals.role-too-high', { role: '12' })).toContain('<@&12>');
  });

  test('nothing in forms and menus is cut', () => {
    const short: [RegExp, number][] = [
      [/^perks\.form\.(?:rewards\.)?\w+(?:Help|Placeholder)$|^perks\.form\.rewards\./u, 100],
      [/^perks\.form\.(?!rewards\.|\w+(?:Help|Placeholder|About)$|kept$)/u, 45],
      [/^perks\.panel\.(?:add\.|pick)/u, 100],
      [/^perks\.panel\.buttons\.|^perks\.card\.(?:claim|again|progress)$/u, 34],
    ];
    for (const [pattern, most] of short) {
      const keys = [...textsOf(locale)].filter(([key]) => pattern.test(key));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter(([, text]) => text.length > most).map(([key]) => key)).toEqual([]);
    }
  });
});
