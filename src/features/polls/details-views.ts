import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, linkButton, row, separator, text } from '../../discord/ui.ts';
import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { smallPrint } from './card-parts-views.ts';
import { steerId, whoVotedId } from './custom-ids.ts';
import type { Poll } from './model.ts';
import type { PollState } from './ports.ts';
import { colours, privacyLine, votesText } from './words-views.ts';

/** What "Details" tells everybody; whoever may steer the poll also finds the controls here. */
export function detailsView(state: PollState, t: Translate, maySteer: boolean, note?: string): MessageBody {
  const { poll } = state;
  const rows = [generalRow(state, t), ...(maySteer ? [steerRow(state, t)] : [])].filter(
    (buttons) => buttons.length > 0,
  );
  return {
    components: [
      container(
        [
          ...(note === undefined ? [] : [text(note), separator()]),
          text(`### ${t('polls.details.title', { number: String(poll.id) })}: ${shown(poll.question, 420)}`),
          text(lines(state, t).join('\n')),
          ...rows.map((buttons) => row(...buttons)),
        ],
        { accent: state.phase === 'open' ? colours.open : colours.quiet },
      ),
    ],
  };
}

function lines(state: PollState, t: Translate): string[] {
  const { poll, phase } = state;
  const counting = t(`polls.details.${poll.kind}`, { max: poll.maxChoices });
  const rules = smallPrint(poll, t).slice(1);
  return [
    statusLine(state, t),
    privacyLine(poll.privacy, phase === 'closed', t),
    `🧮 ${t('polls.details.counting')}: ${counting}`,
    ...rules,
  ];
}

function statusLine(state: PollState, t: Translate): string {
  const { poll, phase } = state;
  const votes = votesText(state.voters, state.shown?.weight, t);
  switch (phase) {
    case 'scheduled': {
      const at = poll.opensAt ?? poll.closesAt;
      return t('polls.card.opens', { relative: stamp(at, 'R'), full: stamp(at, 'f') });
    }
    case 'open':
      return t('polls.card.closes', {
        votes,
        relative: stamp(poll.closesAt, 'R'),
        full: stamp(poll.closesAt, 'f'),
      });
    case 'closed':
      return `🗳️ **${votes}** · ${t('polls.result.closedByTime', { full: stamp(poll.closedAt ?? poll.closesAt, 'f') })}`;
    case 'cancelled':
      return t('polls.card.cancelled');
    default:
      return phase satisfies never;
  }
}

function generalRow(state: PollState, t: Translate) {
  const { poll } = state;
  const { guildId, channelId, messageId } = poll;
  return [
    ...(messageId === undefined
      ? []
      : [
          linkButton({ url: messageLink({ guildId, channelId, messageId }), label: t('polls.details.jump') }),
        ]),
    ...(poll.privacy === 'open' &&
    state.phase !== 'scheduled' &&
    state.phase !== 'cancelled' &&
    namesShown(state)
      ? [
          button({
            id: whoVotedId.build({ poll: poll.id, page: 0, turn: 'open' }),
            label: t('polls.details.whoVoted'),
          }),
        ]
      : []),
  ];
}

/** Names tell the counts, so they are hidden as long as those. */
function namesShown(state: PollState): boolean {
  return state.hidden === undefined || state.hidden === 'after-voting';
}

type SteerAction = Parameters<typeof steerId.build>[0]['action'];

function steerRow(state: PollState, t: Translate) {
  const { poll, phase } = state;
  const each = (action: SteerAction, label: string, style: 'secondary' | 'danger' = 'secondary') =>
    button({ id: steerId.build({ poll: poll.id, action }), label, style });
  const stop = poll.recurrence === 'never' ? [] : [each('stop', t('polls.details.stopRepeating'))];
  const again = each('again', t('polls.details.again'));
  const exported = each('export', t('polls.details.export'));
  switch (phase) {
    case 'scheduled':
      return [...stop, each('cancel', t('polls.details.cancel'), 'danger')];
    case 'open':
      return [
        each('close', t('polls.details.close')),
        each('extend', t('polls.details.extend')),
        exported,
        ...stop,
        each('cancel', t('polls.details.cancel'), 'danger'),
      ];
    case 'closed':
      return [
        ...(poll.privacy === 'sealed' ? [] : [each('reopen', t('polls.details.reopen'))]),
        exported,
        again,
        ...stop,
      ];
    case 'cancelled':
      return [again];
    default:
      return phase satisfies never;
  }
}

/** Asks before something that others see at once or that cannot be undone. */
export function confirmView(
  poll: Pick<Poll, 'id' | 'question' | 'privacy'>,
  action: 'close' | 'cancel' | 'stop',
  t: Translate,
): MessageBody {
  const question = shown(poll.question, 420);
  const words = {
    close: t(poll.privacy === 'sealed' ? 'polls.details.confirmCloseSealed' : 'polls.details.confirmClose', {
      question,
    }),
    cancel: t('polls.details.confirmCancel', { question }),
    stop: t('polls.details.confirmStop', { question }),
  }[action];
  const yes = {
    close: t('polls.details.yesClose'),
    cancel: t('polls.details.yesCancel'),
    stop: t('polls.details.yesStop'),
  }[action];
  return {
    components: [
      text(words),
      row(
        button({
          id: steerId.build({ poll: poll.id, action: `${action}-now` }),
          label: yes,
          style: 'danger',
        }),
        button({ id: steerId.build({ poll: poll.id, action: 'back' }), label: t('polls.details.back') }),
      ),
    ],
  };
}
