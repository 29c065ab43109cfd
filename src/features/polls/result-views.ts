import type { MessageBody } from '../../discord/interaction.ts';
import { container, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { heading } from './card-parts-views.ts';
import { chartAlt } from './chart-views.ts';
import { detailsButton } from './control-views.ts';
import type { Poll, PollResult } from './model.ts';
import type { PollState } from './ports.ts';
import { runoffLines } from './runoff-views.ts';
import { barLines, tableLines } from './tally-views.ts';
import {
  choiceText,
  colours,
  decimal,
  listedUpTo,
  percent,
  privacyLine,
  weightMentions,
} from './words-views.ts';

export interface ResultOptions {
  /** The name of the picture that is sent along; without it the table shows bars. */
  chartFile?: string | undefined;
  /** How many people the server has, bots included as far as nobody tells them apart. */
  members?: number | undefined;
  controls?: boolean;
}

/** The last state of a poll: the result in words, the picture, the table, who took part. */
export function resultCard(state: PollState, t: Translate, options: ResultOptions = {}): MessageBody {
  const { poll, result } = state;
  const { chartFile, members, controls = true } = options;
  const table = result ? countsText(poll, result, t, chartFile !== undefined) : '';
  return {
    components: [
      container(
        [
          text(heading(poll, t)),
          ...(result ? [text(headlineWithQuorum(poll, result, t))] : []),
          ...(chartFile === undefined || !result
            ? []
            : [mediaGallery([{ file: chartFile, alt: chartAlt(poll, result, t) }])]),
          ...(table === '' ? [] : [text(table)]),
          separator(),
          text(closingFacts(state, t, members).join('\n')),
          ...(controls ? [row(detailsButton(poll.id, t))] : []),
        ],
        { accent: result && isDecided(result) ? colours.closed : colours.quiet },
      ),
    ],
  };
}

/** Something came of it: somebody voted, enough for a result, and enough for it to count. */
function isDecided(result: PollResult): boolean {
  return result.voters > 0 && !result.tooFew && result.quorumMet;
}

function headlineWithQuorum(poll: Poll, result: PollResult, t: Translate): string {
  const line = headline(poll, result, t);
  if (poll.quorum === undefined || result.quorumMet || result.voters === 0) return line;
  const missed = t('polls.result.quorumMissed', { voters: result.voters, needed: poll.quorum });
  return result.tooFew ? `${missed}\n${line}` : `${missed}\n${t('polls.result.wouldBe')} ${line}`;
}

/** The result in one sentence. */
export function headline(poll: Poll, result: PollResult, t: Translate): string {
  if (result.voters === 0) return t('polls.result.noVotes');
  if (result.tooFew) return t('polls.result.tooFew', { count: result.voters });
  if (poll.kind === 'rating') {
    return t('polls.result.mean', { mean: decimal(result.mean ?? 0, t), count: result.voters });
  }
  if (poll.kind === 'ranked') return rankedHeadline(poll, result, t);
  const [first = 0] = result.winners;
  const votes = result.tally.weights[first] ?? 0;
  const total = result.weight;
  const share = percent(votes, total, t);
  if (result.winners.length > 1) {
    return t('polls.result.tie', { options: names(poll, result.winners, t), votes, total, percent: share });
  }
  const option = choiceText(poll.kind, poll.options[first], first, 180);
  return poll.kind === 'multiple'
    ? t('polls.result.winsSeveral', { option, votes, total, percent: share })
    : t('polls.result.wins', { option, votes, total, percent: share });
}

function rankedHeadline(poll: Poll, result: PollResult, t: Translate): string {
  const last = result.rounds.at(-1);
  const undecided = (last?.undecided.length ?? 0) > 0;
  const [first = 0] = result.winners;
  const option = choiceText(poll.kind, poll.options[first], first, 180);
  const total = last?.totals.reduce((sum, each) => sum + each.weight, 0) ?? 0;
  const votes = last?.totals.find((each) => each.option === first)?.weight ?? 0;
  if (result.winners.length > 1) {
    const options = names(poll, result.winners, t);
    return undecided
      ? t('polls.result.tieUndecided', { options })
      : t('polls.result.tieRanked', { options, votes, total });
  }
  if (undecided) return t('polls.result.winsInAnyOrder', { option });
  const share = percent(votes, total, t);
  return t('polls.result.winsRanked', { option, votes, total, percent: share, round: result.rounds.length });
}

function names(poll: Poll, winners: readonly number[], t: Translate): string {
  const each = winners.map((index) => `**${choiceText(poll.kind, poll.options[index], index, 70)}**`);
  return listedUpTo(each, 5, t);
}

function countsText(poll: Poll, result: PollResult, t: Translate, besidePicture: boolean): string {
  if (result.voters === 0 || result.tooFew) return '';
  const room = poll.kind === 'ranked' ? 1000 : 1700;
  const table = besidePicture
    ? tableLines(poll, result.tally, t, room)
    : barLines(poll, result.tally, t, room);
  if (poll.kind !== 'ranked') return table;
  const rounds = runoffLines(poll, result.rounds, t, 1000);
  return `${t('polls.result.firstPlaces')}\n${table}\n\n${t('polls.result.rounds')}\n${rounds}`;
}

function closingFacts(state: PollState, t: Translate, members: number | undefined): string[] {
  const { poll, result } = state;
  const voters = result?.voters ?? state.voters;
  const restricted = poll.voterRoleIds.length > 0;
  const turnout =
    members === undefined || restricted || members < voters
      ? t('polls.result.turnout', { voters })
      : t('polls.result.turnoutOf', { voters, members });
  const lines = [`${turnout} · ${closedText(poll, t)}`];
  if (poll.quorum !== undefined && result?.quorumMet) {
    lines.push(t('polls.result.quorumMet', { needed: poll.quorum }));
  }
  if (poll.weights.length > 0 && result && !result.tooFew) {
    const weights = t('polls.card.weights', { weights: weightMentions(poll.weights, t) });
    lines.push(`-# ${t('polls.result.weighted', { weight: result.weight })}`, `-# ${weights}`);
  }
  lines.push(`-# ${privacyLine(poll.privacy, true, t)}`);
  return lines;
}

function closedText(poll: Poll, t: Translate): string {
  const full = stamp(poll.closedAt ?? poll.closesAt, 'f');
  switch (poll.closeReason) {
    case 'hand':
      return t('polls.result.closedByHand', { full });
    case 'settled':
      return t('polls.result.closedSettled', { full });
    case 'lost':
      return t('polls.result.closedLost', { full });
    case 'time':
    case undefined:
      return t('polls.result.closedByTime', { full });
    default:
      return poll.closeReason satisfies never;
  }
}

/** The short message that tells the channel; it replies to the poll. */
export function announcement(state: PollState, t: Translate): MessageBody {
  const { poll, result } = state;
  const sentence = result ? headlineWithQuorum(poll, result, t) : t('polls.result.noVotes');
  const words = { question: shown(poll.question, 420), headline: sentence };
  const { guildId, channelId, messageId } = poll;
  const link = messageId === undefined ? '' : messageLink({ guildId, channelId, messageId });
  return {
    components: [
      text(
        link === ''
          ? t('polls.result.announce', words)
          : `${t('polls.result.announce', words)}\n[${t('polls.details.jump')}](${link})`,
      ),
    ],
  };
}
