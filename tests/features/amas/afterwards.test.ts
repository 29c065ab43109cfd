import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportWords } from '../../../src/features/amas/files.ts';
import { declineReasons } from '../../../src/features/amas/model.ts';
import { amaJobs } from '../../../src/features/amas/ports.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { parseCsv } from '../../support/csv.ts';
import { coreHarness, guest, host, member, refusalOf } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

const answer = (h: Core, questionId: number, tag = '') => {
  if (tag !== '') h.write(() => h.service.tag({ ...h.by(guest), questionId, tag }));
  h.clock.advance(1_000);
  return h.write(() => h.service.answer({ ...h.by(guest), questionId, kind: 'written', text: 'So' }));
};

describe('the fairness receipt', () => {
  it('says what became of each question', () => {
    const h = coreHarness();
    const earlier = h.live({ queue: 'open' });
    h.ask(earlier, member(1));
    const amaId = h.live({ queue: 'open' });
    const [a, b, c, d, e] = [1, 2, 3, 4, 1].map((each) => h.asked(amaId, member(each)));
    for (const each of [10, 11, 12]) h.support(a!, member(each));
    h.support(b!, member(10));
    answer(h, a!);
    answer(h, b!);
    const decline = { ...h.by(host), questionId: c!, reason: 'unclear' as const, words: '' };
    h.write(() => h.service.decline(decline));
    h.write(() => h.service.merge({ ...h.by(guest), sourceId: d!, targetId: a! }));
    h.withdraw(e!, member(1));
    h.asked(amaId, member(5));
    h.finished(amaId);
    expect(h.service.receipt(amaId)).toEqual({
      asked: 6,
      askers: 5,
      answered: 2,
      parked: 1,
      unreviewed: 0,
      declined: [{ reason: 'unclear', count: 1 }],
      merged: 1,
      withdrawn: 1,
      firstTimers: { answered: 1, asked: 4 },
      medianSupport: { answered: 2, declined: 0 },
    });
  });

  it('has no middle where nothing was answered', () => {
    const h = coreHarness();
    expect(h.service.receipt(h.ama()).medianSupport).toEqual({ answered: undefined, declined: undefined });
  });

  it('adds up after the close, whatever people did: nobody’s question vanishes', () => {
    const deeds = [
      'approve',
      'air',
      'off',
      'park',
      'answer',
      'decline',
      'merge',
      'withdraw',
      'skip',
    ] as const;
    const deed = fc.record({ what: fc.constantFrom(...deeds), one: fc.nat(7), other: fc.nat(7) });
    fc.assert(
      fc.property(
        fc.constantFrom('review' as const, 'open' as const),
        fc.array(deed, { maxLength: 30 }),
        (queue, all) => {
          const h = coreHarness();
          const amaId = h.live({ queue });
          const questions = [1, 2, 3, 4, 5, 1, 2, 6].map((each) => h.ask(amaId, member(each)).question);
          for (const { what, one, other } of all) {
            const { id: questionId, askerId } = questions[one]!;
            const call = { ...h.by(host), questionId };
            const reason = declineReasons[other % declineReasons.length]!;
            const asker = { ...call, actor: { ...member(0), userId: askerId } };
            const act = {
              approve: () => h.service.approve(call),
              air: () => h.service.putOnAir(call),
              off: () => h.service.takeOffAir(call),
              park: () => h.service.park(call),
              answer: () => h.service.answer({ ...call, kind: 'voice' }),
              decline: () => h.service.decline({ ...call, reason, words: '' }),
              merge: () => h.service.merge({ ...call, sourceId: questionId, targetId: questions[other]!.id }),
              withdraw: () => h.service.withdraw(asker),
              skip: () => h.service.skip(call),
            }[what];
            try {
              h.write<unknown>(act);
            } catch (error) {
              if (!(error instanceof Error && 'code' in error)) throw error;
            }
          }
          const pending = questions.filter(({ id }) => h.question(id).status === 'pending').length;
          expect(h.state(amaId).waiting).toBe(pending);
          h.finished(amaId);
          const receipt = h.service.receipt(amaId);
          const { asked, answered, parked, unreviewed, declined, merged, withdrawn } = receipt;
          const declinedAll = declined.reduce((sum, { count }) => sum + count, 0);
          expect(asked).toBe(questions.length);
          expect(answered + parked + unreviewed + declinedAll + merged + withdrawn).toBe(asked);
          expect(h.work.parked(amaId)).toHaveLength(parked + unreviewed);
          // What everybody reads says the same.
          expect(h.service.transcript(amaId).parked).toHaveLength(parked);
          expect(h.state(amaId)).toMatchObject({
            waiting: 0,
            onAirId: undefined,
            questions: asked - withdrawn,
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the transcript', () => {
  it('goes by topic in the order of first answers, without a topic last, one topic however it is written', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    const [a, b, c, d] = [1, 2, 3, 4].map((each) => h.asked(amaId, member(each)));
    answer(h, d!);
    answer(h, c!, 'Roasting');
    answer(h, a!, 'Beans');
    answer(h, b!, 'roasting');
    const { topics } = h.service.transcript(amaId);
    expect(topics.map(({ tag, questions }) => [tag, questions.map(({ id }) => id)])).toEqual([
      ['Roasting', [c, b]],
      ['Beans', [a]],
      [undefined, [d]],
    ]);
  });

  it('promises what was parked, but shows nothing that nobody had let in', () => {
    const h = coreHarness();
    const amaId = h.live();
    const known = h.asked(amaId, member(1));
    const unseen = h.ask(amaId, member(2)).question.id;
    h.finished(amaId);
    expect(h.work.parked(amaId).map(({ id }) => id)).toEqual([known, unseen]);
    expect(h.service.transcript(amaId).parked.map(({ id }) => id)).toEqual([known]);
  });
});

describe('after the end', () => {
  it('an answer is written into the transcript, and nobody is owed it any more', () => {
    const h = coreHarness();
    const amaId = h.live();
    const questionId = h.asked(amaId, member(1));
    const unseen = h.ask(amaId, member(2)).question.id;
    h.finished(amaId);
    expect(h.service.receipt(amaId)).toMatchObject({ answered: 0, parked: 1, unreviewed: 1 });
    expect(h.jobs(amaJobs.transcriptAgain)).toEqual([]);
    h.write(() => h.service.answer({ ...h.by(guest), questionId, kind: 'written', text: 'Late, but here.' }));
    h.write(() => h.work.answerPosted(questionId, '77', h.clock.now()));
    expect(h.jobs(amaJobs.transcriptAgain)).toHaveLength(1);
    const transcript = h.service.transcript(amaId);
    expect(transcript.parked).toEqual([]);
    expect(transcript.topics.flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual([questionId]);
    expect(h.work.parked(amaId).map(({ id }) => id)).toEqual([unseen]);
    const words = exportWords(translatorFor('en'));
    expect(h.service.exportCsv({ ...h.by(host), amaId, words }).csv).toContain('Late, but here.');
    // Each question still counts once.
    h.write(() => h.service.decline({ ...h.by(host), questionId: unseen, reason: 'unclear', words: '' }));
    const receipt = h.service.receipt(amaId);
    expect(receipt).toMatchObject({ asked: 2, answered: 1, parked: 0, unreviewed: 0 });
    expect(receipt.declined).toEqual([{ reason: 'unclear', count: 1 }]);
    expect(h.work.parked(amaId)).toEqual([]);
  });

  it('what is owed still stands with the team, until it is answered', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    const questionId = h.asked(amaId, member(1));
    const there = () => h.work.ofTeamsIn(h.state(amaId).guildId).map(({ id }) => id);
    expect(there()).toEqual([amaId]);
    expect(h.work.ofTeamsIn('1')).toEqual([]);
    h.finished(amaId);
    h.amas.savePlaces(amaId, { parkedMessageId: '9' });
    expect(there()).toEqual([amaId]);
    answer(h, questionId);
    expect(there()).toEqual([]);
  });

  it('an answer during the show waits for the transcript as all others do', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    const questionId = h.asked(amaId, member(1));
    answer(h, questionId);
    h.write(() => h.work.answerPosted(questionId, '77', h.clock.now()));
    expect(h.jobs(amaJobs.transcriptAgain)).toEqual([]);
  });
});

describe('the table of an AMA', () => {
  const words = exportWords(translatorFor('en'));
  const rowsOf = (h: Core, amaId: number) =>
    parseCsv(h.service.exportCsv({ ...h.by(host), amaId, words }).csv);

  it('names nobody who asked without a name, and runs no formula', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    h.asked(amaId, member(1), { anonymous: true, text: '=HYPERLINK("http://evil.example")' });
    h.asked(amaId, member(2), { text: '@all, "really"?\nYes; really' });
    const { csv } = h.service.exportCsv({ ...h.by(host), amaId, words });
    expect(csv).not.toContain(member(1).userId);
    expect(csv).toContain(`id:${member(2).userId}`);
    const [header, first, second] = rowsOf(h, amaId);
    const column = (name: string) => header!.findIndex((each) => each.replace('\uFEFF', '') === name);
    expect(first![column(words.question)]).toBe(`'=HYPERLINK("http://evil.example")`);
    expect(first![column(words.asker)]).toBe(words.anonymous);
    expect(second![column(words.question)]).toBe(`'@all, "really"?\nYes; really`);
  });

  it('does not keep what somebody took back', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    h.withdraw(h.asked(amaId, member(1), { text: 'Never mind this' }), member(1));
    expect(h.service.exportCsv({ ...h.by(host), amaId, words }).csv).not.toContain('Never mind');
    expect(rowsOf(h, amaId)).toHaveLength(2);
  });

  it('is for the host and staff', () => {
    const h = coreHarness();
    const amaId = h.ama();
    const call = { ...h.by(guest), amaId, words };
    expect(refusalOf(() => h.service.exportCsv(call)).code).toBe('may-not-moderate');
  });
});

describe('looking for questions', () => {
  it('goes by number first, then by words, and leaves out the one at hand', () => {
    const h = coreHarness();
    const amaId = h.live({ queue: 'open' });
    const [a, b, c] = ['Top 2 beans?', 'Why so dark?', 'DARK roast?'].map((text, index) =>
      h.asked(amaId, member(index + 1), { text }),
    );
    const find = (text: string, except?: number) =>
      h.service
        .findQuestions({
          ...h.by(guest),
          amaId,
          text,
          statuses: ['approved'],
          ...(except === undefined ? {} : { except }),
        })
        .map(({ id }) => id);
    expect(find('#2')).toEqual([b]);
    expect(find('2')).toEqual([b, a]);
    expect(find('dark')).toEqual([b, c]);
    expect(find('', b)).toEqual([a, c]);
    expect(find('tea')).toEqual([]);
  });
});

describe('what the jobs read', () => {
  it('is the queue with the oldest first, and the panel', () => {
    const h = coreHarness();
    const amaId = h.live();
    const all = [1, 2, 3, 4, 5, 6].map((each) => h.ask(amaId, member(each)).question.id);
    expect(h.work.queue(amaId)).toMatchObject({ waiting: 6 });
    expect(h.work.queue(amaId)?.pending.map(({ id }) => id)).toEqual(all.slice(0, 5));
    expect(h.service.pending({ ...h.by(guest), amaId, page: 1 })).toMatchObject({ total: 6, pages: 2 });
    expect(h.work.panel(amaId)).toMatchObject({ onAir: undefined, next: [], counts: { pending: 6 } });
    expect(h.service.panel({ ...h.by(guest), amaId }).counts.pending).toBe(6);
    expect(refusalOf(() => h.service.panel({ ...h.by(member(1)), amaId })).code).toBe('may-not-run');
    expect(h.work.queue(999)).toBeUndefined();
    expect(h.work.panel(999)).toBeUndefined();
  });

  it('is whether something changed since it was shown', () => {
    const h = coreHarness();
    const amaId = h.live();
    const { version, open } = h.work.progress(amaId)!;
    expect(open).toBe(true);
    h.ask(amaId, member(1));
    expect(h.write(() => h.work.settleRefresh(amaId, version))).toBe(false);
    const now = h.work.progress(amaId)!;
    expect(h.write(() => h.work.settleRefresh(amaId, now.version))).toBe(true);
    h.finished(amaId);
    expect(h.work.progress(amaId)?.open).toBe(false);
  });

  it('is shown anew when a thread has come, which the announcement leads to', () => {
    const h = coreHarness();
    const amaId = h.ama();
    const { version } = h.work.progress(amaId)!;
    h.write(() => h.work.placed(amaId, { panelMessageId: '71' }, h.clock.now()));
    expect(h.work.progress(amaId)?.version).toBe(version);
    h.write(() => h.work.placed(amaId, { threadId: '70' }, h.clock.now()));
    expect(h.work.progress(amaId)?.version).toBeGreaterThan(version);
    expect(h.state(amaId)).toMatchObject({ threadId: '70', panelMessageId: '71' });
  });
});
