import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { InteractionResponseType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Locale } from '../i18n/translate.ts';
import type { Clock } from '../platform/clock.ts';
import type { Timers } from '../platform/timers.ts';
import { callFor, startTrip, type Trip } from './call.ts';
import type { CallbackSender } from './callbacks.ts';
import type { Handlers } from './handlers.ts';
import { subcommandOf } from './inputs.ts';
import { fit, limits } from './limits.ts';
import { settledWithin } from './settled-within.ts';

type Choices = APIApplicationCommandOptionChoice[];

export interface AutocompleteDeps {
  callbacks: CallbackSender;
  clock: Clock;
  timers: Timers;
  log: Logger;
  localeOf: (guildId: string) => Locale;
}

const patienceMs = 2000;

/** Offers choices while somebody types. Whatever goes wrong, they see an empty list and can go on typing. */
export async function autocomplete(
  raw: APIApplicationCommandAutocompleteInteraction,
  known: Handlers,
  deps: AutocompleteDeps,
): Promise<void> {
  const trip = startTrip(raw, deps.clock.now(), deps.log);
  const found = choicesFor(trip, known, deps).catch((error: unknown): Choices => {
    trip.log.warn({ err: error, command: raw.data.name }, 'autocomplete failed');
    return [];
  });
  const choices = (await settledWithin(found, patienceMs, deps.timers)) ? await found : [];
  await deps.callbacks.send(
    raw,
    {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: acceptable(choices) },
    },
    { deadline: trip.receivedAt + limits.interactionMs },
  );
}

async function choicesFor(
  trip: Trip<APIApplicationCommandAutocompleteInteraction>,
  known: Handlers,
  deps: AutocompleteDeps,
): Promise<Choices> {
  const handler = known.findSubcommand(trip.raw.data.name, subcommandOf(trip.raw));
  const call = callFor(trip, deps.localeOf);
  return call && handler?.autocomplete ? handler.autocomplete(call) : [];
}

/** One choice that Discord refuses would lose them all. */
function acceptable(choices: Choices): Choices {
  return choices
    .filter(({ value }) => String(value).length <= limits.choiceText && value !== '')
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: fit(name, limits.choiceText), value }));
}
