import type { Idea } from './model.ts';
import type { IdeaSummary } from './ports.ts';
import { goalOf } from './rules.ts';

/** A line in a list. Only for ideas that have a number. */
export function summaryOf(idea: Idea): IdeaSummary {
  const {
    id,
    number = 0,
    title,
    category,
    status,
    supporters,
    deadline,
    guildId,
    channelId,
    messageId,
  } = idea;
  const goal = goalOf(idea);
  return { id, number, title, category, status, supporters, goal, deadline, guildId, channelId, messageId };
}
