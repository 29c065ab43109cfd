import { expect, test } from 'vitest';
import { author, coreHarness, GUILD, member, staff } from './core-harness.ts';

test('an author has as many shipped ideas as shipped under their name, also as part of another', () => {
  const h = coreHarness();
  const count = () => h.service.shippedBy(GUILD, author.userId);
  expect(count()).toBe(0);
  const shipped = h.reviewed();
  expect(count()).toBe(0);
  h.decide(shipped, 'in-review', 'shipped');
  expect(count()).toBe(1);

  const theirs = h.reviewed({ authorId: member(500).userId });
  const part = h.idea();
  h.merge(part, theirs);
  expect(count()).toBe(1);
  h.decide(theirs, 'in-review', 'shipped');
  expect(count()).toBe(2);
  expect(h.service.shippedBy(GUILD, member(500).userId)).toBe(1);
  expect(h.service.shippedBy('800000000000000009', author.userId)).toBe(0);
});

test('an anonymous idea, and one whose author has not agreed to be named, do not count: it would tell', () => {
  const h = coreHarness();
  const ship = (id: number) => h.decide(id, 'in-review', 'shipped', staff());
  ship(h.reviewed({ anonymous: true }));
  ship(h.reviewed({ suggestedBy: member(501).userId, consent: 'asked' }));
  ship(h.reviewed({ suggestedBy: member(501).userId, consent: 'refused' }));
  expect(h.service.shippedBy(GUILD, author.userId)).toBe(0);
  ship(h.reviewed({ suggestedBy: member(501).userId, consent: 'agreed' }));
  expect(h.service.shippedBy(GUILD, author.userId)).toBe(1);
  expect(h.service.shippedBy(GUILD, member(501).userId)).toBe(0);
});
