import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody, OutgoingFile } from '../../../src/discord/interaction.ts';
import type {
  Poll,
  PollKind,
  PollOption,
  PollResult,
  RunoffRound,
} from '../../../src/features/polls/model.ts';
import type { PollState } from '../../../src/features/polls/ports.ts';
import { locales, translatorFor } from '../../../src/i18n/translator.ts';
import { checkInteractionCallback } from '../../../src/sandbox/rules/validate-callback.ts';
import { checkMessageCreate } from '../../../src/sandbox/rules/validate-message.ts';

/** Texts as people and attackers type them, up to `max` UTF-16 units. */
export function hostileText(max: number): fc.Arbitrary<string> {
  const bits = fc.oneof(
    { arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }), weight: 3 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 2 },
    fc.constantFrom(
      '@everyone',
      '<@&123456789012345678>',
      '```js\n',
      '**_~~||',
      '[x](https://evil.example)',
      '\u202Egnp.exe',
      'a\u0301\u0302\u0303\u0304\u0305\u0306',
      '👨‍👩‍👧‍👦',
      '日本語のとても長い選択肢',
      '# heading',
      '<t:0:R>',
      '{count, plural}',
      '\u200B\u200B',
      '    ',
      "'''''",
      'W'.repeat(40),
      '漢'.repeat(60),
      '_'.repeat(90),
    ),
  );
  return fc.array(bits, { minLength: 1, maxLength: 40 }).map((parts) => parts.join('').slice(0, max));
}

const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
/** Somebody whom no other generator draws: their id is found in a text only where the text names them. */
export const somebody = fc.nat({ max: 999_999 }).map((n) => `77777777777${String(n).padStart(6, '0')}`);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

const option: fc.Arbitrary<PollOption> = fc.record(
  {
    label: hostileText(80),
    emoji: fc.constantFrom(
      '☕',
      '🌸',
      '👨‍👩‍👧‍👦',
      '🇯🇵',
      '<:beans:123456789012345678>',
      '<a:pour:123456789012345678>',
    ),
  },
  { requiredKeys: ['label'] },
);

const kinds: readonly PollKind[] = ['single', 'multiple', 'ranked', 'rating'];

/** A poll with everything that can be set, as large as it can be. */
export const anyPoll: fc.Arbitrary<Poll> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    options: fc.array(option, { minLength: 2, maxLength: 25 }),
    question: hostileText(300),
    max: fc.integer({ min: 1, max: 25 }),
    rest: fc.record({
      id: fc.integer({ min: 1, max: 2 ** 50 }),
      guildId: snowflake,
      channelId: snowflake,
      parentId: fc.constant(undefined),
      creatorId: snowflake,
      messageId: fc.option(snowflake, { nil: undefined }),
      threadId: fc.option(snowflake, { nil: undefined }),
      privacy: fc.constantFrom('open', 'staff-blind', 'sealed'),
      resultsShown: fc.constantFrom('live', 'after-voting', 'at-closing'),
      opensAt: fc.option(instant, { nil: undefined }),
      closesAt: instant,
      voterRoleIds: fc.array(snowflake, { maxLength: 25 }),
      weights: fc.array(fc.record({ roleId: snowflake, weight: fc.integer({ min: 1, max: 10 }) }), {
        maxLength: 25,
      }),
      quorum: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
      closeEarly: fc.boolean(),
      thread: fc.boolean(),
      recurrence: fc.constantFrom('never', 'weekly', 'monthly'),
      createdAt: instant,
      closedAt: fc.option(instant, { nil: undefined }),
      closeReason: fc.constantFrom('time', 'hand', 'settled', 'lost', undefined),
    }),
  })
  .map(({ kind, options, question, max, rest }) => {
    const all = kind === 'rating' ? [1, 2, 3, 4, 5].map((each) => ({ label: String(each) })) : options;
    const maxChoices = kind === 'multiple' ? Math.min(max, all.length) : 1;
    return { ...rest, kind, question, options: all, maxChoices, status: 'open', timeZone: 'UTC' };
  });

/** Any state of any poll, with counts that could have come about. */
export const anyState: fc.Arbitrary<PollState> = anyPoll.chain((poll) =>
  fc
    .record({
      phase: fc.constantFrom('scheduled' as const, 'open' as const, 'closed' as const, 'cancelled' as const),
      counts: fc.array(fc.nat({ max: 20_000 }), {
        minLength: poll.options.length,
        maxLength: poll.options.length,
      }),
      heavier: fc.integer({ min: 1, max: 10 }),
      visible: fc.boolean(),
      hidden: fc.constantFrom('after-voting' as const, 'at-closing' as const, 'too-few' as const),
      rounds: fc.integer({ min: 1, max: 24 }),
      undecided: fc.boolean(),
    })
    .map(({ phase, counts, heavier, visible, hidden, rounds, undecided }) => {
      const voters = counts.reduce((sum, each) => sum + each, 0);
      const tally = {
        voters,
        weight: voters * heavier,
        counts,
        weights: counts.map((each) => each * heavier),
      };
      return {
        poll,
        phase,
        voters,
        shown: visible ? tally : undefined,
        hidden: visible ? undefined : hidden,
        result: phase === 'closed' ? resultFor(poll, tally, rounds, undecided) : undefined,
      };
    }),
);

function resultFor(poll: Poll, tally: PollResult['tally'], rounds: number, undecided: boolean): PollResult {
  const tooFew = poll.privacy !== 'open' && tally.voters > 0 && tally.voters < 5;
  const most = Math.max(0, ...tally.weights);
  const winners = [...tally.weights.keys()].filter((index) => most > 0 && tally.weights[index] === most);
  return {
    voters: tally.voters,
    weight: tally.weight,
    winners: tooFew || poll.kind === 'rating' ? [] : winners,
    tooFew,
    quorumMet: tally.voters >= (poll.quorum ?? 0),
    mean: poll.kind === 'rating' && tally.voters > 0 ? 3.25 : undefined,
    rounds: poll.kind === 'ranked' && tally.voters > 0 ? roundsFor(poll, tally, rounds, undecided) : [],
    tally: tooFew ? { voters: tally.voters, weight: tally.voters, counts: [], weights: [] } : tally,
  };
}

function roundsFor(poll: Poll, tally: PollResult['tally'], count: number, undecided: boolean): RunoffRound[] {
  return Array.from({ length: count }, (_, round) => ({
    totals: [...poll.options.keys()]
      .slice(0, Math.max(2, poll.options.length - round))
      .map((option) => ({ option, weight: tally.weights[option] ?? 0 })),
    eliminated: round < count - 1 ? [Math.max(0, poll.options.length - 1 - round)] : [],
    exhausted: round,
    undecided: undecided && round === count - 1 ? [0, 1] : [],
  }));
}

export const everyLanguage = locales.map((locale) => translatorFor(locale));

/** Throws what Discord would answer if it refused the message, in a channel or as a private answer. */
export function judge(body: MessageBody, files?: readonly OutgoingFile[]): void {
  const context = {
    files: (files ?? []).map((file, index) => ({
      id: String(index),
      name: file.name,
      size: file.data.length,
    })),
  };
  checkMessageCreate(messageJson(body, files), context);
  checkInteractionCallback(
    { type: InteractionResponseType.ChannelMessageWithSource, data: messageJson(body, files, true) },
    { interactionType: InteractionType.ApplicationCommand, ...context },
  );
}
