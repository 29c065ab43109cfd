import type { Translate } from '../../i18n/translate.ts';
import type { Ballot, Poll, PollSpec } from './model.ts';
import { choiceText, howTo, privacyLine, roleMentions, shown, weightMentions } from './words-views.ts';

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

/** What somebody chose as one short line. */
export function ballotNames(poll: Pick<Poll, 'kind' | 'options'>, ballot: Ballot, max: number): string {
  const names = ballot.map((index) => choiceText(poll.kind, poll.options[index], index, max));
  const most = 3;
  const cut = names.length > most ? ' …' : '';
  return names.slice(0, most).join(poll.kind === 'ranked' ? ' › ' : ', ') + cut;
}
