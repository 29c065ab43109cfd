import { describe, expect, test } from 'vitest';
import ama from '../../commands/ama.ts';
import { amaComponents } from '../../src/features/amas/components.ts';
import * as shared from '../../src/features/amas/custom-ids.ts';
import type { AmaRefusalCode } from '../../src/features/amas/ports.ts';
import { worded } from '../../src/features/amas/press.ts';
import * as own from '../../src/features/amas/private-custom-ids.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { locales, sentenceFor, textsOf, translatorFor } from '../../src/i18n/translator.ts';
import { checkCommands } from '../../src/sandbox/rules/validate-command.ts';
import { UserError } from '../../src/shared/user-error.ts';

/** Every refusal of AMAs has its sentence: this does not compile otherwise. */
const everyRefusal: AmaRefusalCode extends keyof Messages ? true : never = true;

describe('the command of AMAs', () => {
  const command = ama({} as never);
  const handlers = command.type === 'chat' ? command.handlers : {};

  test('is taken by Discord, with every language counted', () => {
    expect(() => checkCommands([command.data])).not.toThrow();
  });

  test('has a handler for every subcommand, and the other way round', () => {
    const offered = 'options' in command.data ? command.data.options!.map(({ name }) => name) : [];
    expect(Object.keys(handlers).toSorted()).toEqual(offered.toSorted());
  });

  test('answers at once wherever a form may open, because a form cannot come later', () => {
    expect(['ask', 'create', 'cancel'].map((name) => handlers[name]?.ack)).toEqual(['now', 'now', 'now']);
  });
});

test('whatever can be pressed on AMAs has somebody who answers, once', () => {
  const ids = [...Object.values(shared), ...Object.values(own)].flatMap((each) =>
    typeof each === 'object' && 'parse' in each ? [each.name] : [],
  );
  const answered = amaComponents({} as never).map(({ id }) => id.name);
  expect(answered.toSorted()).toEqual([...new Set(ids)].toSorted());
});

test.each(locales)('in %s nothing in the forms of AMAs is cut', (locale) => {
  expect(everyRefusal).toBe(true);
  const texts = [...textsOf(locale)].filter(([key]) => key.startsWith('amas.form.'));
  const long = /Help$|Placeholder$|\.kept$|\.audited$|\.namedOnly$/u;
  const parameters = /\{\w+\}/gu;
  const cut = texts.filter(([key, text]) => {
    const filled = text.replaceAll(
      parameters,
      key.endsWith('startsHelp') ? 'America/Argentina/Ushuaia' : '100',
    );
    const most = long.test(key) ? (/kept|audited|namedOnly/u.test(key) ? 500 : 100) : 45;
    return filled.length > most;
  });
  expect(cut).toEqual([]);
});

test('everybody is told before asking without a name that an admin can look it up', () => {
  expect(translatorFor('en')('amas.form.audited')).toContain('An admin can look it up');
  expect(translatorFor('de')('amas.form.audited')).toContain('Ein Admin kann ihn');
});

/** All parameters that the services give; nobody reads a code or a bare placeholder. */
const given = {
  days: 7,
  minutes: 5,
  max: 8,
  number: 12,
  name: 'a.svg',
  channel: '<#1>',
  text: 'soonish',
  rest: 'ish',
  status: 'on-air',
  from: 'on-air',
  to: 'approved',
};

describe.each(locales)('in %s', (locale) => {
  const t = translatorFor(locale);
  const codes = [...textsOf('en').keys()].filter((key) => key.startsWith('amas.refusals.'));

  test.each(codes)('%s is a sentence, with statuses in words', async (code) => {
    const error = await worded(t, () => {
      throw new UserError(code, given);
    }).catch((thrown: unknown) => thrown as UserError);
    const words = sentenceFor(t, code, error.params);
    expect(words).toBeDefined();
    expect(words).not.toMatch(/on-air|undefined|\{\w+\}/u);
  });
});
