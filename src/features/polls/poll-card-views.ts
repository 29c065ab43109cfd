import type { MessageBody } from '../../discord/interaction.ts';
import { container, separator, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { heading, smallPrint } from './card-parts-views.ts';
import { pollControls } from './control-views.ts';
import type { PollSpec } from './model.ts';
import type { PollState } from './ports.ts';
import { resultCard } from './result-views.ts';
import { barLines, meanLine, optionLines } from './tally-views.ts';
import { colours, votesText } from './words-views.ts';

/** Where a card stands: what everybody can press, in a preview dead, in somebody's own copy maybe not there. */
export type Controls = 'live' | 'dead' | 'none';

/** The poll as its channel sees it, whatever its phase. `t` is the server's language. */
export function pollCard(state: PollState, t: Translate, controls: Controls = 'live'): MessageBody {
  switch (state.phase) {
    case 'scheduled':
    case 'open':
      return { components: [openCard(state, t, controls)] };
    case 'closed':
      return resultCard(state, t, { controls: controls === 'live' });
    case 'cancelled':
      return { components: [cancelledCard(state, t)] };
    default:
      return state.phase satisfies never;
  }
}

export function openCard(state: PollState, t: Translate, controls: Controls) {
  const { poll } = state;
  const counts = countsText(state, t);
  return container(
    [
      text(heading(poll, t)),
      ...(counts === '' ? [] : [text(counts)]),
      separator(),
      text(facts(state, t).join('\n')),
      ...(controls === 'none' ? [] : pollControls(poll, t, controls === 'dead')),
    ],
    { accent: colours.open },
  );
}

function countsText(state: PollState, t: Translate): string {
  const { poll, shown: tally } = state;
  if (!tally) return optionLines(poll);
  return barLines(poll, tally, t);
}

function facts(state: PollState, t: Translate): string[] {
  const { poll, phase } = state;
  const closes =
    phase === 'scheduled' && poll.opensAt !== undefined
      ? t('polls.card.opens', { relative: stamp(poll.opensAt, 'R'), full: stamp(poll.opensAt, 'f') })
      : t('polls.card.closes', {
          votes: votesText(state.voters, state.shown?.weight, t),
          relative: stamp(poll.closesAt, 'R'),
          full: stamp(poll.closesAt, 'f'),
        });
  return [closes, ...countNotes(state, t), ...smallPrint(poll, t).map((line) => `-# ${line}`)];
}

function countNotes(state: PollState, t: Translate): string[] {
  const { poll, shown: tally, hidden } = state;
  if (tally) {
    const mean = meanLine(poll, tally, t);
    if (mean !== undefined) return [mean];
    return poll.kind === 'ranked' && tally.voters > 0 ? [`-# ${t('polls.card.firstPreferences')}`] : [];
  }
  switch (hidden) {
    case 'after-voting':
      return [t('polls.card.hiddenAfterVoting')];
    case 'at-closing':
      return [t('polls.card.hiddenAtClosing')];
    case 'too-few':
      return [t('polls.card.hiddenTooFew')];
    case undefined:
      return [];
    default:
      return hidden satisfies never;
  }
}

function cancelledCard(state: PollState, t: Translate) {
  return container([text(heading(state.poll, t)), text(t('polls.card.cancelled'))], {
    accent: colours.quiet,
  });
}

/** A poll that does not exist yet, for its preview: open, without votes. */
export function previewState(
  spec: PollSpec,
  place: { guildId: string; channelId: string; creatorId: string; now: number },
): PollState {
  const zeros = spec.options.map(() => 0);
  const live = spec.resultsShown === 'live';
  return {
    poll: {
      ...spec,
      id: 0,
      guildId: place.guildId,
      channelId: place.channelId,
      parentId: undefined,
      creatorId: place.creatorId,
      messageId: undefined,
      threadId: undefined,
      status: 'open',
      createdAt: place.now,
      closedAt: undefined,
      closeReason: undefined,
      timeZone: 'UTC',
    },
    phase: 'open',
    voters: 0,
    shown: live ? { voters: 0, weight: 0, counts: zeros, weights: zeros } : undefined,
    hidden: spec.resultsShown === 'live' ? undefined : spec.resultsShown,
    result: undefined,
  };
}
