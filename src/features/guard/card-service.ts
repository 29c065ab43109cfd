import { UserError } from '../../shared/user-error.ts';
import type { CardRepository } from './card-repository.ts';
import type { FirstRepository } from './first-repository.ts';
import type { Card, FullCard } from './model.ts';
import type { By, GuardQueue } from './ports.ts';

export type CardService = ReturnType<typeof createCardService>;

/** Who looks after a card. All here are writes and refuse with UserErrors; a second time changes nothing. */
export function createCardService(parts: {
  firsts: FirstRepository;
  cards: CardRepository;
  queue: GuardQueue;
}) {
  const { firsts, cards, queue } = parts;

  const cardOf = ({ guildId }: By, cardId: number): Card => {
    const card = cards.find(cardId);
    if (card?.guildId !== guildId) throw new UserError('guard.refusals.gone');
    return card;
  };
  const change = (by: By, cardId: number, taker: string | undefined): FullCard => {
    const { takenBy } = cardOf(by, cardId);
    if (takenBy !== taker) {
      cards.take(cardId, taker, taker === undefined ? undefined : by.now);
      // The answer to the press may be lost: it is shown for certain.
      queue.look(by.guildId, by.now);
    }
    return { ...cardOf(by, cardId), firsts: firsts.ofCard(cardId) };
  };
  const refuseOthers = (by: By, cardId: number): void => {
    const { takenBy } = cardOf(by, cardId);
    if (takenBy !== undefined && takenBy !== by.userId)
      throw new UserError('guard.refusals.taken', { user: `<@${takenBy}>` });
  };

  return {
    /** Refuses what somebody else has. */
    take(by: By, cardId: number): FullCard {
      refuseOthers(by, cardId);
      return change(by, cardId, by.userId);
    },
    /** Others may take it again. Whoever has it may, and staff. */
    giveBack(by: By, cardId: number, isStaff: boolean): FullCard {
      if (!isStaff) refuseOthers(by, cardId);
      return change(by, cardId, undefined);
    },
  };
}
