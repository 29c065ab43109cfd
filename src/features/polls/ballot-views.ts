import type { MessageBody } from '../../discord/interaction.ts';
import { button, row, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type ControlPoll, optionSelect } from './control-views.ts';
import { rankPickId, rankRestartId, rankUndoId, withdrawId } from './custom-ids.ts';
import type { Ballot, Poll } from './model.ts';
import type { VoteOutcome } from './ports.ts';
import { barLines, meanLine } from './tally-views.ts';
import { listed, optionPlain, optionText } from './words-views.ts';

/**
 * The answer to a vote, for the voter alone. The hot path: one text and one button for most, nothing that
 * grows with the number of voters.
 */
export function receipt(outcome: VoteOutcome, t: Translate): MessageBody {
  const { poll } = outcome.state;
  if (outcome.ballot.length === 0) return { components: [text(t('polls.ballot.withdrawn'))] };
  const lines = [ballotText(poll, outcome.ballot, t)];
  if (outcome.weight > 1) lines.push(t('polls.ballot.weight', { weight: outcome.weight }));
  if (outcome.settled) return { components: [text([...lines, t('polls.ballot.settled')].join('\n'))] };
  return {
    components: [text(lines.join('\n') + soFar(outcome, t)), row(withdrawButton(poll.id, t))],
  };
}

/** Only where counts are not public: those who see them on the card need no copy. */
function soFar(outcome: VoteOutcome, t: Translate): string {
  const { state, tally } = outcome;
  if (!tally || state.hidden !== 'after-voting') return '';
  const mean = meanLine(state.poll, tally, t);
  return `\n\n${t('polls.ballot.soFar')}\n${mean === undefined ? '' : `${mean}\n`}${barLines(state.poll, tally, t, 1100)}`;
}

/** What somebody chose, in words. */
export function ballotText(poll: Pick<Poll, 'kind' | 'options'>, ballot: Ballot, t: Translate): string {
  const [first = 0] = ballot;
  const room = Math.min(90, Math.floor(1200 / Math.max(1, ballot.length)));
  switch (poll.kind) {
    case 'single':
      return t('polls.ballot.yours', { choice: optionText(poll.options[first]) });
    case 'rating':
      return t('polls.ballot.yoursRating', { choice: first + 1 });
    case 'multiple': {
      const choice = listed(
        ballot.map((index) => optionText(poll.options[index], room)),
        t,
      );
      return t(ballot.length > 1 ? 'polls.ballot.yoursSeveral' : 'polls.ballot.yours', { choice });
    }
    case 'ranked':
      return [
        t('polls.ballot.yoursRanked'),
        ...ballot.map((index, place) => `${place + 1}\\. ${optionText(poll.options[index], room)}`),
      ].join('\n');
    default:
      return poll.kind satisfies never;
  }
}

function withdrawButton(pollId: number, t: Translate) {
  return button({ id: withdrawId.build({ poll: pollId }), label: t('polls.ballot.withdraw') });
}

/** "My vote": what Hearth holds for this member, and how to change it. */
export function ownVote(outcome: VoteOutcome, t: Translate): MessageBody {
  const { state, ballot } = outcome;
  const { poll, phase } = state;
  if (phase !== 'open') return { components: [text(closedVote(outcome, t))] };
  if (poll.kind === 'ranked') return rankingBallot(poll, ballot, t);
  const held =
    ballot.length === 0
      ? t('polls.ballot.none')
      : [
          ballotText(poll, ballot, t),
          ...(outcome.weight > 1 ? [t('polls.ballot.weight', { weight: outcome.weight })] : []),
          `-# ${t('polls.ballot.change')}`,
        ].join('\n');
  return {
    components: [
      text(held + soFar(outcome, t)),
      row(optionSelect(poll, ballot, t)),
      ...(ballot.length === 0 ? [] : [row(withdrawButton(poll.id, t))]),
    ],
  };
}

function closedVote({ state, ballot }: VoteOutcome, t: Translate): string {
  const { poll, phase } = state;
  if (poll.privacy === 'sealed' && phase === 'closed') return t('polls.ballot.noneSealed');
  if (ballot.length === 0) return t(phase === 'scheduled' ? 'polls.ballot.none' : 'polls.ballot.noneClosed');
  return `${ballotText(poll, ballot, t)}\n-# ${t('polls.ballot.closed')}`;
}

/** A ranking in the making: every pick is stored at once, so closing this message loses nothing. */
export function rankingBallot(poll: ControlPoll, ballot: Ballot, t: Translate): MessageBody {
  const left = [...poll.options.keys()].filter((index) => !ballot.includes(index));
  const intro = left.length === 0 ? t('polls.ballot.rankDone') : t('polls.ballot.rankIntro');
  const ranking = ballot.length === 0 ? '' : `${ballotText(poll, ballot, t)}\n\n`;
  return {
    components: [
      text(`${ranking}${intro}`),
      ...(left.length === 0 ? [] : [row(nextPick(poll, left, ballot.length + 1, t))]),
      ...(ballot.length === 0
        ? []
        : [
            row(
              button({ id: rankUndoId.build({ poll: poll.id }), label: t('polls.ballot.undo'), emoji: '↩️' }),
              button({ id: rankRestartId.build({ poll: poll.id }), label: t('polls.ballot.startOver') }),
            ),
          ]),
    ],
  };
}

function nextPick(poll: ControlPoll, left: readonly number[], place: number, t: Translate) {
  return select({
    id: rankPickId.build({ poll: poll.id }),
    placeholder: t('polls.ballot.rankNext', { place }),
    options: left.map((index) => ({
      value: String(index),
      label: optionPlain({ label: poll.options[index]?.label ?? '' }, 100),
      emoji: poll.options[index]?.emoji,
    })),
  });
}
