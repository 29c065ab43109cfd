import { describe, expect, it } from 'vitest';
import { questionStatuses } from '../../../src/features/amas/model.ts';
import {
  mayTouch,
  movedTo,
  type QuestionMove,
  type QuestionTouch,
} from '../../../src/features/amas/transitions.ts';
import { coreHarness, guest, HOUR, host, member, refusalOf, staff } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

const acts = (h: Core) => {
  const by = (questionId: number, actor = guest) => ({ ...h.by(actor), questionId });
  return {
    onAir: (id: number, actor = guest) => h.write(() => h.service.putOnAir(by(id, actor))),
    offAir: (id: number, actor = guest) => h.write(() => h.service.takeOffAir(by(id, actor))),
    park: (id: number, actor = guest) => h.write(() => h.service.park(by(id, actor))),
    skip: (id: number, actor = guest) => h.write(() => h.service.skip(by(id, actor))),
    tag: (id: number, tag: string, actor = guest) => h.write(() => h.service.tag({ ...by(id, actor), tag })),
    prepare: (id: number, text: string, actor = guest) =>
      h.write(() => h.service.prepare({ ...by(id, actor), text })),
    answer: (id: number, text?: string, kind: 'written' | 'voice' = 'written', actor = guest) =>
      h.write(() => h.service.answer({ ...by(id, actor), kind, ...(text === undefined ? {} : { text }) })),
  };
};

function running() {
  const h = coreHarness();
  const amaId = h.live({ queue: 'open' });
  return { h, amaId, act: acts(h) };
}

describe('the table of what may become of a question', () => {
  const moves: QuestionMove[] = [
    'approve',
    'decline',
    'put-on-air',
    'take-off-air',
    'park',
    'answer',
    'merge',
    'withdraw',
  ];

  it('lets nothing leave a status that is for good', () => {
    for (const move of moves) {
      for (const from of ['answered', 'declined', 'merged', 'withdrawn'] as const) {
        expect(movedTo(move, from), `${move} ${from}`).toBeUndefined();
      }
    }
  });

  it('never leaves a question where it was', () => {
    for (const move of moves) {
      for (const from of questionStatuses) expect(movedTo(move, from)).not.toBe(from);
    }
  });

  it('changes nothing about questions that nobody will see', () => {
    for (const touch of ['edit', 'tag', 'prepare', 'skip'] as QuestionTouch[]) {
      for (const status of ['declined', 'merged', 'withdrawn'] as const) {
        expect(mayTouch(touch, status)).toBe(false);
      }
    }
  });
});

describe('on air', () => {
  it('stands one question at a time, put there by a guest', () => {
    const { h, amaId, act } = running();
    const [first, second] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    expect(h.state(amaId).onAirId).toBeUndefined();
    expect(act.onAir(first)).toMatchObject({ status: 'on-air' });
    expect(h.state(amaId).onAirId).toBe(first);
    const before = h.everything();
    expect(refusalOf(() => act.onAir(second, host))).toEqual({
      code: 'somebody-on-air',
      params: { number: 1 },
    });
    expect(h.everything()).toEqual(before);
    act.offAir(first);
    act.onAir(second);
    expect(h.state(amaId).onAirId).toBe(second);
    expect(h.question(first).status).toBe('approved');
    expect(h.kinds(amaId).slice(-3)).toEqual(['on-air', 'off-air', 'on-air']);
  });

  it('comes nothing before the start, but from the start on, even if its job is late', () => {
    const h = coreHarness();
    const amaId = h.ama({ queue: 'open' });
    const id = h.asked(amaId, member(1));
    const before = h.everything();
    expect(refusalOf(() => acts(h).onAir(id)).code).toBe('not-live');
    expect(h.everything()).toEqual(before);
    h.clock.set(h.state(amaId).startAt);
    expect(acts(h).onAir(id).status).toBe('on-air');
  });

  it('can be reworded, and keeps its place and the words of its asker', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1), { text: 'y so dark' });
    act.onAir(id);
    const edit = (text: string) =>
      h.write(() => h.service.editQuestion({ ...h.by(host), questionId: id, text }));
    const { version } = h.work.progress(amaId)!;
    expect(edit('Why is it so dark?')).toMatchObject({ status: 'on-air', original: 'y so dark' });
    expect(h.work.progress(amaId)?.version).toBeGreaterThan(version);
    expect(h.work.panel(amaId)?.onAir?.text).toBe('Why is it so dark?');
    expect(edit('Why so dark?').original).toBe('y so dark');
    expect(edit('y so dark').original).toBeUndefined();
  });

  it('is not for guests of another AMA, nor for members', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    const before = h.everything();
    const other = h.ama({ guestIds: [member(50).userId] });
    expect(other).not.toBe(amaId);
    const between = h.everything();
    for (const actor of [member(1), member(50)]) {
      expect(refusalOf(() => act.onAir(id, actor)).code).toBe('may-not-run');
      expect(refusalOf(() => act.answer(id, 'Hm', 'written', actor)).code).toBe('may-not-run');
    }
    expect(h.everything()).toEqual(between);
    expect(between['ama_questions']).toEqual(before['ama_questions']);
  });
});

