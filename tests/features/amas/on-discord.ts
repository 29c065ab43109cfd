import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { openDirectChannel } from '../../../src/discord/direct-channel.ts';
import { liveEditor } from '../../../src/discord/live-editor.ts';
import { scheduledEvents } from '../../../src/discord/scheduled-events.ts';
import type { AmaJobParts } from '../../../src/features/amas/job-parts.ts';
import { createAmaJobs } from '../../../src/features/amas/jobs.ts';
import { amaMessages } from '../../../src/features/amas/messages.ts';
import {
  type Ama,
  type AmaEvent,
  type FairnessReceipt,
  type Question,
  type QuestionStatus,
  questionStatuses,
} from '../../../src/features/amas/model.ts';
import type { AmaPlaces, AmaWork, ImageFile, Transcript } from '../../../src/features/amas/ports.ts';
import { teamChannels } from '../../../src/features/amas/team-channels.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import type { JobOutcome, JobRun } from '../../../src/jobs/define-job.ts';
import { systemTimers } from '../../../src/platform/timers.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { as, kit, localDiscord } from '../../discord/sandbox-bot.ts';
import { memoryLog } from '../../discord/support.ts';

export const HOUR = 3_600_000;
export const STAFF = SMALL.channels.polls;
export const AUDIENCE = SMALL.channels.general;

const noReceipt: FairnessReceipt = {
  asked: 3,
  askers: 3,
  answered: 1,
  parked: 1,
  unreviewed: 0,
  declined: [{ reason: 'off-topic', count: 1 }],
  merged: 0,
  withdrawn: 0,
  firstTimers: { answered: 1, asked: 2 },
  medianSupport: { answered: 4, declined: 1 },
};

