import { limits } from '../../discord/limits.ts';
import { button, row } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { chooseId, detailsId, myVoteId, rankId, voteId } from './custom-ids.ts';
import type { Ballot, Poll } from './model.ts';
import { optionPlain } from './words-views.ts';

/** Beyond this many options, and where several may be chosen, a menu is kinder than buttons. */
const mostButtons = 10;
/** Longer labels are hard to read on a phone; the whole words stand above. */
const buttonWords = 40;

export type ControlPoll = Pick<Poll, 'id' | 'kind' | 'options' | 'maxChoices'>;

/** What people vote with, and below it what everybody may press. `disabled` for a preview. */
export function pollControls(poll: ControlPoll, t: Translate, disabled = false) {
  const rank =
    poll.kind === 'ranked'
      ? [
          button({
            id: rankId.build({ poll: poll.id }),
            label: t('polls.card.rank'),
            style: 'primary',
            emoji: '📝',
            disabled,
          }),
        ]
      : [];
  return [
    ...voteRows(poll, t, disabled),
    row(
      ...rank,
      button({ id: myVoteId.build({ poll: poll.id }), label: t('polls.card.myVote'), disabled }),
      detailsButton(poll.id, t, disabled),
    ),
  ];
}

export function detailsButton(pollId: number, t: Translate, disabled = false) {
  return button({
    id: detailsId.build({ poll: pollId }),
    label: t('polls.card.details'),
    disabled,
  });
}

function voteRows(poll: ControlPoll, t: Translate, disabled: boolean) {
  switch (poll.kind) {
    case 'ranked':
      return [];
    case 'rating':
      return buttonRows(poll, disabled, (index) => ({ label: String(index + 1), emoji: '⭐' }));
    case 'multiple':
      return [row(optionSelect(poll, [], t, disabled))];
    case 'single':
      if (poll.options.length > mostButtons) return [row(optionSelect(poll, [], t, disabled))];
      return buttonRows(poll, disabled, (index) => ({
        label: plain(poll.options[index]?.label ?? '', buttonWords),
        emoji: poll.options[index]?.emoji,
      }));
    default:
      return poll.kind satisfies never;
  }
}

function buttonRows(
  poll: ControlPoll,
  disabled: boolean,
  face: (index: number) => { label: string; emoji: string | undefined },
) {
  const buttons = poll.options.map((_, index) =>
    button({ id: voteId.build({ poll: poll.id, option: index }), ...face(index), disabled }),
  );
  const rows = [];
  for (let from = 0; from < buttons.length; from += limits.rowButtons) {
    rows.push(row(...buttons.slice(from, from + limits.rowButtons)));
  }
  return rows;
}

/** A menu of all options with `ballot` preselected. Its values are the option indexes. */
export function optionSelect(poll: ControlPoll, ballot: Ballot, t: Translate, disabled = false) {
  const several = poll.kind === 'multiple' && poll.maxChoices > 1;
  return select({
    id: chooseId.build({ poll: poll.id }),
    placeholder: several ? t('polls.card.chooseSeveral', { max: poll.maxChoices }) : t('polls.card.choose'),
    max: several ? poll.maxChoices : 1,
    disabled,
    options: poll.options.map((option, index) => ({
      value: String(index),
      label:
        poll.kind === 'rating' ? `${index + 1}` : optionPlain({ label: option.label }, limits.selectText),
      emoji: poll.kind === 'rating' ? '⭐' : option.emoji,
      chosen: ballot.includes(index),
    })),
  });
}
