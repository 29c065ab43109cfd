import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigestContent } from '../../../src/features/digest/model.ts';
import { tableView, trendAlt } from '../../../src/features/digest/picture-views.ts';
import { createDigestRepository } from '../../../src/features/digest/repository.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { openTestDatabase } from '../../support/database.ts';
import { anyContent } from './any-digest.ts';

const en = translatorFor('en');
const period = { start: 20_000, end: 20_007 };

/** As it is read back after it was kept. */
function keptOf(content: DigestContent) {
  const database = openTestDatabase();
  const digests = createDigestRepository(database.sqlite);
  const row = { guildId: '1', kind: 'extra', dueIn: undefined, status: 'due', period, dueAt: 1 } as const;
  const kept = digests.find(digests.add({ ...row, content })!)?.content;
  database.sqlite.close();
  return kept;
}

test('a digest that was kept says the same as before, whatever is unknown in it', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(keptOf(content)).toEqual(content);
    }),
    { numRuns: 20 },
  );
});

test('of a week that nothing is known of the table has a dash, and the words of the chart have one, too', () => {
  const [sample] = fc.sample(anyContent, { numRuns: 1, seed: 3 });
  const trend = {
    starts: [19_986, 19_993, 20_000],
    active: [undefined, 0, 4],
    conversations: [undefined, 0, 2],
    usualActive: undefined,
  };
  const kept = keptOf({ ...sample!, trend })!;
  expect(JSON.stringify(tableView(kept, en))).toContain('20 September 2024**: – · –');
  expect(JSON.stringify(tableView(kept, en))).toContain('27 September 2024**: 0 · 0');
  expect(trendAlt(kept, en)).toContain('–, 0, 4');
});
