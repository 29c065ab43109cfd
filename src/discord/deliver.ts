import type { APIInteractionResponse } from 'discord-api-types/v10';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { callbackFor } from './bodies.ts';
import type { Trip } from './call.ts';
import type { CallbackOutcome, CallbackSender } from './callbacks.ts';
import type { Result } from './failure.ts';
import type { FollowUps } from './follow-ups.ts';
import type { Handled } from './handlers.ts';
import type { Ack, Reply } from './interaction.ts';
import { limits } from './limits.ts';
import { text } from './ui.ts';

/** What Discord has been told so far: nothing, or one of the deferrals. */
export type Told = 'nothing' | Exclude<Ack, 'now'>;

export type HandledTrip = Trip<Handled>;

/** What became of an answer. `late` and `already`: nobody saw it, and there is nothing more to say. */
export type Delivery = CallbackOutcome['kind'];

export interface Delivering {
  defer: (trip: HandledTrip, ack: Exclude<Ack, 'now'>) => Promise<Delivery>;
  /** Brings a handler's answer to the presser, by whichever way is still open. Never rejects. */
  deliver: (trip: HandledTrip, told: Told, reply: Reply) => Promise<Delivery>;
  /** The same for words that only the presser sees. */
  say: (trip: HandledTrip, told: Told, words: string) => Promise<Delivery>;
}

const deferrals: Record<Exclude<Ack, 'now'>, APIInteractionResponse> = {
  'defer-ephemeral': {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  'defer-public': { type: InteractionResponseType.DeferredChannelMessageWithSource },
  'defer-update': { type: InteractionResponseType.DeferredMessageUpdate },
};

export function delivering(deps: { callbacks: CallbackSender; followUps: FollowUps }): Delivering {
  const { callbacks, followUps } = deps;

  async function callback(
    trip: HandledTrip,
    response: APIInteractionResponse,
    reply?: Reply,
  ): Promise<Delivery> {
    const files = reply && 'files' in reply ? reply.files : undefined;
    const deadline = trip.receivedAt + limits.interactionMs;
    const outcome = await callbacks.send(trip.raw, response, { deadline, files });
    if ('reason' in outcome) trip.log.error({ reason: outcome.reason }, `answer ${outcome.kind}`);
    return outcome.kind;
  }

  async function deliver(trip: HandledTrip, told: Told, reply: Reply): Promise<Delivery> {
    if (told === 'nothing') return callback(trip, callbackFor(reply), reply);
    // A dialog can only be the very first answer.
    if (reply.kind === 'modal') return say(trip, told, trip.t('kit.refusals.tooLate'));
    const separate = told === 'defer-update' && reply.kind === 'reply';
    const sent = separate
      ? await followUps.send(trip.raw, reply.body, { ephemeral: reply.ephemeral, files: reply.files })
      : await followUps.editOriginal(trip.raw, reply.body, reply.files);
    return followedUp(trip, sent);
  }

  async function say(trip: HandledTrip, told: Told, words: string): Promise<Delivery> {
    const body = { components: [text(words)] };
    // What everybody would see must not hold a refusal for one person.
    if (told === 'defer-public') {
      await followUps.deleteOriginal(trip.raw);
      return followedUp(trip, await followUps.send(trip.raw, body, { ephemeral: true }));
    }
    return deliver(trip, told, { kind: 'reply', ephemeral: true, body });
  }

  return { defer: (trip, ack) => callback(trip, deferrals[ack]), deliver, say };
}

function followedUp(trip: HandledTrip, sent: Result<undefined>): Delivery {
  if (sent.ok) return 'answered';
  const { kind, reason } = sent.failure;
  trip.log.error({ reason }, 'follow-up not delivered');
  return kind === 'bug' ? 'refused' : 'lost';
}
