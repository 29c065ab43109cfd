import { InteractionType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Locale } from '../i18n/translate.ts';
import type { Clock } from '../platform/clock.ts';
import { shortCode } from '../platform/ids.ts';
import type { Random } from '../platform/random.ts';
import type { Timers } from '../platform/timers.ts';
import { UserError } from '../shared/user-error.ts';
import { callFor, startTrip } from './call.ts';
import type { CallbackSender } from './callbacks.ts';
import { type Delivery, delivering, type HandledTrip, type Told } from './deliver.ts';
import type { FollowUps } from './follow-ups.ts';
import { type Handled, type Handlers, labelOf, type Work } from './handlers.ts';
import type { Call, Reply } from './interaction.ts';
import { allows, permissionNames, permissionWords } from './permissions.ts';
import { type PresentedError, presentError } from './present-error.ts';
import { settledWithin } from './settled-within.ts';

export interface HandlingDeps {
  callbacks: CallbackSender;
  followUps: FollowUps;
  clock: Clock;
  timers: Timers;
  random: Random;
  log: Logger;
  /** The guild's language, from its settings; quick and from memory. */
  localeOf: (guildId: string) => Locale;
}

/** For the log: how the work ended, and whether the presser learnt of it. */
interface Outcome {
  outcome: 'done' | 'not started' | PresentedError['outcome'];
  delivery: Delivery;
  code?: string;
  slow?: true;
}

/**
 * A handler that has not answered by then is deferred, which leaves 0.6 s for the way to Discord. Its work goes
 * on; what comes of it, also that nothing could be saved, is told afterwards.
 */
const patienceMs = 2400;

/** Takes one command, press or submitted dialog from its arrival to its line in the log. */
export function handling(known: Handlers, deps: HandlingDeps): (raw: Handled) => Promise<void> {
  const { clock, timers, random, log } = deps;
  const { defer, deliver, say } = delivering(deps);

  /** Says what went wrong, in words, and returns how that ended and what the log shall call it. */
  async function apologise(trip: HandledTrip, told: Told, error: unknown): Promise<Outcome> {
    const { words, outcome, code } = presentError(error, trip.t, shortCode(random));
    if (outcome === 'failed') trip.log.error({ err: error, reference: code }, 'handler failed');
    if (outcome === 'storage') trip.log.error({ err: error }, 'not saved');
    const delivery = await say(trip, told, words);
    return { outcome, code, delivery };
  }

  /** A body that Discord finds wrong is a mistake in a view: the presser still gets an answer. */
  async function answer(trip: HandledTrip, told: Told, reply: Reply): Promise<Outcome> {
    const delivery = await deliver(trip, told, reply);
    if (delivery === 'refused') return apologise(trip, told, new Error('Discord refused the answer'));
    return { outcome: 'done', delivery };
  }

  async function finish(trip: HandledTrip, told: Told, reply: Promise<Reply>): Promise<Outcome> {
    try {
      return await answer(trip, told, await reply);
    } catch (error) {
      return apologise(trip, told, error);
    }
  }

  async function runNow(trip: HandledTrip, work: Work, call: Call): Promise<Outcome> {
    const result = work.run(call);
    if (!(result instanceof Promise)) return answer(trip, 'nothing', result);
    const reply: Promise<Reply> = result;
    const left = trip.receivedAt + patienceMs - clock.now();
    if (await settledWithin(reply, left, timers)) return finish(trip, 'nothing', reply);
    const ack = 'message' in trip.raw && trip.raw.message ? 'defer-update' : 'defer-ephemeral';
    const delivery = await defer(trip, ack);
    if (mayGoOn(delivery)) return { ...(await finish(trip, ack, reply)), slow: true };
    await reply.catch((error: unknown) => trip.log.error({ err: error }, 'handler failed after its time'));
    return { outcome: 'done', delivery, slow: true };
  }

  async function attempt(trip: HandledTrip): Promise<Outcome> {
    const { raw, t } = trip;
    const call = callFor(trip, deps.localeOf);
    if (!call) throw new UserError('kit.refusals.serverOnly');
    const work = known.find(raw);
    if (!work) throw new UserError(unknownCode(raw));
    if (!allows(call.actor.permissions, work.requires)) {
      const names = permissionNames(work.requires);
      throw new UserError('kit.refusals.missingPermission', { permissions: permissionWords(t, names) });
    }
    if (work.ack === 'now') return runNow(trip, work, call);
    // The work starts only when it is known that its result can be told.
    const delivery = await defer(trip, work.ack);
    if (!mayGoOn(delivery)) return { outcome: 'not started', delivery };
    return finish(
      trip,
      work.ack,
      Promise.resolve().then(() => work.run(call)),
    );
  }

  return async (raw) => {
    const trip = startTrip(raw, clock.now(), log);
    const outcome = await attempt(trip).catch((error: unknown) => apologise(trip, 'nothing', error));
    const ms = clock.now() - trip.receivedAt;
    log.info({ interaction: raw.id, guild: raw.guild_id, ...labelOf(raw), ...outcome, ms }, 'handled');
  };
}

/** Where nobody can know whether the answer arrived, the follow-up may still reach them. */
function mayGoOn(delivery: Delivery): boolean {
  return delivery === 'answered' || delivery === 'lost';
}

function unknownCode(raw: Handled) {
  return raw.type === InteractionType.ApplicationCommand
    ? 'kit.refusals.unknownCommand'
    : 'kit.refusals.outOfDate';
}
