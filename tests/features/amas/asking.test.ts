import { describe, expect, it } from 'vitest';
import { GRACE_MS, MOST_WAITING } from '../../../src/features/amas/ports.ts';
import { statementsOf } from '../../support/statements.ts';
import { coreHarness, ELSEWHERE, HOUR, host, member, refusalOf } from './core-harness.ts';

const png = (name = 'beans.png') => ({
  name,
  contentType: 'image/png',
  data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
});

describe('asking', () => {
  it('waits for review in review mode, and is numbered in its own AMA', () => {
    const h = coreHarness();
    const [first, second] = [h.ama(), h.ama({ title: 'Ask our founder' })];
    expect(h.state(first)).toMatchObject({ questions: 0, waiting: 0 });
    expect(h.ask(first, member(1)).question).toMatchObject({
      number: 1,
      status: 'pending',
      firstTimer: true,
    });
    expect(h.ask(first, member(2)).question).toMatchObject({ number: 2 });
    expect(h.ask(second, member(2)).question).toMatchObject({ number: 1, firstTimer: false });
    expect(h.state(first)).toMatchObject({ questions: 2, waiting: 2 });
    expect(h.state(second)).toMatchObject({ questions: 1, waiting: 1 });
  });

  it('goes straight in where the queue is open', () => {
    const h = coreHarness();
    const id = h.ama({ queue: 'open' });
    expect(h.ask(id, member(1)).question.status).toBe('approved');
    expect(h.state(id)).toMatchObject({ questions: 1, waiting: 0 });
  });

  it('is one question, however often the form is delivered', () => {
    const h = coreHarness();
    const id = h.ama();
    const asked = h.ask(id, member(1), { interactionId: '77' });
    expect(asked.first).toBe(true);
    const before = h.everything();
    expect(h.ask(id, member(1), { interactionId: '77', text: 'another text' })).toEqual({
      question: asked.question,
      first: false,
    });
    expect(h.everything()).toEqual(before);
  });

  it("shows nobody the question of somebody else's form", () => {
    const h = coreHarness();
    const [id, other] = [h.ama(), h.ama({ title: 'Other' })];
    h.ask(id, member(1), { interactionId: '77', anonymous: true });
    const before = h.everything();
    for (const forged of [
      () => h.ask(id, member(2), { interactionId: '77' }),
      () => h.ask(other, member(1), { interactionId: '77' }),
      () => h.ask(id, member(1), { interactionId: '77', guildId: ELSEWHERE }),
    ]) {
      expect(refusalOf(forged).code).toBe('question-not-found');
    }
    expect(h.everything()).toEqual(before);
  });

  it('finds no AMA of another server, and none behind a forged id', () => {
    const h = coreHarness();
    const id = h.ama({}, ELSEWHERE);
    const before = h.everything();
    for (const amaId of [id, 0, -1, 1.5, Number.NaN, 2 ** 60]) {
      expect(refusalOf(() => h.ask(amaId, member(1))).code).toBe('not-found');
      expect(refusalOf(() => h.service.mayAsk({ ...h.by(member(1)), amaId })).code).toBe('not-found');
    }
    expect(h.everything()).toEqual(before);
    expect(h.ask(id, member(1), { guildId: ELSEWHERE }).first).toBe(true);
  });

  it('refuses an empty question, anonymity and pictures where they are not allowed', () => {
    const h = coreHarness();
    const id = h.ama({ anonymous: false });
    const before = h.everything();
    expect(refusalOf(() => h.ask(id, member(1), { text: ' \u202E\n' })).code).toBe('question-missing');
    expect(refusalOf(() => h.ask(id, member(1), { anonymous: true })).code).toBe('no-anonymous');
    expect(refusalOf(() => h.ask(id, member(1), { images: [png()] })).code).toBe('no-attachments');
    expect(h.everything()).toEqual(before);
  });

  it('keeps pictures that are what they say, until the question is withdrawn', () => {
    const h = coreHarness();
    const id = h.ama({ attachments: true });
    const fake = { ...png('../evil.png'), data: Buffer.from('<svg onload=alert(1)>') };
    expect(refusalOf(() => h.ask(id, member(1), { images: [fake] }))).toMatchObject({
      code: 'not-an-image',
      params: { name: '../evil.png', max: 8 },
    });
    const { question } = h.ask(id, member(1), { images: [png(), png('../x')] });
    expect(question.images).toBe(2);
    expect(h.service.images(question.id).map(({ name }) => name)).toEqual([
      'question-1.png',
      'question-2.png',
    ]);
    h.withdraw(question.id, member(1));
    expect(h.service.images(question.id)).toEqual([]);
  });
});

