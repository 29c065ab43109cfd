import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BudgetState, Shoutout } from './model.ts';
import { type GiveOutcome, WITHDRAW_MS } from './ports.ts';
import { draftId, withdrawId } from './private-custom-ids.ts';
import { peopleText, thanksColour } from './words-views.ts';

/** What became of what somebody gave, for them alone. */
export function givenReceipt(
  outcome: Extract<GiveOutcome, { kind: 'given' }>,
  { channelId, now }: { channelId: string | undefined; now: number },
  t: Translate,
): MessageBody {
  const { shoutout, first, budget, milestones } = outcome;
  const people = peopleText(shoutout.receiverIds, t);
  const beginner = milestones.some(({ userId, kind }) => userId === shoutout.giverId && kind === 'given-1');
  const until = shoutout.createdAt + WITHDRAW_MS;
  const withdraw = shoutout.status === 'given' && until > now;
  const lines = [
    first
      ? t('shoutouts.receipt.given', { people, channel: `<#${channelId ?? '0'}>` })
      : t('shoutouts.receipt.again'),
    ...(beginner ? [t('shoutouts.receipt.first')] : []),
  ];
  const small = [
    budgetText(budget, t),
    ...(withdraw ? [t('shoutouts.receipt.withdrawHelp', { until: stamp(until, 't') })] : []),
  ];
  return {
    components: [
      container(
        [
          text(lines.join('\n')),
          text(quoted(shownText(shoutout.reason, 1_500))),
          text(small.map((line) => `-# ${line}`).join('\n')),
          ...(withdraw ? [row(withdrawButton(shoutout, 'receipt', t))] : []),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

/** What is left to give, and when the next comes back. */
function budgetText({ left, nextAt }: BudgetState, t: Translate): string {
  const now = left === 0 ? t('shoutouts.receipt.none') : t('shoutouts.receipt.left', { left });
  if (nextAt === undefined) return now;
  return `${now} ${t('shoutouts.receipt.next', { at: stamp(nextAt, 'R') })}`;
}

export function withdrawButton({ id }: Shoutout, on: 'receipt' | 'details' | 'story', t: Translate) {
  return button({
    id: withdrawId.build({ shoutout: id, on }),
    label: t('shoutouts.receipt.withdraw'),
    emoji: '↩️',
  });
}

/** The same words were given before: that may be meant, so it is asked. */
export function asksFirst(
  { draftId: draft, before }: Extract<GiveOutcome, { kind: 'asks-first' }>,
  t: Translate,
): MessageBody {
  const words = { when: stamp(before.createdAt, 'R'), people: peopleText(before.receiverIds, t) };
  return {
    components: [
      container(
        [
          text(t('shoutouts.again.ask', words)),
          text(quoted(shownText(before.reason, 1_500))),
          row(
            button({
              id: draftId.build({ draft, action: 'give' }),
              label: t('shoutouts.again.give'),
              style: 'primary',
            }),
            button({ id: draftId.build({ draft, action: 'drop' }), label: t('shoutouts.again.drop') }),
          ),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

export function withdrawnText({ receiverIds }: Shoutout, t: Translate): string {
  return t('shoutouts.receipt.withdrawn', { people: peopleText(receiverIds, t) });
}