/** The messages and jobs of AMAs against a local Discord, with AMAs that a test holds in its hands. */
export async function onDiscord(options: { permissions?: bigint; noticesChannel?: string } = {}) {
  const discord = await localDiscord();
  const hearth = kit(discord);
  await hearth.connection.connect();
  const { owner } = SMALL.users;
  const admins = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await as(discord, owner, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const roles = await admins<{ id: string; permissions: string }[]>('GET', `/guilds/${SMALL.guild}/roles`);
  const own = roles.find(({ id }) => id === SMALL.roles.bot);
  const permissions = options.permissions ?? PermissionFlagsBits.CreateEvents;
  await admins('PATCH', `/guilds/${SMALL.guild}/roles/${SMALL.roles.bot}`, {
    permissions: String(BigInt(own?.permissions ?? 0) | permissions),
  });

  const held = {
    amas: new Map<number, Ama>(),
    questions: new Map<number, Question>(),
    images: new Map<number, ImageFile[]>(),
    events: new Map<number, AmaEvent>(),
    toRemind: [] as string[],
    version: 1,
    open: true,
  };
  const of = (amaId: number, ...statuses: QuestionStatus[]) =>
    [...held.questions.values()].filter((each) => each.amaId === amaId && statuses.includes(each.status));
  const place = (amaId: number, places: Partial<AmaPlaces>) => {
    const ama = held.amas.get(amaId);
    if (ama) held.amas.set(amaId, { ...ama, ...places });
  };
  const work: AmaWork = {
    find: (id) => held.amas.get(id),
    question: (id) => held.questions.get(id),
    panel(id) {
      const ama = held.amas.get(id);
      if (!ama) return undefined;
      const counts = Object.fromEntries(questionStatuses.map((status) => [status, of(id, status).length]));
      return {
        ama,
        onAir: of(id, 'on-air')[0],
        next: of(id, 'approved').slice(0, 5),
        counts: counts as Record<QuestionStatus, number>,
      };
    },
    queue(id) {
      const ama = held.amas.get(id);
      const pending = of(id, 'pending');
      return ama && { ama, pending: pending.slice(0, 5), waiting: pending.length };
    },
    parked: (id) => of(id, 'parked'),
    placed: place,
    startDue: () => ({ kind: 'nothing' }),
    endDue: () => ({ kind: 'nothing' }),
    graceDue: () => ({ kind: 'nothing' }),
    progress: () => ({ version: held.version, open: held.open }),
    settleRefresh: (_, version) => version === held.version,
    answerPosted(id, messageId) {
      const question = held.questions.get(id)!;
      held.questions.set(id, { ...question, answer: { ...question.answer!, messageId } });
    },
    toRemind: (_, limit) => held.toRemind.slice(0, limit),
    reminded: (_, userId) => void held.toRemind.splice(held.toRemind.indexOf(userId), 1),
    askingIn: () => [],
    ofTeamsIn: () => [],
    ofTeam: () => [],
    event: (id) => held.events.get(id),
    purge: () => 0,
  };
  const transcript = (id: number): Transcript => {
    const answered = of(id, 'answered');
    const tags = [...new Set(answered.map(({ tag }) => tag))];
    return {
      ama: held.amas.get(id)!,
      topics: tags.map((tag) => ({ tag, questions: answered.filter((each) => each.tag === tag) })),
      parked: of(id, 'parked'),
      receipt: noReceipt,
    };
  };

  const { messenger, connection } = hearth;
  const { rest, restOnce, ownId } = connection;
  const { clock } = discord;
  const { log, lines } = memoryLog();
  const live = liveEditor({ messenger, clock, timers: systemTimers, log, onFailure: () => {} });
  const messages = amaMessages({
    amas: { transcript, receipt: () => noReceipt, images: (id) => held.images.get(id) ?? [] },
    work,
    place: async (amaId, places) => place(amaId, places),
    messenger,
    team: teamChannels({ isOpenToAll: async () => ({ ok: true, value: false }), clock }),
    events: scheduledEvents({ rest, restOnce, ownId }),
    live,
    channelName: async () => 'general',
    directChannel: (userId) => openDirectChannel(rest, userId),
    namesOf: async () => new Map([[SMALL.users.member, 'Mia']]),
    noticesChannelOf: () => options.noticesChannel,
    clock,
    guildT: () => translatorFor('en'),
  });
  const parts: AmaJobParts = {
    work,
    messages,
    writer: { write: async (change) => change(), close: async () => {} },
    log,
    processId: 'this-process',
    behind: new Set(),
  };
  const jobs = new Map(createAmaJobs(parts).map((job) => [job.kind, job]));
  const run = (kind: string, payload: object, over: Partial<JobRun<unknown>> = {}): Promise<JobOutcome> => {
    const now = clock.now();
    const job = {
      payload,
      key: '1',
      dueAt: now,
      now,
      attempt: 1,
      nonce: 'the-nonce',
      mayHaveHappened: false,
    };
    return jobs.get(kind)!.run({ ...job, ...over });
  };

  return {
    discord,
    messages,
    held,
    live,
    admins,
    run,
    lines,
    botId: ownId(),
    /** An AMA an hour ahead, not yet posted. */
    ama(over: Partial<Ama> = {}): Ama {
      const startAt = Math.ceil(clock.now() / 1000) * 1000 + HOUR;
      const ama: Ama = { ...plainAma, startAt, endAt: startAt + HOUR, createdAt: clock.now(), ...over };
      held.amas.set(ama.id, { ...ama, statusAt: clock.now() });
      return held.amas.get(ama.id)!;
    },
    change(over: Partial<Ama>, id = 1): Ama {
      held.amas.set(id, { ...held.amas.get(id)!, ...over });
      return held.amas.get(id)!;
    },
    question(over: Partial<Question> = {}): Question {
      const question = { ...plainQuestion, ...over };
      held.questions.set(question.id, question);
      return question;
    },
    history: (channelId: string) => admins<APIMessage[]>('GET', `/channels/${channelId}/messages?limit=100`),
    /** Own messages there that hold these words, oldest first. */
    async own(channelId: string, words: string): Promise<APIMessage[]> {
      const all = await admins<APIMessage[]>('GET', `/channels/${channelId}/messages?limit=100`);
      return all
        .filter(
          ({ author, components }) => author.id === ownId() && JSON.stringify(components).includes(words),
        )
        .toReversed();
    },
    /** What somebody reads in their direct messages with Hearth. */
    async direct(userId: string): Promise<APIMessage[]> {
      const opened = await as(discord, userId, 'POST', '/users/@me/channels', { recipient_id: ownId() });
      const { id } = opened.body as { id: string };
      return (await as(discord, userId, 'GET', `/channels/${id}/messages`)).body as APIMessage[];
    },
    calendar: () =>
      admins<{ id: string; name: string; status: number; description: string }[]>(
        'GET',
        `/guilds/${SMALL.guild}/scheduled-events`,
      ),
  };
}

export type OnDiscord = Awaited<ReturnType<typeof onDiscord>>;

const plainAma: Ama = {
  id: 1,
  guildId: SMALL.guild,
  hostId: SMALL.users.admin,
  status: 'scheduled',
  title: 'Ask our roaster',
  description: 'Beans, roasts and machines.',
  guestIds: [SMALL.users.member],
  startAt: 0,
  endAt: 1,
  channelId: AUDIENCE,
  stageId: undefined,
  staffChannelId: STAFF,
  queue: 'review',
  anonymous: true,
  several: true,
  attachments: false,
  createdAt: 0,
  statusAt: 0,
  graceUntil: undefined,
  cancelReason: '',
  eventId: undefined,
  messageId: undefined,
  threadId: undefined,
  askMessageId: undefined,
  airMessageId: undefined,
  panelMessageId: undefined,
  queueMessageId: undefined,
  parkedMessageId: undefined,
  transcriptMessageId: undefined,
  onAirId: undefined,
  questions: 0,
  waiting: 0,
  supports: 0,
};

const plainQuestion: Question = {
  id: 9,
  amaId: 1,
  guildId: SMALL.guild,
  number: 7,
  askerId: SMALL.users.member,
  anonymous: false,
  text: 'How dark is too dark?',
  original: undefined,
  tag: 'Roasting',
  status: 'approved',
  askedAt: 0,
  statusAt: 0,
  supports: 12,
  alsoAsked: 0,
  skips: 0,
  firstTimer: false,
  mergedInto: undefined,
  declined: undefined,
  prepared: undefined,
  answer: undefined,
  notify: true,
  images: 0,
  unreviewed: false,
};
