import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { inPlace, isPrivate } from '../../discord/press.ts';
import { ownVote, rankingBallot, receipt } from './ballot-views.ts';
import {
  chooseId,
  myVoteId,
  rankId,
  rankPickId,
  rankRestartId,
  rankUndoId,
  voteId,
  withdrawId,
} from './custom-ids.ts';
import type { BallotChange, VoteOutcome } from './ports.ts';
import { pickedIndexes, requireHere } from './press.ts';
import type { PollSurfaceDeps, PressCall } from './surface-types.ts';

/**
 * Voting: each press is one write, answered to the presser alone. The card in the channel follows by the
 * coalescing editor, never by the press itself.
 */
export function voteComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  const { polls, writer, messages } = deps;

  /** The hot path: nothing is awaited but the write. */
  const cast = async (call: PressCall, pollId: number, change: BallotChange): Promise<VoteOutcome> => {
    const { guildId, channelId, actor, now } = call;
    const eligible = deps.memberCount(guildId);
    const interactionId = call.raw.id;
    const outcome = await writer.write(() =>
      polls.castVote({ guildId, channelId, actor, now, pollId, interactionId, change, eligible }),
    );
    if (outcome.changed) messages.refreshPoll(outcome.state.poll);
    return outcome;
  };
  const held = (call: PressCall, pollId: number): VoteOutcome => {
    const { guildId, actor, now } = call;
    const outcome = polls.ownVote({ guildId, actor, now, pollId });
    requireHere(call, outcome.state);
    return outcome;
  };

  const rank = async (call: PressCall, pollId: number, change: BallotChange): Promise<Reply> => {
    const { state, ballot, settled } = await cast(call, pollId, change);
    if (settled) return inPlace(call, ownVote(held(call, pollId), call.t));
    return inPlace(call, rankingBallot(state.poll, ballot, call.t));
  };

  return [
    defineComponent({
      kind: 'button',
      id: voteId,
      ack: 'now',
      async run(call, { poll, option }) {
        const outcome = await cast(call, poll, { kind: 'choose', option });
        return { kind: 'reply', ephemeral: true, body: receipt(outcome, call.t) };
      },
    }),
    defineComponent({
      kind: 'select',
      id: chooseId,
      ack: 'now',
      async run(call, { poll }) {
        const outcome = await cast(call, poll, { kind: 'set', options: pickedIndexes(call) });
        if (!isPrivate(call) || outcome.settled) return inPlace(call, receipt(outcome, call.t));
        return { kind: 'update', body: ownVote(outcome, call.t) };
      },
    }),
    defineComponent({
      kind: 'button',
      id: withdrawId,
      ack: 'now',
      run: async (call, { poll }) =>
        inPlace(call, receipt(await cast(call, poll, { kind: 'withdraw' }), call.t)),
    }),
    // Ranking begins with what is held so far.
    ...[myVoteId, rankId].map((id) =>
      defineComponent({
        kind: 'button',
        id,
        ack: 'now',
        run: (call, { poll }) => ({
          kind: 'reply',
          ephemeral: true,
          body: ownVote(held(call, poll), call.t),
        }),
      }),
    ),
    defineComponent({
      kind: 'select',
      id: rankPickId,
      ack: 'now',
      run: (call, { poll }) =>
        rank(call, poll, { kind: 'rank-next', option: pickedIndexes(call)[0] ?? Number.NaN }),
    }),
    defineComponent({
      kind: 'button',
      id: rankUndoId,
      ack: 'now',
      run: (call, { poll }) => rank(call, poll, { kind: 'rank-undo' }),
    }),
    defineComponent({
      kind: 'button',
      id: rankRestartId,
      ack: 'now',
      run: (call, { poll }) => rank(call, poll, { kind: 'set', options: [] }),
    }),
  ];
}
