import {
  type ApplicationCommandOptionType,
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { asModel, type Body, choice, integer, list, model } from './fields.ts';
import { at, bodySpot, fault, type Spot, settle } from './form.ts';
import { checkChoice } from './validate-command-options.ts';
import {
  inspectMessageCreate,
  inspectMessageEdit,
  type MessageContext,
  type MessageFacts,
  refuseEmpty,
} from './validate-message.ts';
import { inspectModal } from './validate-modal.ts';

export interface CallbackContext extends Omit<MessageContext, 'interaction' | 'existing'> {
  readonly interactionType: InteractionType;
  /** The message whose component was used, or that opened the modal: what callback types 6 and 7 act on. */
  readonly message?: MessageFacts | undefined;
  /** Type of the option that autocomplete was asked for. */
  readonly optionType?: ApplicationCommandOptionType;
}

const MESSAGE: readonly Callback[] = [
  Callback.ChannelMessageWithSource,
  Callback.DeferredChannelMessageWithSource,
];
const UPDATE: readonly Callback[] = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];
const { Modal, LaunchActivity } = Callback;

/** What may answer each kind of interaction: a modal never answers a modal, choices only autocomplete. */
const ANSWERS: Record<InteractionType, readonly Callback[]> = {
  [InteractionType.Ping]: [Callback.Pong],
  [InteractionType.ApplicationCommand]: [...MESSAGE, Modal, LaunchActivity],
  [InteractionType.MessageComponent]: [...MESSAGE, ...UPDATE, Modal, LaunchActivity],
  [InteractionType.ApplicationCommandAutocomplete]: [Callback.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [...MESSAGE, LaunchActivity],
};
/** A modal that a message's component opened can change that message. */
const ANSWERS_TO_MODAL_OF_MESSAGE: readonly Callback[] = [...MESSAGE, ...UPDATE, LaunchActivity];

function allowedTypes({ interactionType, message }: CallbackContext): readonly Callback[] {
  const modal = interactionType === InteractionType.ModalSubmit;
  return modal && message ? ANSWERS_TO_MODAL_OF_MESSAGE : ANSWERS[interactionType];
}

/**
 * The first answer to an interaction, `{type, data}`. Whether it comes in time and only once is the caller's to know.
 * @throws DiscordError 50035 (paths start with `data`), 50006, 40005, 520003, 500
 */
export function checkInteractionCallback(value: unknown, context: CallbackContext): void {
  const spot = bodySpot();
  const body = asModel(spot, value);
  const type = body && choice(spot, body, 'type', allowedTypes(context), { required: true });
  const empty = body && type !== undefined && checkData(spot, body, type, context);
  settle(spot);
  if (empty) refuseEmpty();
}

/** Answers whether it would show an empty message. */
function checkData(spot: Spot, body: Body, type: Callback, context: CallbackContext): boolean {
  const place = at(spot, 'data');
  const data = body['data'] ?? undefined;
  const { message } = context;
  if (type === Callback.ChannelMessageWithSource) {
    return inspectMessageCreate(place, data ?? {}, { ...context, interaction: true });
  }
  if (type === Callback.UpdateMessage) {
    // Without data the message stays as it is.
    if (data === undefined || message === undefined) return false;
    return inspectMessageEdit(place, data, message, { ...context, interaction: true });
  }
  if (type === Modal) inspectModal(place, data ?? {}, context);
  else if (type === Callback.ApplicationCommandAutocompleteResult) checkAutocomplete(spot, body, context);
  else checkDeferral(spot, body, type);
  return false;
}

/** A deferral only says whether the answer will be ephemeral: V2 has to wait for the edit. */
function checkDeferral(spot: Spot, body: Body, type: Callback): void {
  const data = model(spot, body, 'data');
  if (!data) return;
  const place = at(spot, 'data');
  const flags = integer(place, data, 'flags', { min: 0 }) ?? 0;
  const allowed = type === Callback.DeferredChannelMessageWithSource ? MessageFlags.Ephemeral : 0;
  if ((flags & ~allowed) !== 0) {
    fault(at(place, 'flags'), 'MESSAGE_FLAGS_INVALID', 'A deferred response can only be ephemeral');
  }
}

function checkAutocomplete(spot: Spot, body: Body, context: CallbackContext): void {
  const data = model(spot, body, 'data', { required: true });
  if (!data) return;
  const place = at(spot, 'data');
  const choices = list(place, data, 'choices', { required: true, max: 25 });
  for (const [i, one] of (choices ?? []).entries()) {
    checkChoice(at(at(place, 'choices'), i), one, context.optionType);
  }
}
