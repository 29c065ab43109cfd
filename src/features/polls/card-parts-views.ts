import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Ballot, Poll, PollSpec } from './model.ts';
import { choiceText, howTo, privacyLine, roleMentions, weightMentions } from './words-views.ts';

/** The question as a heading, and below it number, author and how to vote. */
export function heading(poll: Poll, t: Translate): string {
  const question = shown(poll.question, 420);
  const creator = `<@${poll.creatorId}>`;
  const how = howTo(poll, t);
  const byline =
    poll.id > 0
      ? t('polls.card.byline', { number: t('polls.card.number', { number: String(poll.id) }), creator, how })
      : t('polls.card.previewByline', { creator, how });
  return `${question.length <= 90 ? '##' : '###'} ${question}\n-# ${byline}`;
}

/** Privacy first, then every rule that is not the usual one. */
export function smallPrint(poll: PollSpec, t: Translate): string[] {
  const lines = [privacyLine(poll.privacy, false, t)];
  if (poll.voterRoleIds.length > 0) {
    lines.push(t('polls.card.voters', { roles: roleMentions(poll.voterRoleIds, t) }));
  }
  if (poll.weights.length > 0) {
    lines.push(t('polls.card.weights', { weights: weightMentions(poll.weights, t) }));
  }
  if (poll.quorum !== undefined) lines.push(t('polls.card.quorum', { needed: poll.quorum }));
  if (poll.closeEarly) lines.push(t('polls.card.closeEarly'));
  if (poll.recurrence !== 'never') lines.push(t(`polls.card.${poll.recurrence}`));
  return lines;
}

/** Writes ballots as one short line each; the names are made once for all of them. */
export function ballotNames(poll: Pick<Poll, 'kind' | 'options'>, max: number): (ballot: Ballot) => string {
  const names = poll.options.map((option, index) => choiceText(poll.kind, option, index, max));
  const most = 3;
  const between = poll.kind === 'ranked' ? ' › ' : ', ';
  return (ballot) => {
    const first = ballot.slice(0, most).map((index) => names[index] ?? '?');
    return first.join(between) + (ballot.length > most ? ' …' : '');
  };
}
