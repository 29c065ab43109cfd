import type { ModalComponent } from '../api/component-types.ts';
import type { Message } from '../api/types.ts';
import { applicationUser } from './application.ts';
import { sandboxNow } from './clock.ts';
import { localId } from './ids.ts';
import type { Id, OpenModal, PendingInteraction, State } from './model.ts';
import { messagesIn, patchChannelMessages } from './reduce-messages.ts';

export const NO_ANSWER = 'The application did not respond';
export const FAILED = 'This interaction failed';

export interface ModalEvent {
  id: Id;
  nonce?: string;
  application?: { id: Id; name: string };
  application_id?: Id;
  channel_id: Id;
  custom_id: string;
  title: string;
  components: ModalComponent[];
}

export function interactionSent(state: State, pending: PendingInteraction): State {
  const interactions = { ...state.interactions, [pending.nonce]: pending };
  // A new press clears the old failure of the same message.
  for (const old of Object.values(interactions)) {
    const stale =
      old.state === 'failed' && old.messageId !== undefined && old.messageId === pending.messageId;
    if (stale && old.nonce !== pending.nonce) delete interactions[old.nonce];
  }
  const modal =
    pending.kind === 'modal' && state.modal !== undefined
      ? { ...state.modal, nonce: pending.nonce, problem: undefined }
      : state.modal;
  return { ...state, interactions, modal };
}

export function interactionDone(state: State, nonce: string | undefined): State {
  if (nonce === undefined || state.interactions[nonce] === undefined) return state;
  const interactions = { ...state.interactions };
  delete interactions[nonce];
  return { ...state, interactions, modal: state.modal?.nonce === nonce ? undefined : state.modal };
}

/** A failure stays visible: under the message for a component, in the channel for a command, in the modal for a submit. */
export function interactionFailed(state: State, nonce: string, problem: string): State {
  const pending = state.interactions[nonce];
  if (pending === undefined) return state;
  if (pending.kind === 'modal' && state.modal?.nonce === nonce) {
    const interactions = { ...state.interactions };
    delete interactions[nonce];
    return {
      ...state,
      interactions,
      modal: { ...state.modal, nonce: undefined, problem: modalWords(problem) },
    };
  }
  if (pending.kind === 'command') return unanswered(state, pending, problem);
  const failed: PendingInteraction = { ...pending, state: 'failed', problem };
  return {
    ...state,
    interactions: { ...state.interactions, [nonce]: failed },
    announcement: { id: state.announcement.id + 1, text: problem },
  };
}

/** A command without an answer leaves a notice in the channel that only its author sees. */
function unanswered(state: State, pending: PendingInteraction, problem: string): State {
  const now = sandboxNow();
  const notice: Message = {
    id: localId(now),
    channel_id: pending.channelId,
    type: 20,
    author: applicationUser(state, pending.applicationId),
    content: '',
    timestamp: new Date(now).toISOString(),
    flags: 64,
    interaction: {
      id: '0',
      type: 2,
      name: pending.commandName ?? '',
      user: state.me ?? { id: '0', username: '' },
    },
    local: 'unanswered',
    problem,
  };
  const rest = interactionDone(state, pending.nonce);
  const { list } = messagesIn(rest, pending.channelId);
  const announcement = { id: state.announcement.id + 1, text: problem };
  return { ...patchChannelMessages(rest, pending.channelId, { list: [...list, notice] }), announcement };
}

const modalWords = (problem: string): string =>
  problem === NO_ANSWER ? 'Something went wrong. Try again.' : problem;

export function modalOpened(state: State, event: ModalEvent): State {
  const modal: OpenModal = {
    id: event.id,
    channelId: event.channel_id,
    applicationId: event.application?.id ?? event.application_id ?? '',
    applicationName: event.application?.name ?? 'App',
    customId: event.custom_id,
    title: event.title,
    components: event.components,
  };
  return { ...interactionDone(state, event.nonce), modal };
}

/** Discord's reason codes: 2 is the missed deadline; anything else is a wrong answer. */
export function failureWords(reason: number | undefined): string {
  return reason === undefined || reason === 2 ? NO_ANSWER : FAILED;
}
