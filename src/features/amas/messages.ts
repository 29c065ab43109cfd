import { type AnswerMessages, answerMessages } from './answer-messages.ts';
import { type DirectMessages, directMessages } from './direct-messages.ts';
import { type EventMessages, eventMessages } from './event-messages.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import { type MovedMessages, movedMessages } from './moved-messages.ts';
import { type PlaceMessages, placeMessages } from './place-messages.ts';
import { type StaffMessages, staffMessages } from './staff-messages.ts';

/** Everything of AMAs that stands on Discord. */
export interface AmaMessages {
  places: PlaceMessages;
  answers: AnswerMessages;
  staff: StaffMessages;
  direct: DirectMessages;
  event: EventMessages;
  moved: MovedMessages;
}

export function amaMessages(deps: AmaMessagesDeps): AmaMessages {
  return {
    places: placeMessages(deps),
    answers: answerMessages(deps),
    staff: staffMessages(deps),
    direct: directMessages(deps),
    event: eventMessages(deps),
    moved: movedMessages(deps),
  };
}
