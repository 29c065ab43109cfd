import * as fc from 'fast-check';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createIdeaJobs } from '../../../src/features/ideas/jobs.ts';
import type { IdeaMessages } from '../../../src/features/ideas/messages.ts';
import type { Idea, IdeaEvent, ReviewCase } from '../../../src/features/ideas/model.ts';
import { type IdeaWork, ideaJobs } from '../../../src/features/ideas/ports.ts';
import { defaultIdeaSettings } from '../../../src/features/ideas/settings-rules.ts';
import { IDEA_TROUBLE, type Trouble } from '../../../src/features/ideas/trouble.ts';
import type { JobOutcome } from '../../../src/jobs/define-job.ts';
import type { Delivery } from '../../../src/shared/delivery.ts';
import { anyIdea } from './any-idea.ts';

const NOW = Date.UTC(2026, 2, 4, 12);
const DAY = 86_400_000;
const place = { channelId: '7', messageId: '8', threadId: '9' };
const forbidden = { kind: 'forbidden', reason: 'Missing Permissions' } as const;
const lost = { kind: 'retry', reason: 'the answer was lost' } as const;

type Answer = Delivery<Record<string, unknown>> | { kind: 'no-channel' } | { kind: 'nothing' };

/** The jobs with one idea, a Discord that answers as it is told, and a note of all that was done. */
function jobsOf(over: Partial<Idea> = {}) {
  const [any] = fc.sample(anyIdea, { numRuns: 1, seed: 7 });
  const held = {
    idea: { ...any!, id: 1, number: 12, status: 'gathering', ...place, ...over } as Idea,
    version: 1,
    open: true,
    review: undefined as ReviewCase | undefined,
    late: true,
    told: [] as number[],
    events: [] as IdeaEvent[],
    due: { kind: 'expired' } as ReturnType<IdeaWork['expireDue']>,
  };
  const done: string[] = [];
  const troubles: Trouble[] = [];
  let answer: Answer = { kind: 'sent', place, at: place, messageId: '8' };
  const act = (name: string) => async () => {
    done.push(name);
    return answer as never;
  };
  const messages = {
    card: {
      post: act('post'),
      refresh: () => void done.push('refresh'),
      finish: act('finish'),
      tags: { tagsFor: act('tags'), forget: () => {} },
    },
    post: { sync: act('sync') },
    thread: {
      tell: act('tell'),
      receipt: act('receipt'),
      askConsent: act('ask'),
      giveRole: act('role'),
    },
    staff: { showCase: act('case'), remind: act('remind'), note: act('note') },
    board: { board: act('board'), ledger: act('ledger') },
  } as unknown as IdeaMessages;
  const noted =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push(`${name} ${JSON.stringify(values)}`);
  const work: IdeaWork = {
    find: () => held.idea,
    images: () => [],
    posted(_, where) {
      held.idea = { ...held.idea, ...where };
      done.push('posted');
    },
    expireDue: () => held.due,
    progress: () => ({ version: held.version, open: held.open }),
    settleRefresh: (_, version) => version === held.version,
    news: () =>
      held.events.length === 0
        ? undefined
        : { idea: held.idea, events: held.events, followers: [], others: 0 },
    event: (id) => held.events.find((event) => event.id === id),
    isIdeaThread: () => true,
    openPosts: () => [],
    told: (_, eventId) => void held.told.push(eventId),
    casePosted: noted('casePosted'),
    overdue: () => (held.late && held.review ? { idea: held.idea, review: held.review } : undefined),
    escalated: noted('escalated'),
    receipt: () => ({
      idea: held.idea,
      authorId: held.idea.authorId,
      suggestedBy: undefined,
      early: [],
      supporters: 3,
      commenters: [],
    }),
    ledgerPage: () => ({ lines: [], messageId: undefined }),
    ledgerPosted: noted('ledgerPosted'),
    ledgerPageOf: () => 2,
    board: () => undefined,
    boardPosted: noted('boardPosted'),
    purge: () => 0,
  };
  const definitions = createIdeaJobs({
    ideas: {
      caseOf: () => held.review,
      mergeById: () => undefined,
      forgetPlace: () => {
        held.idea = { ...held.idea, channelId: undefined, messageId: undefined, threadId: undefined };
        done.push('forgotten');
      },
    },
    work,
    messages,
    writer: { write: async (change) => change(), close: async () => {} },
    report: (trouble) => void troubles.push(trouble),
    settingsOf: () => ({ ...defaultIdeaSettings, channelId: '5', shippedRoleId: '6' }),
    log: pino({ level: 'silent' }),
    processId: 'first',
    behind: new Set(),
  });
  return {
    held,
    troubles,
    kinds: definitions.map(({ kind }) => kind),
    answers: (next: Answer) => void (answer = next),
    /** What was done since the last look. */
    done: () => done.splice(0),
    run(kind: string, payload: unknown, run: { attempt?: number; mayHaveHappened?: boolean } = {}) {
      const definition = definitions.find((each) => each.kind === kind);
      if (!definition) throw new Error(`no job ${kind}`);
      const { attempt = 1, mayHaveHappened = false } = run;
      const nonce = 'nonce';
      return definition.run({ payload, key: '1', dueAt: NOW, now: NOW, attempt, nonce, mayHaveHappened });
    },
  };
}