describe('one question at a time', () => {
  it('refuses a second one while the first waits, and says which', () => {
    const h = coreHarness();
    const id = h.ama({ several: false });
    const { question } = h.ask(id, member(1));
    const before = h.everything();
    const refusal = { code: 'one-at-a-time', params: { number: question.number } };
    expect(refusalOf(() => h.ask(id, member(1)))).toEqual(refusal);
    expect(refusalOf(() => h.service.mayAsk({ ...h.by(member(1)), amaId: id }))).toEqual(refusal);
    expect(h.everything()).toEqual(before);
    expect(h.ask(id, member(2)).first).toBe(true);
    h.withdraw(question.id, member(1));
    expect(h.ask(id, member(1)).question.number).toBe(3);
  });

  it('two forms of one member in the same second: the first counts', async () => {
    const h = coreHarness();
    const amaId = h.ama({ several: false });
    const send = (text: string) => {
      const call = { ...h.by(member(1)), amaId, text, anonymous: false, images: [] };
      const interactionId = h.nextInteraction();
      return h.database.writer.write(() => h.service.ask({ ...call, interactionId }));
    };
    const outcomes = await Promise.allSettled([send('one'), send('two')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(h.state(amaId).questions).toBe(1);
  });

  it('takes ten that wait from one member where several are allowed', () => {
    const h = coreHarness();
    const id = h.ama();
    for (let each = 0; each < MOST_WAITING; each += 1) h.ask(id, member(1));
    expect(refusalOf(() => h.ask(id, member(1)))).toEqual({
      code: 'too-many-waiting',
      params: { max: MOST_WAITING },
    });
    expect(h.state(id).questions).toBe(MOST_WAITING);
  });

  it('two members in the same second get numbers of their own', async () => {
    const h = coreHarness();
    const amaId = h.ama();
    const send = (number: number) => {
      const call = { ...h.by(member(number)), amaId, text: 'Why?', anonymous: false, images: [] };
      const interactionId = h.nextInteraction();
      return h.database.writer.write(() => h.service.ask({ ...call, interactionId }));
    };
    const outcomes = await Promise.all([send(1), send(2)]);
    expect(outcomes.map(({ question }) => question.number)).toEqual([1, 2]);
  });
});

describe('the end', () => {
  it('is a fact about time: no form opens after it, although no job has run', () => {
    const h = coreHarness();
    const amaId = h.live();
    h.clock.set(h.state(amaId).endAt - 1);
    expect(h.service.mayAsk({ ...h.by(member(1)), amaId }).status).toBe('live');
    h.clock.set(h.state(amaId).endAt);
    expect(refusalOf(() => h.service.mayAsk({ ...h.by(member(1)), amaId })).code).toBe('over');
    expect(h.state(amaId).status).toBe('live');
  });

  it('leaves who is typing the grace, to the millisecond', () => {
    const h = coreHarness();
    const id = h.live();
    h.clock.set(h.state(id).endAt + GRACE_MS - 1);
    expect(h.ask(id, member(1)).first).toBe(true);
    h.clock.advance(1);
    const before = h.everything();
    expect(refusalOf(() => h.ask(id, member(2))).code).toBe('over');
    expect(h.everything()).toEqual(before);
  });

  it('by hand, too: the grace counts from then', () => {
    const h = coreHarness();
    const id = h.live();
    h.clock.advance(HOUR / 2);
    expect(h.close(id)).toMatchObject({ status: 'closing', graceUntil: h.clock.now() + GRACE_MS });
    expect(refusalOf(() => h.service.mayAsk({ ...h.by(member(1)), amaId: id })).code).toBe('over');
    h.clock.advance(GRACE_MS - 1);
    expect(h.ask(id, member(1)).first).toBe(true);
    h.clock.advance(1);
    expect(refusalOf(() => h.ask(id, member(2))).code).toBe('over');
  });

  it('of one that was called off, says so', () => {
    const h = coreHarness();
    const id = h.ama();
    h.cancel(id, host, 'Our guest is ill');
    expect(h.state(id)).toMatchObject({ status: 'cancelled', cancelReason: 'Our guest is ill' });
    expect(refusalOf(() => h.ask(id, member(1))).code).toBe('cancelled');
  });
});

describe('withdrawing', () => {
  it('takes a question out of every count, once', () => {
    const h = coreHarness();
    const id = h.ama({ queue: 'open' });
    const { question } = h.ask(id, member(1));
    h.support(question.id, member(2));
    expect(h.state(id)).toMatchObject({ questions: 1, supports: 1 });
    expect(h.withdraw(question.id, member(1)).status).toBe('withdrawn');
    expect(h.state(id)).toMatchObject({ questions: 0, supports: 0, waiting: 0 });
    const before = h.everything();
    expect(h.withdraw(question.id, member(1)).status).toBe('withdrawn');
    expect(h.everything()).toEqual(before);
  });

  it('is for its asker alone', () => {
    const h = coreHarness();
    const { question } = h.ask(h.ama(), member(1));
    const before = h.everything();
    expect(refusalOf(() => h.withdraw(question.id, member(2))).code).toBe('not-yours');
    expect(refusalOf(() => h.withdraw(question.id, host)).code).toBe('not-yours');
    const call = { ...h.by(host), questionId: question.id, on: false };
    expect(refusalOf(() => h.service.setNotify(call)).code).toBe('not-yours');
    expect(h.everything()).toEqual(before);
    h.write(() => h.service.setNotify({ ...call, ...h.by(member(1)) }));
    expect(h.question(question.id).notify).toBe(false);
  });
});

describe('who is blocked', () => {
  it('cannot ask in any AMA of this server, and hears neither why nor by whom', () => {
    const h = coreHarness();
    const id = h.ama();
    const questionId = h.asked(id, member(1));
    h.write(() => h.service.blockAsker({ ...h.by(host), questionId }));
    const before = h.everything();
    expect(refusalOf(() => h.service.mayAsk({ ...h.by(member(1)), amaId: id }))).toEqual({
      code: 'blocked',
      params: {},
    });
    expect(refusalOf(() => h.ask(id, member(1))).code).toBe('blocked');
    expect(h.everything()).toEqual(before);
    const elsewhere = h.ama({}, ELSEWHERE);
    expect(h.ask(elsewhere, member(1), { guildId: ELSEWHERE }).first).toBe(true);
  });
});

it('a question costs a fixed number of statements, with 1 and with 2,000 before it', () => {
  const h = coreHarness();
  const amaId = h.ama({ queue: 'open' });
  const cost = (number: number): number =>
    statementsOf(h.database, () =>
      h.service.ask({
        ...h.by(member(number)),
        amaId,
        interactionId: h.nextInteraction(),
        text: 'Why?',
        anonymous: false,
        images: [],
      }),
    );
  h.ask(amaId, member(1));
  const few = cost(2);
  h.write(() => {
    for (let each = 0; each < 2_000; each += 1) cost(10 + each);
  });
  expect(cost(3)).toBe(few);
  expect(few).toBe(6);
});
