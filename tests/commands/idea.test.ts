import { describe, expect, test } from 'vitest';
import idea from '../../commands/idea.ts';
import suggestAsAnIdea from '../../commands/suggest-as-an-idea.ts';
import { ideaComponents } from '../../src/features/ideas/components.ts';
import * as shared from '../../src/features/ideas/custom-ids.ts';
import type { IdeaRefusalCode } from '../../src/features/ideas/ports.ts';
import { worded } from '../../src/features/ideas/press.ts';
import * as own from '../../src/features/ideas/private-custom-ids.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { locales, sentenceFor, textsOf, translatorFor } from '../../src/i18n/translator.ts';
import { checkCommands } from '../../src/sandbox/rules/validate-command.ts';
import { UserError } from '../../src/shared/user-error.ts';

/** Every refusal of ideas has its sentence: this does not compile otherwise. */
const everyRefusal: IdeaRefusalCode extends keyof Messages ? true : never = true;

describe('the commands of ideas', () => {
  const command = idea({} as never);

  test('are taken by Discord, with every language counted', () => {
    const data = [command.data, suggestAsAnIdea({} as never).data];
    expect(() => checkCommands(data)).not.toThrow();
  });

  test('have a handler for every subcommand, and the other way round', () => {
    const offered = 'options' in command.data ? command.data.options!.map(({ name }) => name) : [];
    const handled = command.type === 'chat' ? Object.keys(command.handlers) : [];
    expect(handled.toSorted()).toEqual(offered.toSorted());
  });

  test('answer at once wherever a form may open, because a form cannot come later', () => {
    const handlers = command.type === 'chat' ? command.handlers : {};
    expect([handlers['submit']?.ack, handlers['status']?.ack]).toEqual(['now', 'now']);
    const menu = suggestAsAnIdea({} as never);
    expect(menu.type === 'context-menu' ? menu.ack : undefined).toBe('now');
  });
});

test('whatever can be pressed on ideas has somebody who answers, once', () => {
  const ids = [...Object.values(shared), ...Object.values(own)].flatMap((each) =>
    typeof each === 'object' && 'parse' in each ? [each.name] : [],
  );
  const answered = ideaComponents({} as never).map(({ id }) => id.name);
  expect(answered.toSorted()).toEqual([...new Set(ids)].toSorted());
});

test('only forms with pictures are acknowledged before they are read', () => {
  const deferred = ideaComponents({} as never).filter(({ ack }) => ack !== 'now');
  expect(deferred.map(({ id, kind }) => [id.name, kind])).toEqual([
    ['idea-submit', 'modal'],
    ['idea-suggest', 'modal'],
  ]);
});

/** With the parameters that the services give; nobody reads a code or a bare placeholder. */
const given: Partial<Record<IdeaRefusalCode, Record<string, string | number>>> = {
  'ideas.refusals.cooldown': { until: 1_800_000_000 },
  'ideas.refusals.too-many-open': { max: 3 },
  'ideas.refusals.not-an-image': { name: 'a.svg', max: 8 },
  'ideas.refusals.not-gathering': { status: 'in-review' },
  'ideas.refusals.too-many-updates': { max: 10 },
  'ideas.refusals.wrong-status': { from: 'in-review', to: 'planned' },
  'ideas.refusals.scores-missing': { have: 1, need: 2 },
  'ideas.refusals.merge-target': { number: 12, status: 'in-progress' },
  'ideas.refusals.second-chance-later': { at: 1_800_000_000 },
};

describe.each(locales)('in %s', (locale) => {
  const t = translatorFor(locale);
  const codes = [...textsOf('en').keys()].filter((key) => key.startsWith('ideas.refusals.'));

  test.each(codes)('%s is a sentence, with statuses in words', async (code) => {
    expect(everyRefusal).toBe(true);
    const params = given[code as IdeaRefusalCode] ?? { name: 'a.png', max: 8 };
    const error = await worded(t, () => {
      throw new UserError(code, params);
    }).catch((thrown: unknown) => thrown as UserError);
    const words = sentenceFor(t, code, error.params);
    expect(words).toBeDefined();
    expect(words).not.toMatch(/in-review|in-progress|undefined|\{\w+\}/u);
  });

  test('nothing in forms and menus is cut', () => {
    const short: [RegExp, number][] = [
      [/^ideas\.form\.\w+(?:Help|Placeholder)$/u, 100],
      [/^ideas\.form\.(?!\w+(?:Help|Placeholder)$)/u, 45],
      [/^ideas\.list\.(?:statuses|orders)\./u, 100],
    ];
    for (const [pattern, most] of short) {
      const keys = [...textsOf(locale)].filter(([key]) => pattern.test(key));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter(([, text]) => text.length > most).map(([key]) => key)).toEqual([]);
    }
  });
});
