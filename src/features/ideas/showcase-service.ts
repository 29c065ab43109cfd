import type { IdeaService } from './ports.ts';
import type { ShowcaseRepository } from './showcase-repository.ts';
import { summaryOf } from './summary.ts';

/** More than a message can show; a server with more of them has lost sight of them. */
const MOST_OPEN = 50;
const MOST_SHIPPED = 10;

/** What a server shows of its ideas, and what it learns of what people say. */
export function createShowcaseService({
  showcase,
}: {
  showcase: ShowcaseRepository;
}): Pick<IdeaService, 'roadmap' | 'noteComment' | 'shippedBy'> {
  return {
    roadmap: (guildId) => ({
      planned: showcase.byStatus(guildId, 'planned', MOST_OPEN).map(summaryOf),
      inProgress: showcase.byStatus(guildId, 'in-progress', MOST_OPEN).map(summaryOf),
      shipped: showcase.byStatus(guildId, 'shipped', MOST_SHIPPED).map(summaryOf),
    }),
    shippedBy: (guildId, userId) => showcase.shippedBy(guildId, userId),
    noteComment: (comment) => showcase.noteComment(comment),
  };
}
