import type { Digest, Followed, Suggestion } from './model.ts';
import type { DigestSources } from './ports.ts';
import type { DigestRepository } from './repository.ts';

type Asked = Pick<DigestSources, 'answered' | 'settled' | 'thanked' | 'woken'>;

/** What became of the suggestions of a digest since it was due. */
export function followUp(
  last: Digest | undefined,
  { digests, sources }: { digests: Pick<DigestRepository, 'taken'>; sources: Asked },
): Followed[] {
  if (!last?.content) return [];
  const takers = digests.taken(last.id);
  return last.content.suggestions.map((suggestion) => ({
    kind: suggestion.what,
    ...doneOf(sources, last, suggestion),
    takenBy: takers.get(suggestion.what),
  }));
}

function doneOf(
  sources: Asked,
  { guildId, dueAt: since }: Digest,
  suggestion: Suggestion,
): { done: number; of: number } {
  switch (suggestion.what) {
    case 'reply-newcomers':
    case 'reply-conversations': {
      const ids = suggestion.conversations.map(({ conversationId }) => conversationId);
      return { done: sources.answered(ids).length, of: ids.length };
    }
    case 'answer-ideas':
    case 'answer-questions': {
      const what = suggestion.what === 'answer-ideas' ? 'ideas' : 'questions';
      const ids = suggestion.items.map(({ id }) => id);
      return { done: sources.settled(guildId, what, ids).length, of: ids.length };
    }
    case 'thank': {
      const { userIds } = suggestion;
      return { done: sources.thanked(guildId, userIds, since).length, of: userIds.length };
    }
    case 'wake-channel':
      return { done: sources.woken(guildId, suggestion.channelId, since) ? 1 : 0, of: 1 };
    default:
      return suggestion satisfies never;
  }
}