describe('two people in the same second', () => {
  it('decide on one question once: the second is told how it stands', () => {
    const h = coreHarness();
    const amaId = h.ama();
    const { id } = h.ask(amaId, member(1)).question;
    expect(h.state(amaId).waiting).toBe(1);
    h.write(() => h.service.approve({ ...h.by(staff(1)), questionId: id }));
    expect(h.state(amaId).waiting).toBe(0);
    const before = h.everything();
    const approve = () => h.write(() => h.service.approve({ ...h.by(staff(2)), questionId: id }));
    expect(refusalOf(approve)).toMatchObject({ code: 'wrong-status', params: { from: 'approved' } });
    expect(h.everything()).toEqual(before);
  });

  it('cannot both answer, not even where both read it before', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    const { status: from } = h.question(id);
    act.answer(id, 'Because it is roasted long');
    const before = h.everything();
    const late = { id, from, at: h.clock.now(), kind: 'written', text: 'No idea', by: host.userId } as const;
    expect(h.changes.answer(late)).toBeUndefined();
    expect(refusalOf(() => act.answer(id, 'No idea', 'written', host)).code).toBe('wrong-status');
    expect(h.everything()).toEqual(before);
    expect(h.question(id).answer).toMatchObject({ text: 'Because it is roasted long', by: guest.userId });
  });
});

