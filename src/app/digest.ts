import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import digestCommand from '../../commands/digest.ts';
import type { Call, Reply } from '../discord/interaction.ts';
import { createAmaWeekRepository } from '../features/amas/week-repository.ts';
import { digestFeature } from '../features/digest/feature.ts';
import { createPeriodRepository } from '../features/digest/period-repository.ts';
import type { Counted, DigestSources } from '../features/digest/ports.ts';
import { createDigestRepository } from '../features/digest/repository.ts';
import { localHour } from '../features/engagement/local-days.ts';
import type { MetricsQuestion } from '../features/engagement/metrics.ts';
import type { PeriodNumbers } from '../features/engagement/metrics-model.ts';
import { createActivityWeekRepository } from '../features/engagement/week-repository.ts';
import { createIdeaWeekRepository } from '../features/ideas/week-repository.ts';
import { createPollWeekRepository } from '../features/polls/week-repository.ts';
import { createShoutoutWeekRepository } from '../features/shoutouts/week-repository.ts';
import { localeFor, translatorFor } from '../i18n/translator.ts';
import { UserError } from '../shared/user-error.ts';
import { startOfDay } from '../shared/wall-time.ts';
import type { House, Wing } from './house.ts';

export interface DigestNeeds extends Pick<DigestSources, 'usualOf' | 'isComplete'> {
  count: (question: MetricsQuestion) => Promise<PeriodNumbers>;
  flush: () => Promise<void>;
  /** How newcomers between these instants (UTC ms) were received; undefined: nobody looks after them. */
  coverage: (guildId: string, from: number, to: number) => Counted['guard'];
  isPaused: (guildId: string, userId: string) => boolean;
  unsungIn: (guildId: string, now: number) => readonly { userId: string }[];
  openIdea: (call: Call, ideaId: number) => Reply;
  openQuestion: (call: Call, questionId: number) => Reply;
  openThanks: (call: Call, userId: string) => Reply;
  askIn: (call: Call, channelId: string) => Promise<Reply>;
}

/** So long after its AMA an answer was promised. */
const PROMISED_MS = 7 * 86_400_000;
/** A channel is awake again with so many messages since somebody was told that it fades. */
const AWAKE = 10;

/** The digest: asks every other feature, and opens what each of them does about it. */
export function digestWing(house: House, needs: DigestNeeds) {
  const { clock, log, store, writer } = house;
  const { settingsOf } = house.settings;
  const { sqlite } = store.database;
  const feature = digestFeature({
    ...house,
    repositories: { digests: createDigestRepository(sqlite), periods: createPeriodRepository(sqlite) },
    policy: {
      timeZone: (guildId) => settingsOf(guildId).timeZone,
      mayManage: house.mayManage,
      isPaused: needs.isPaused,
    },
    serverName: house.memory.guildName,
    sources: sourcesOf(house, needs),
    doElsewhere: {
      'answer-ideas': async (call, id) => needs.openIdea(call, Number(id)),
      'answer-questions': async (call, id) => needs.openQuestion(call, Number(id)),
      thank: async (call, userId) => needs.openThanks(call, userId),
      async 'wake-channel'(call, channelId) {
        const held = await house.info.ownPermissions(call.guildId, channelId);
        // Before the form opens, so that nobody types for nothing. Whatever else is wrong there, the poll tells.
        if (!held.ok && held.failure.kind === 'gone') throw new UserError('digest.refusals.not-found');
        return needs.askIn(call, channelId);
      },
    },
    translatorOf: (guildId, locale) => translatorFor(locale ? localeFor(locale) : settingsOf(guildId).locale),
  });
  const wing: Wing = {
    commands: [digestCommand(feature.surface)],
    components: feature.components,
    jobDefinitions: feature.jobDefinitions,
    queueUpkeep: feature.queueUpkeep,
    hear(event, data) {
      if (event !== 'GUILD_CREATE') return;
      const { id } = data as GatewayGuildCreateDispatchData;
      writer
        .write(() => feature.lookAgain(id, clock.now()))
        .catch((error: unknown) => log.warn({ err: error }, 'the digest looks again later'));
    },
  };
  return { wing, lookAgain: feature.lookAgain };
}

function sourcesOf(house: House, needs: DigestNeeds): DigestSources {
  const { sqlite } = house.store.database;
  const activity = createActivityWeekRepository(sqlite);
  const ideas = createIdeaWeekRepository(sqlite);
  const amas = createAmaWeekRepository(sqlite);
  const polls = createPollWeekRepository(sqlite);
  const shoutouts = createShoutoutWeekRepository(sqlite);
  const { settingsOf } = house.settings;
  return {
    async counted(guildId, period) {
      const zone = settingsOf(guildId).timeZone;
      const [from, to] = [startOfDay(period.start, zone), startOfDay(period.end, zone)];
      const thanks = shoutouts.people(guildId, from, to);
      // What was heard up to now is among what is counted.
      await needs.flush();
      const numbers = await needs.count({
        guildId,
        period,
        zone,
        leavesAreTold: house.config.membersIntent,
        ...thanks,
      });
      const loops = {
        ideas: ideas.inTime(guildId, from, to),
        questions: amas.answeredShare(guildId, from, to),
        polls: polls.withOutcome(guildId, from, to),
      };
      return { ...numbers, loops, guard: needs.coverage(guildId, from, to) };
    },
    usualOf: needs.usualOf,
    isComplete: needs.isComplete,
    knownFrom: activity.firstDay,
    conversation: activity.liveliest,
    unanswered: activity.unanswered,
    answered: activity.answered,
    highlights(guildId, from, to) {
      const idea = ideas.best(guildId, from, to);
      const shoutout = shoutouts.best(guildId, from, to);
      return [
        ...(idea ? [{ what: 'idea' as const, ideaId: idea.id, ...idea }] : []),
        ...(shoutout ? [{ what: 'shoutout' as const, ...shoutout }] : []),
      ];
    },
    owed: (guildId, now) => ({
      ideas: ideas.overdue(guildId, now).map(asOwed),
      questions: amas.owed(guildId, now - PROMISED_MS).map(asOwed),
    }),
    settled: (guildId, what, ids) => (what === 'ideas' ? ideas : amas).answered(guildId, ids),
    unsung: (guildId, now) => needs.unsungIn(guildId, now).map(({ userId }) => userId),
    thanked: shoutouts.thanked,
    woken(guildId, channelId, since) {
      const { day } = localHour(settingsOf(guildId).timeZone, since);
      return activity.messagesSince(guildId, channelId, day) >= AWAKE;
    },
  };
}

const asOwed = ({ id, title, url }: { id: number; title: string; url: string | undefined }) => ({
  id,
  title,
  url,
});
