import { figuresOf } from './figures.ts';
import type {
  Cadence,
  DigestContent,
  Figure,
  Followed,
  Headline,
  Overdue,
  Period,
  Suggestion,
  Trend,
  Unanswered,
} from './model.ts';
import type { Counted, DigestTools, Found } from './ports.ts';

/** All that is known when a digest is put together; periods before come with the latest first. */
export interface Known {
  period: Period;
  cadence: Cadence;
  timeZone: string;
  /** The first local day that anything is known of. */
  knownFrom: number | undefined;
  counted: Counted;
  past: readonly { period: Period; counted: Counted | undefined }[];
  found: Found;
  followed: readonly Followed[];
  skipped: readonly Period[];
}

/** A digest suggests no more: who is asked to do ten things does none. */
const MOST_SUGGESTIONS = 3;
/** People, ideas or conversations that one suggestion is about. */
const MOST_THINGS = 10;
/** Of what is overdue. */
const MOST_NAMED = 5;
/** Periods that a chart shows, this one included. */
export const CHARTED = 12;
/** A channel that had so many messages in a usual period is missed when less than a third of them come. */
const LIVELY = 10;
const FADED = 1 / 3;

/** What a digest says. Pure: the same facts make the same digest. */
export function compose(known: Known, tools: DigestTools): DigestContent {
  const { period, cadence, timeZone, counted, past, found, followed, skipped, knownFrom } = known;
  const figures = figuresOf(
    counted,
    past.map((each) => each.counted),
    tools,
  );
  const clamped = knownFrom !== undefined && knownFrom > period.start && knownFrom < period.end;
  return {
    period,
    cadence,
    timeZone,
    clampedTo: clamped ? knownFrom : undefined,
    headline: headlineOf(known, figures),
    figures,
    trend: trendOf(known, tools),
    hours: counted.activity.hours,
    guard: counted.guard && counted.guard.firsts > 0 ? counted.guard : undefined,
    highlights: [
      ...(found.conversation ? [{ what: 'conversation' as const, ...found.conversation }] : []),
      ...found.highlights,
    ],
    overdue: overdueOf(found),
    suggestions: suggestionsOf(counted, found),
    followed,
    skipped,
  };
}

function headlineOf({ counted, past, found }: Known, figures: readonly Figure[]): Headline {
  const { messages } = counted.activity;
  if (counted.growth.active === 0) return { what: 'quiet' };
  if (past.every((each) => each.counted === undefined)) return { what: 'first' };
  if (messages === 1) return { what: 'one-message' };
  const waiting = found.unanswered.filter(({ byNewcomer }) => byNewcomer).length;
  if (waiting > 1) return { what: 'newcomers-unanswered', count: waiting };
  const worse = figures.find(({ change }) => change === 'worse');
  if (worse) return { what: 'worse', number: worse.number };
  const better = figures.find(({ change }) => change === 'better');
  return better ? { what: 'better', number: better.number } : { what: 'steady' };
}

function trendOf({ period, counted, past }: Known, { usualOf }: DigestTools): Trend {
  const all = [{ period, counted }, ...past].slice(0, CHARTED).toReversed();
  // What was before anything was known is no gap.
  const shown = all.slice(all.findIndex((each) => each.counted !== undefined));
  const before = past.flatMap((each) => each.counted?.growth.active ?? []);
  return {
    starts: shown.map((each) => each.period.start),
    active: shown.map((each) => each.counted?.growth.active),
    conversations: shown.map((each) => each.counted?.activity.conversations),
    usualActive: usualOf(before),
  };
}

const overdueOf = ({ owed: { ideas, questions } }: Found): Overdue[] =>
  (
    [
      ['idea', ideas],
      ['question', questions],
    ] as const
  )
    .filter(([, items]) => items.length > 0)
    .map(([what, items]) => ({
      what,
      count: items.length,
      items: items.slice(0, MOST_NAMED).map(({ title, url }) => ({ title, url })),
    }));

/** The most urgent first: somebody new who waits leaves soonest, what was promised comes next. */
function suggestionsOf({ activity }: Counted, { unanswered, owed, unsung }: Found): Suggestion[] {
  const newcomers = unanswered.filter(({ byNewcomer }) => byNewcomer).slice(0, MOST_THINGS);
  const others = unanswered.filter(({ byNewcomer }) => !byNewcomer).slice(0, MOST_THINGS);
  const faded = activity.channels.find(
    ({ messages, usual }) => usual !== undefined && usual >= LIVELY && messages < usual * FADED,
  );
  const all: (Suggestion | undefined)[] = [
    newcomers.length > 0 ? { what: 'reply-newcomers', conversations: newcomers.map(plain) } : undefined,
    owed.questions.length > 0
      ? { what: 'answer-questions', items: owed.questions.slice(0, MOST_THINGS) }
      : undefined,
    owed.ideas.length > 0 ? { what: 'answer-ideas', items: owed.ideas.slice(0, MOST_THINGS) } : undefined,
    unsung.length > 0 ? { what: 'thank', userIds: unsung.slice(0, MOST_THINGS) } : undefined,
    others.length > 0 ? { what: 'reply-conversations', conversations: others.map(plain) } : undefined,
    faded ? { what: 'wake-channel', channelId: faded.channelId } : undefined,
  ];
  return all.filter((each) => each !== undefined).slice(0, MOST_SUGGESTIONS);
}

const plain = ({
  conversationId,
  channelId,
  messageId,
  userId,
  at,
}: Found['unanswered'][number]): Unanswered => ({ conversationId, channelId, messageId, userId, at });