describe('an answer', () => {
  it('is one row, its post and one message for the asker', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    act.onAir(id);
    expect(h.jobs('ama.answer')).toEqual([]);
    const { answer, status } = act.answer(id, '  It is roasted long  ');
    expect(status).toBe('answered');
    expect(answer).toEqual({
      kind: 'written',
      text: 'It is roasted long',
      by: guest.userId,
      at: h.clock.now(),
      messageId: undefined,
    });
    expect(h.state(amaId).onAirId).toBeUndefined();
    expect(h.jobs('ama.answer').map(({ key }) => key)).toEqual([String(id)]);
    expect(h.jobs('ama.notify').map(({ key }) => key)).toEqual([`${id}:answered`]);
    h.write(() => h.work.answerPosted(id, '77', h.clock.now()));
    expect(h.question(id).answer?.messageId).toBe('77');
  });

  it('given by voice may have a note, or none', () => {
    const { h, amaId, act } = running();
    const [first, second] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    expect(act.answer(first, 'At minute 12', 'voice').answer).toMatchObject({
      kind: 'voice',
      text: 'At minute 12',
    });
    expect(act.answer(second, undefined, 'voice').answer).toMatchObject({ kind: 'voice', text: '' });
  });

  it('prepared before is kept back until its moment, and then it is the answer', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    expect(refusalOf(() => act.answer(id)).code).toBe('answer-missing');
    act.prepare(id, 'It is roasted long');
    expect(h.question(id)).toMatchObject({ status: 'approved', answer: undefined });
    expect(h.question(id).prepared).toEqual({ text: 'It is roasted long', by: guest.userId });
    expect(act.answer(id).answer?.text).toBe('It is roasted long');
  });

  it('prepared before can be dropped', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    act.prepare(id, 'It is roasted long');
    expect(act.prepare(id, ' ').prepared).toBeUndefined();
  });

  it('goes to no asker who does not want to hear of it', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    h.write(() => h.service.setNotify({ ...h.by(member(1)), questionId: id, on: false }));
    act.answer(id, 'It is roasted long');
    expect(h.jobs('ama.notify')).toEqual([]);
    expect(h.jobs('ama.answer')).toHaveLength(1);
  });

  it('to what was parked still counts long after the end, and shortens the list of what is owed', () => {
    const h = coreHarness();
    const amaId = h.live();
    const { id } = h.ask(amaId, member(1)).question;
    h.finished(amaId);
    expect(h.question(id)).toMatchObject({ status: 'parked', unreviewed: true });
    expect(h.work.parked(amaId).map((each) => each.id)).toEqual([id]);
    h.database.sqlite.prepare(`DELETE FROM jobs`).run();
    h.clock.advance(30 * 24 * HOUR);
    acts(h).answer(id, 'Better late than never', 'written', host);
    expect(h.question(id)).toMatchObject({ status: 'answered', unreviewed: false });
    expect(h.work.parked(amaId)).toEqual([]);
    for (const kind of ['ama.answer', 'ama.notify', 'ama.parked']) expect(h.jobs(kind), kind).toHaveLength(1);
  });

  it('is refused where the AMA was called off', () => {
    const { h, amaId, act } = running();
    const id = h.asked(amaId, member(1));
    h.cancel(amaId);
    const before = h.everything();
    expect(refusalOf(() => act.answer(id, 'Too late')).code).toBe('cancelled');
    expect(h.everything()).toEqual(before);
  });
});

describe('who comes next', () => {
  it('is skipped, parked and tagged', () => {
    const { h, amaId, act } = running();
    const [first, second] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    const next = () => h.work.panel(amaId)?.next.map(({ id }) => id);
    expect(next()).toEqual([first, second]);
    act.skip(first);
    expect(next()).toEqual([second, first]);
    expect(act.park(second).status).toBe('parked');
    expect(next()).toEqual([first]);
    expect(h.jobs('ama.notify').map(({ key }) => key)).toEqual([`${second}:parked`]);
    expect(h.work.panel(amaId)?.counts).toMatchObject({ approved: 1, parked: 1 });
    expect(act.tag(first, '  Roasting\n beans ').tag).toBe('Roasting beans');
    expect(act.tag(first, '').tag).toBeUndefined();
    expect(act.onAir(second).status).toBe('on-air');
  });

  it('is somebody without an answer, and then whoever has more support', () => {
    const { h, amaId, act } = running();
    const first = h.asked(amaId, member(1), { text: 'One' });
    act.answer(first, 'So');
    const again = h.asked(amaId, member(1), { text: 'Two' });
    const other = h.asked(amaId, member(2), { text: 'Three' });
    h.support(again, member(3));
    expect(h.service.upNext({ ...h.by(guest), amaId, page: 0 }).rows.map(({ id }) => id)).toEqual([
      again,
      other,
    ]);
    h.support(other, member(4));
    expect(h.service.upNext({ ...h.by(guest), amaId, page: 0 }).rows.map(({ id }) => id)).toEqual([
      other,
      again,
    ]);
    expect(refusalOf(() => h.service.upNext({ ...h.by(member(1)), amaId, page: 0 })).code).toBe(
      'may-not-run',
    );
  });
});
