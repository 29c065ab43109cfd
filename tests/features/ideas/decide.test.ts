import { describe, expect, test } from 'vitest';
import { type IdeaStatus, ideaStatuses } from '../../../src/features/ideas/model.ts';
import { decisionsFrom, mayBecome } from '../../../src/features/ideas/transitions.ts';
import { coreHarness, DAY, member, refusalOf, staff } from './core-harness.ts';

const allowed: Partial<Record<IdeaStatus, readonly string[]>> = {
  gathering: ['in-review', 'declined'],
  'in-review': ['planned', 'in-progress', 'shipped', 'declined'],
  planned: ['in-progress', 'shipped', 'declined', 'in-review'],
  'in-progress': ['shipped', 'planned', 'declined', 'in-review'],
  shipped: ['in-progress'],
  declined: ['in-review'],
  expired: ['in-review'],
};
const decisions = ['planned', 'in-progress', 'shipped', 'declined', 'in-review'] as const;

/** An idea that stands there, on the shortest way. */
function ideaAt(status: IdeaStatus) {
  const core = coreHarness();
  const id = status === 'queued' ? core.queued() : core.idea();
  if (status === 'expired') {
    core.clock.advance(15 * DAY);
    core.write(() => core.work.expireDue(id, core.clock.now()));
  } else if (status === 'merged') core.merge(id, core.idea());
  else if (status === 'withdrawn') {
    const change = { cause: 'withdrawn', to: 'withdrawn', now: core.clock.now() } as const;
    core.write(() =>
      core.lifecycle.changeStatus(
        core.lifecycle.load({ guildId: core.by(staff()).guildId, ideaId: id }),
        change,
      ),
    );
  } else if (!['queued', 'gathering'].includes(status)) {
    core.supported(id, 9, 100);
    core.score(id, staff(1));
    core.score(id, staff(2));
    if (status !== 'in-review') core.decide(id, 'in-review', status as 'planned');
  }
  expect(core.state(id).status).toBe(status);
  return { core, id };
}

describe('what staff decides', () => {
  for (const from of ideaStatuses) {
    for (const to of decisions) {
      const fine = allowed[from]?.includes(to) ?? false;
      test(`an idea that is ${from} ${fine ? 'becomes' : 'does not become'} ${to}`, () => {
        const { core, id } = ideaAt(from);
        const before = core.state(id);
        if (fine) {
          const after = core.decide(id, from, to, staff(3), ' We can do that. ');
          expect(after).toMatchObject({ status: to, statusAt: core.clock.now(), reason: 'We can do that.' });
          expect(core.events.newest(id, 1)[0]).toMatchObject({
            kind: 'status',
            actorId: staff(3).userId,
            from,
            to,
            detail: { reason: 'We can do that.' },
          });
        } else {
          const { code, params } = refusalOf(() => core.decide(id, from, to));
          expect({ code, params }).toEqual({ code: 'wrong-status', params: { from, to } });
          expect(core.state(id)).toEqual(before);
        }
        expect(mayBecome('decided', from, to)).toBe(fine);
        expect(decisionsFrom(from).includes(to)).toBe(fine);
      });
    }
  }

  test('of two moderators who decide in the same second the second one is refused, and nothing is written twice', () => {
    const core = coreHarness();
    const id = core.reviewed();
    core.decide(id, 'in-review', 'planned', staff(1), 'In spring');
    const after = core.state(id);
    const events = core.kinds(id);
    expect(refusalOf(() => core.decide(id, 'in-review', 'declined', staff(2)))).toEqual({
      code: 'wrong-status',
      params: { from: 'planned', to: 'declined' },
    });
    expect(core.state(id)).toEqual(after);
    expect(core.kinds(id)).toEqual(events);
  });

  test('the store itself refuses the second of two who both read the same status', () => {
    const core = coreHarness();
    const id = core.reviewed();
    const seen = core.lifecycle.load({ guildId: core.by(staff()).guildId, ideaId: id });
    const now = core.clock.now();
    core.write(() => core.lifecycle.changeStatus(seen, { cause: 'decided', to: 'planned', now }));
    const { code } = refusalOf(() =>
      core.write(() => core.lifecycle.changeStatus(seen, { cause: 'decided', to: 'declined', now })),
    );
    expect(code).toBe('wrong-status');
    expect(core.state(id).status).toBe('planned');
  });

  test('takes a reason, and is for staff of that server', () => {
    const core = coreHarness();
    const id = core.reviewed();
    expect(refusalOf(() => core.decide(id, 'in-review', 'planned', staff(), ' \n ')).code).toBe(
      'reason-missing',
    );
    expect(refusalOf(() => core.decide(id, 'in-review', 'planned', member(1))).code).toBe('may-not-manage');
    const elsewhere = { ...core.by(staff()), guildId: '899', ideaId: id, reason: 'x' };
    const act = () => core.service.decide({ ...elsewhere, from: 'in-review', to: 'planned' });
    expect(refusalOf(act).code).toBe('not-found');
    expect(core.state(id).status).toBe('in-review');
  });

  test('shipping queues receipt, role, ledger and board; shipping again after a correction gives no second role', () => {
    const core = coreHarness();
    const id = core.reviewed();
    core.decide(id, 'in-review', 'shipped');
    for (const kind of ['idea.receipt', 'idea.role', 'idea.ledger']) expect(core.jobs(kind)).toHaveLength(1);
    expect(core.jobs('idea.board')).toEqual([{ key: core.state(id).guildId, runAt: core.clock.now() }]);
    core.database.sqlite.exec('DELETE FROM jobs');
    core.decide(id, 'shipped', 'in-progress');
    expect(core.jobs('idea.ledger')).toHaveLength(1);
    core.decide(id, 'in-progress', 'shipped');
    expect(core.jobs('idea.role')).toEqual([]);
    expect(core.jobs('idea.receipt')).toHaveLength(1);
  });

  test('every change queues one job that tells the news a minute later', () => {
    const core = coreHarness();
    const id = core.reviewed();
    core.decide(id, 'in-review', 'planned');
    core.decide(id, 'planned', 'in-progress');
    expect(core.jobs('idea.news')).toEqual([{ key: String(id), runAt: core.clock.now() + 60_000 }]);
    expect(core.work.news(id, 80)?.events.map(({ kind, to }) => to ?? kind)).toEqual([
      'gathering',
      'rung',
      'rung',
      'in-review',
      'planned',
      'in-progress',
    ]);
  });
});