const idea = { ideaId: 1 };
const parkedBefore = { attempt: 1, mayHaveHappened: true };

const event = (over: Partial<IdeaEvent> = {}): IdeaEvent => ({
  id: 70,
  ideaId: 1,
  at: NOW,
  kind: 'status',
  actorId: '1',
  from: 'in-review',
  to: 'planned',
  detail: {},
  ...over,
});

test('every job that the core queues has somebody to do it', () => {
  const { kinds } = jobsOf();
  expect(kinds).toEqual(expect.arrayContaining(Object.values(ideaJobs)));
  expect(new Set(kinds).size).toBe(kinds.length);
});

describe('posting', () => {
  const unposted = { channelId: undefined, messageId: undefined, threadId: undefined };

  test('happens once, and the place is known afterwards', async () => {
    const h = jobsOf(unposted);
    expect(await h.run(ideaJobs.post, idea)).toEqual({ kind: 'done' });
    expect(h.held.idea).toMatchObject(place);
    expect(h.done()).toEqual(['post', 'posted', 'refresh']);
    expect(await h.run(ideaJobs.post, idea)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual([]);
  });

  test('waits for staff while the idea is queued: it has no number yet', async () => {
    const h = jobsOf({ ...unposted, number: undefined, status: 'queued' });
    expect(await h.run(ideaJobs.post, idea)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual([]);
  });

  test.each([
    [{ kind: 'no-channel' }, 'no-channel'],
    [forbidden, 'cannot-post'],
  ] as const)('parks at %j, keeps the idea and tells staff once', async (answer, what) => {
    const h = jobsOf(unposted);
    h.answers(answer);
    expect(await h.run(ideaJobs.post, idea)).toMatchObject({ kind: 'parked' });
    expect(await h.run(ideaJobs.post, idea, parkedBefore)).toMatchObject({ kind: 'parked' });
    expect(h.troubles.map((trouble) => trouble.what)).toEqual([what]);
    expect(h.held.idea.messageId).toBeUndefined();
  });

  test('is tried again where the answer was lost', async () => {
    const h = jobsOf(unposted);
    h.answers(lost);
    expect(await h.run(ideaJobs.post, idea)).toMatchObject({ kind: 'retry', at: NOW + 2_000 });
    expect(h.troubles).toEqual([]);
  });
});

describe('the card', () => {
  test('is kept up to date while people press, until it has been quiet', async () => {
    const h = jobsOf();
    const first = await h.run(ideaJobs.refresh, idea);
    expect(first).toMatchObject({ kind: 'again', payload: { ideaId: 1, version: 1, by: 'first' } });
    expect(h.done()).toEqual(['refresh', 'sync']);
    h.held.version = 2;
    const second = (await h.run(ideaJobs.refresh, payloadOf(first))) as Extract<
      JobOutcome,
      { kind: 'again' }
    >;
    expect(h.done()).toEqual(['refresh', 'sync']);
    expect(await h.run(ideaJobs.refresh, second.payload)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual([]);
  });

  test('is shown again by the next process: the former one may not have come to it', async () => {
    const h = jobsOf();
    await h.run(ideaJobs.refresh, { ideaId: 1, version: 1, by: 'killed' });
    expect(h.done()).toEqual(['refresh', 'sync']);
  });

  test('of an idea that is decided is edited for certain', async () => {
    const h = jobsOf({ status: 'planned' });
    h.held.open = false;
    h.answers(lost);
    expect(await h.run(ideaJobs.refresh, idea)).toMatchObject({ kind: 'retry' });
    h.answers({ kind: 'sent' });
    expect(await h.run(ideaJobs.refresh, idea)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual(['finish', 'finish', 'sync']);
  });

  test('that was deleted is noted, and the job ends', async () => {
    const h = jobsOf({ status: 'planned' });
    h.held.open = false;
    h.answers({ kind: 'gone' });
    expect(await h.run(ideaJobs.refresh, idea)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual(['finish', 'forgotten']);
  });

  test('in a locked post waits, and staff is told once', async () => {
    const h = jobsOf({ status: 'planned' });
    h.held.open = false;
    h.answers(forbidden);
    expect(await h.run(ideaJobs.refresh, idea)).toMatchObject({ kind: 'parked' });
    expect(await h.run(ideaJobs.refresh, idea, parkedBefore)).toMatchObject({ kind: 'parked' });
    expect(h.troubles).toMatchObject([{ what: 'cannot-update' }]);
  });
});

test('a deadline ends the gathering and shows it, or comes again when it was moved', async () => {
  const h = jobsOf();
  expect(await h.run(ideaJobs.deadline, idea)).toEqual({ kind: 'done' });
  expect(h.done()).toEqual(['refresh']);
  h.held.due = { kind: 'later', at: NOW + DAY };
  expect(await h.run(ideaJobs.deadline, idea)).toEqual({ kind: 'again', at: NOW + DAY });
  h.held.due = { kind: 'nothing' };
  expect(await h.run(ideaJobs.deadline, idea)).toEqual({ kind: 'done' });
  expect(h.done()).toEqual([]);
});

describe('news', () => {
  test('are told and then known as told', async () => {
    const h = jobsOf();
    h.held.events = [event({ id: 70 }), event({ id: 71 })];
    expect(await h.run(ideaJobs.news, idea)).toEqual({ kind: 'done' });
    expect(h.held.told).toEqual([71]);
  });

  test('wait while the idea has no place, but not for ever', async () => {
    const h = jobsOf({ channelId: undefined, threadId: undefined, status: 'planned' });
    h.held.events = [event()];
    expect(await h.run(ideaJobs.news, idea)).toMatchObject({ kind: 'again' });
    expect(h.held.told).toEqual([]);
    h.held.idea = { ...h.held.idea, status: 'declined' };
    h.answers({ kind: 'gone' });
    expect(await h.run(ideaJobs.news, idea)).toEqual({ kind: 'done' });
    expect(h.held.told).toEqual([70]);
  });

  test('that cannot be told now are not told as told', async () => {
    const h = jobsOf();
    h.held.events = [event()];
    h.answers(forbidden);
    expect(await h.run(ideaJobs.news, idea)).toMatchObject({ kind: 'parked' });
    h.answers(lost);
    expect(await h.run(ideaJobs.news, idea)).toMatchObject({ kind: 'retry' });
    expect(h.held.told).toEqual([]);
    expect(h.troubles).toMatchObject([{ what: 'cannot-tell' }]);
  });
});

describe('a case', () => {
  const review: ReviewCase = {
    id: 5,
    ideaId: 1,
    openedAt: NOW,
    dueAt: NOW,
    scores: [],
    channelId: undefined,
    messageId: undefined,
    closedAt: undefined,
  };

  test('is shown once it has a channel; one of an earlier review is left alone', async () => {
    const h = jobsOf({ status: 'in-review' });
    h.held.review = review;
    h.answers({ kind: 'no-channel' });
    expect(await h.run(ideaJobs.caseCard, { caseId: 5, ideaId: 1 })).toMatchObject({ kind: 'parked' });
    h.answers({ kind: 'sent', at: place });
    expect(await h.run(ideaJobs.caseCard, { caseId: 5, ideaId: 1 })).toEqual({ kind: 'done' });
    expect(h.done()).toEqual(['case', 'case', expect.stringContaining('casePosted [5,')]);
    expect(await h.run(ideaJobs.caseCard, { caseId: 4, ideaId: 1 })).toEqual({ kind: 'done' });
    expect(h.done()).toEqual([]);
  });

  test('that is late is brought up each week until it is answered', async () => {
    const h = jobsOf({ status: 'in-review' });
    h.held.review = review;
    const job = { caseId: 5, ideaId: 1 };
    expect(await h.run(ideaJobs.overdue, job)).toEqual({ kind: 'again', at: NOW + 7 * DAY });
    expect(h.done()).toEqual(['remind', expect.stringContaining('escalated [5,')]);
    h.held.late = false;
    expect(await h.run(ideaJobs.overdue, job)).toEqual({ kind: 'done' });
    expect(h.done()).toEqual([]);
  });
});

test('a role that Hearth may not give waits, and staff is told which; who left gets none', async () => {
  const h = jobsOf({ status: 'shipped' });
  h.answers(forbidden);
  expect(await h.run(ideaJobs.role, idea)).toMatchObject({ kind: 'parked' });
  expect(h.troubles).toMatchObject([{ what: 'cannot-role', roleId: '6' }]);
  h.answers({ kind: 'gone' });
  expect(await h.run(ideaJobs.role, idea)).toEqual({ kind: 'done' });
});

test('staff is told of what happened, and of trouble where there is a channel for it', async () => {
  const h = jobsOf();
  h.held.events = [event({ id: 70, kind: 'reported' })];
  expect(await h.run(ideaJobs.staffNote, { ideaId: 1, what: 'report', eventId: 70 })).toEqual({
    kind: 'done',
  });
  expect(h.done()).toEqual(['note']);
  h.answers({ kind: 'no-channel' });
  expect(await h.run(ideaJobs.staffNote, { ideaId: 1, what: 'report', eventId: 70 })).toMatchObject({
    kind: 'parked',
  });
  const trouble: Trouble = { what: 'cannot-pin', guildId: '1', channelId: '2' };
  expect(await h.run(IDEA_TROUBLE, trouble)).toEqual({ kind: 'done' });
});

test('the board and the ledger remember where they stand', async () => {
  const h = jobsOf({ status: 'shipped' });
  expect(await h.run(ideaJobs.board, { guildId: '1' })).toEqual({ kind: 'done' });
  expect(await h.run(ideaJobs.ledger, idea)).toEqual({ kind: 'done' });
  expect(h.done()).toEqual([
    'board',
    expect.stringContaining('boardPosted'),
    'ledger',
    expect.stringContaining('ledgerPosted'),
  ]);
});

test('old drafts are looked for again and again', async () => {
  expect(await jobsOf().run(ideaJobs.purge, undefined)).toMatchObject({ kind: 'again' });
});

function payloadOf(outcome: JobOutcome): unknown {
  return outcome.kind === 'again' ? outcome.payload : undefined;
}
