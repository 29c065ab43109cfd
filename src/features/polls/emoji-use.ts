import type { Poll, PollOption } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { StoredPoll } from './poll-row.ts';

/** Whether Hearth may use this custom emoji of the server now. */
export type EmojiUse = (guildId: string, emojiId: string) => boolean;

/**
 * Polls as they can be shown now: a custom emoji that has been deleted since is left out, for Discord refuses a
 * whole message whose button or menu has one (50035, BUTTON_COMPONENT_INVALID_EMOJI). What is stored stays.
 */
export function withUsableEmoji(polls: PollRepository, isUsable: EmojiUse): PollRepository {
  const shown = (stored: StoredPoll | undefined): StoredPoll | undefined => {
    if (!stored?.poll.options.some(hasCustomEmoji)) return stored;
    return { ...stored, poll: withoutLost(stored.poll, isUsable) };
  };
  return {
    ...polls,
    find: (id) => shown(polls.find(id)),
    findByMessage: (messageId) => shown(polls.findByMessage(messageId)),
  };
}

const hasCustomEmoji = ({ emoji }: PollOption): boolean => emoji?.startsWith('<') ?? false;

function withoutLost(poll: Poll, isUsable: EmojiUse): Poll {
  const options = poll.options.map((option) => {
    const id = /:(\d+)>$/u.exec(option.emoji ?? '')?.[1];
    return id === undefined || isUsable(poll.guildId, id) ? option : { label: option.label };
  });
  return { ...poll, options };
}
