import { type BoardMessages, boardMessages } from './board-messages.ts';
import { type CardMessages, cardMessages } from './card-messages.ts';
import type { IdeaMessagesDeps } from './messages-deps.ts';
import { type PostSync, postSync } from './post-sync.ts';
import { type StaffMessages, staffMessages } from './staff-messages.ts';
import { type ThreadMessages, threadMessages } from './thread-messages.ts';

/** Everything of ideas that stands in channels. */
export interface IdeaMessages {
  card: CardMessages;
  post: PostSync;
  thread: ThreadMessages;
  staff: StaffMessages;
  board: BoardMessages;
}

export function ideaMessages(deps: IdeaMessagesDeps): IdeaMessages {
  const card = cardMessages(deps);
  return {
    card,
    post: postSync({ ...deps, tags: card.tags }),
    thread: threadMessages(deps),
    staff: staffMessages(deps),
    board: boardMessages(deps),
  };
}
