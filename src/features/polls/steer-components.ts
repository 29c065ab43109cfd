import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import { modalInputs } from '../../discord/inputs.ts';
import type { Reply } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { detailsId, parts, steerId, untilFormId, whoVotedId } from './custom-ids.ts';
import { detailsView } from './details-views.ts';
import { untilForm } from './form-views.ts';
import type { PollState } from './ports.ts';
import { asModal, requireHere } from './press.ts';
import { inputOf, openForm } from './start-draft.ts';
import { cancelPoll, closePoll, confirmSteering, exportPoll, movePoll, stopRepeating } from './steering.ts';
import type { PollSurfaceDeps, PressCall } from './surface-types.ts';
import { whoVotedView } from './voters-views.ts';

/** Details for everybody, and what creators and staff can do with a poll. */
export function steerComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  const { polls } = deps;

  const maySteer = ({ guildId, actor, now }: PressCall, pollId: number) =>
    polls.maySteer({ guildId, actor, now, pollId });
  /** Its creator and staff know the poll: they steer it from wherever `/poll show` showed it to them. */
  const stateOf = (call: PressCall, pollId: number): PollState => {
    const state = polls.state({ guildId: call.guildId, pollId, now: call.now });
    if (!maySteer(call, pollId)) requireHere(call, state);
    return state;
  };
  const details = (call: PressCall, state: PollState, note?: string): Reply =>
    inPlace(call, detailsView(state, call.t, maySteer(call, state.poll.id), note));
  const noted = async (
    call: PressCall,
    pollId: number,
    work: (call: PressCall, pollId: number) => Promise<string>,
  ) => {
    stateOf(call, pollId);
    const note = await work(call, pollId);
    return details(call, stateOf(call, pollId), note);
  };

  return [
    defineComponent({
      kind: 'button',
      id: detailsId,
      ack: 'now',
      run: (call, { poll }) => ({
        kind: 'reply',
        ephemeral: true,
        body: detailsView(stateOf(call, poll), call.t, maySteer(call, poll)),
      }),
    }),
    defineComponent({
      kind: 'button',
      id: whoVotedId,
      ack: 'now',
      run(call, { poll, page, turn }) {
        const { guildId, actor, now, t } = call;
        const found = polls.whoVoted({ guildId, actor, now, pollId: poll, page });
        const body = whoVotedView(stateOf(call, poll).poll, found, t);
        return turn === 'open' ? { kind: 'reply', ephemeral: true, body } : inPlace(call, body);
      },
    }),
    defineComponent({
      kind: 'button',
      id: steerId,
      ack: 'now',
      run(call, { poll, action }) {
        switch (action) {
          case 'close':
          case 'cancel':
          case 'stop':
            return inPlace(call, confirmSteering(deps, call, poll, action));
          case 'close-now':
            return noted(call, poll, (call, id) => closePoll(deps, call, id));
          case 'cancel-now':
            return noted(call, poll, (call, id) => cancelPoll(deps, call, id));
          case 'stop-now':
            return noted(call, poll, (call, id) => stopRepeating(deps, call, id));
          case 'extend':
          case 'reopen':
            if (!maySteer(call, poll)) throw new UserError('polls.refusals.may-not-manage');
            return { kind: 'modal', modal: untilForm(poll, action, call.t) };
          case 'export':
            return exportPoll(deps, call, poll);
          case 'again':
            if (!maySteer(call, poll)) throw new UserError('polls.refusals.may-not-manage');
            return openForm(deps, call, inputOf(stateOf(call, poll).poll));
          case 'back':
            return details(call, stateOf(call, poll));
          default:
            return action satisfies never;
        }
      },
    }),
    defineComponent({
      kind: 'modal',
      id: untilFormId,
      ack: 'now',
      run(call, { poll, action }) {
        const text = modalInputs(asModal(call)).text(parts.until);
        return noted(call, poll, (call, id) => movePoll(deps, call, id, action, text));
      },
    }),
  ];
}
