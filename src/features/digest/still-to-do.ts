import type { Suggestion } from './model.ts';
import type { DigestPolicy, DigestSources } from './ports.ts';

/** What of a suggestion nobody has done since a digest was due (UTC ms); of people only those who may be named. */
export function stillToDo(
  sources: Pick<DigestSources, 'answered' | 'settled' | 'thanked'>,
  { isPaused }: Pick<DigestPolicy, 'isPaused'>,
) {
  return (guildId: string, suggestion: Suggestion, since: number): Suggestion => {
    switch (suggestion.what) {
      case 'reply-newcomers':
      case 'reply-conversations': {
        const ids = suggestion.conversations.map(({ conversationId }) => conversationId);
        const answered = new Set(sources.answered(ids));
        const conversations = suggestion.conversations.filter(
          ({ conversationId, userId }) => !answered.has(conversationId) && !isPaused(guildId, userId),
        );
        return { ...suggestion, conversations };
      }
      case 'answer-ideas':
      case 'answer-questions': {
        const what = suggestion.what === 'answer-ideas' ? 'ideas' : 'questions';
        const ids = suggestion.items.map(({ id }) => id);
        const settled = new Set(sources.settled(guildId, what, ids));
        return { ...suggestion, items: suggestion.items.filter(({ id }) => !settled.has(id)) };
      }
      case 'thank': {
        const thanked = new Set(sources.thanked(guildId, suggestion.userIds, since));
        const userIds = suggestion.userIds.filter((id) => !thanked.has(id) && !isPaused(guildId, id));
        return { ...suggestion, userIds };
      }
      case 'wake-channel':
        return suggestion;
      default:
        return suggestion satisfies never;
    }
  };
}
