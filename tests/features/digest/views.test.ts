import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody, OutgoingFile } from '../../../src/discord/interaction.ts';
import { digestView } from '../../../src/features/digest/digest-views.ts';
import { explainView } from '../../../src/features/digest/explain-views.ts';
import { blockText } from '../../../src/features/digest/figure-views.ts';
import { exportReply } from '../../../src/features/digest/files.ts';
import { historyView, PAGE } from '../../../src/features/digest/history-views.ts';
import type { Figure } from '../../../src/features/digest/model.ts';
import { tableView } from '../../../src/features/digest/picture-views.ts';
import { readTime, scheduleView, timeForm } from '../../../src/features/digest/schedule-views.ts';
import { suggestionView } from '../../../src/features/digest/suggestion-views.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, judge } from '../polls/hostile.ts';
import { anyBlock, anyContent, anyDigest, anySettings, anySuggestion, snowflake } from './any-digest.ts';

/** Discord would take it, and so would its published schema; in bytes too (discord-api-docs issue 8554). */
function accept(body: MessageBody, files?: readonly OutgoingFile[]): void {
  judge(body, files);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body, files))).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(textsOf(body.components).join('')))).toBeLessThan(10_000);
}

function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap((each) => textsOf(each));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'content' && typeof value === 'string' ? [value] : textsOf(value),
  );
}

const runs = { numRuns: 60 };
const en = translatorFor('en');
/** Without what only keeps words together at the end of a line. */
const simple = (words: string) => words.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');
const picture = (name: string): OutgoingFile => ({ name, data: Buffer.from('x'), contentType: 'image/png' });

describe('Discord takes', () => {
  test('the post of any digest, with and without pictures, and its table', () => {
    fc.assert(
      fc.property(snowflake, anyContent, fc.boolean(), (guildId, content, drawn) => {
        const files = drawn ? [picture('trend.png'), picture('hours.png')] : [];
        const pictures = {
          trend: drawn ? 'trend.png' : undefined,
          hours: drawn ? 'hours.png' : undefined,
        };
        for (const t of everyLanguage) {
          accept(digestView({ guildId, digestId: 2 ** 50, content, pictures }, t), files);
          accept(tableView(content, t));
        }
      }),
      runs,
    );
  });

  test('the list behind any suggestion', () => {
    fc.assert(
      fc.property(snowflake, anySuggestion, (guildId, suggestion) => {
        for (const t of everyLanguage) accept(suggestionView(guildId, suggestion, t));
      }),
      runs,
    );
  });

  test('any page of the history, every explanation, and the schedule with its form', () => {
    const digests = fc.array(anyDigest, { maxLength: PAGE });
    fc.assert(
      fc.property(digests, anyBlock, anySettings, (found, block, settings) => {
        for (const t of everyLanguage) {
          accept(historyView({ guildId: '1', digests: found, total: 1_000, page: 3 }, t));
          accept(explainView(block, t));
          accept(scheduleView({ settings, nextAt: 1_800_000_000_000, timeZone: 'Europe/Berlin' }, t));
          checkModal(timeForm(settings, t));
        }
      }),
      runs,
    );
  });
});

const answered = (part: number, of: number): Figure => ({
  number: 'answered',
  value: { part, of },
  before: undefined,
  usual: { low: 0.5, high: 0.9 },
  change: 'worse',
  direction: 'down',
});

describe('a figure', () => {
  test('of fewer than 30 things is never a percentage, and of 30 is one', () => {
    const few = simple(blockText('health', [answered(12, 29)], en));
    expect(few).toContain('12 of 29');
    expect(few).toContain('usual 15–26');
    expect(few).not.toContain('%');
    expect(simple(blockText('health', [answered(12, 30)], en))).toContain('40 % (12 of 30)');
  });

  test('says the direction beside the colour, and a dash for what cannot be known', () => {
    const words = simple(blockText('health', [answered(12, 29)], en));
    expect(words).toContain('🔴▼');
    expect(words).toContain('before –');
    const unknown = { ...answered(0, 0), value: undefined, change: undefined, direction: undefined };
    expect(simple(blockText('health', [unknown], en))).toContain(
      '⚪ Conversations answered **–** · before – · usual –',
    );
  });
});

describe('the table of the pictures', () => {
  test('begins no line with a day and a point, which Discord would number anew', () => {
    const trend = { starts: [20_700, 20_707], active: [3, 4], conversations: [1, 2], usualActive: undefined };
    const content = { ...fc.sample(anyContent, { numRuns: 1, seed: 7 })[0]!, trend };
    const words = textsOf(tableView(content, translatorFor('de')).components).join('\n');
    expect(words).toContain('. ');
    expect(words).not.toMatch(/^\d+\. /mu);
  });
});

describe('the time of a digest', () => {
  test('is read as people write it', () => {
    expect(['9', '9:30', '09.30', '9 Uhr', '9 pm', '12am', ' 18:05 '].map(readTime)).toEqual([
      { hour: 9, minute: 0 },
      { hour: 9, minute: 30 },
      { hour: 9, minute: 30 },
      { hour: 9, minute: 0 },
      { hour: 21, minute: 0 },
      { hour: 0, minute: 0 },
      { hour: 18, minute: 5 },
    ]);
    expect(['', '24:00', '9:60', '13 pm', '0 am', 'noon', '-1'].map(readTime)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});

describe('the export', () => {
  test('has a column for every number, leaves unknown ones empty and guards formulas', () => {
    const reply = exportReply(
      [{ from: '=1+1', growth: { active: 3, stickiness: undefined } }, { hours: [[1, 2]] }],
      en,
    );
    const [csv, json] = reply.kind === 'reply' ? (reply.files ?? []) : [];
    expect(csv?.data.toString('utf8')).toBe(
      '\uFEFFfrom,growth.active,growth.stickiness,hours\r\n\'=1+1,3,,\r\n,,,"[[1,2]]"\r\n',
    );
    expect(JSON.parse(json?.data.toString('utf8') ?? '')).toEqual([
      { from: '=1+1', growth: { active: 3, stickiness: null } },
      { hours: [[1, 2]] },
    ]);
    if (reply.kind === 'reply') accept(reply.body, reply.files);
  });
});
