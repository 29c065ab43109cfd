import type { Idea, IdeaEvent } from './model.ts';
import { mayBecome } from './transitions.ts';

/** An entry of the trail as staff sees it: without the name of an author who wants none. */
export function shownEvent(event: IdeaEvent, idea: Idea): IdeaEvent {
  const { actorId } = event;
  if (actorId === undefined || !hiddenNames(idea).includes(actorId) || isDeedOfStaff(event)) return event;
  return { ...event, actorId: undefined };
}

function hiddenNames({ anonymous, authorId, suggestedBy, consent }: Idea): readonly string[] {
  if (anonymous) return suggestedBy === undefined ? [authorId] : [authorId, suggestedBy];
  return consent === 'refused' ? [authorId] : [];
}

/** Staff answers for what it does by name; that says nothing about whose idea it is. */
function isDeedOfStaff({ kind, from, to, detail }: IdeaEvent): boolean {
  switch (kind) {
    case 'status':
      return from !== undefined && to !== undefined && mayBecome('decided', from, to);
    case 'edited':
      return detail['by'] === 'staff';
    case 'posted':
    case 'merged':
    case 'reported':
    case 'author-blocked':
    case 'author-unblocked':
    case 'author-revealed':
      return true;
    case 'submitted':
    case 'rung':
    case 'updated':
    case 'merge-undone':
    case 'objected':
    case 'second-chance':
    case 'consent':
    case 'lost':
    case 'overdue':
      return false;
    default:
      return kind satisfies never;
  }
}
