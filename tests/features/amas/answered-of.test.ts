import { expect, test } from 'vitest';
import { coreHarness, GUILD, host, member } from './core-harness.ts';

test('answered questions of all AMAs count for who asked them by name', () => {
  const h = coreHarness();
  const asker = member(1);
  const count = () => h.service.answeredOf(GUILD, asker.userId);
  const id = h.live({ queue: 'open' });
  const answer = (questionId: number) => {
    h.write(() => h.service.putOnAir({ ...h.by(host), questionId }));
    h.write(() => h.service.answer({ ...h.by(host), questionId, kind: 'written', text: 'Like this.' }));
  };
  const asked = h.asked(id, asker);
  const unnamed = h.asked(id, asker, { text: 'And where from?', anonymous: true });
  expect(count()).toBe(0);
  answer(asked);
  expect(count()).toBe(1);
  // Whatever follows from it would tell whose it is.
  answer(unnamed);
  expect(count()).toBe(1);

  const same = h.asked(id, asker, { text: 'Why so very dark?' });
  const other = h.asked(id, member(2), { text: 'Why is it that dark?' });
  h.write(() => h.service.merge({ ...h.by(host), sourceId: same, targetId: other }));
  expect(count()).toBe(1);
  answer(other);
  expect(count()).toBe(2);
  expect(h.service.answeredOf(GUILD, member(2).userId)).toBe(1);
  expect(h.service.answeredOf('800000000000000002', asker.userId)).toBe(0);
});
