import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, section, text } from '../../discord/ui.ts';
import { messageLink, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { elsewhereId } from './custom-ids.ts';
import type { Doable, Suggestion, Unanswered } from './model.ts';
import { digestColour, titleText } from './words-views.ts';

/** Things in a list. */
const MOST = 10;
const TITLE = 100;

type Elsewhere = Exclude<Suggestion['what'], 'reply-newcomers' | 'reply-conversations'>;

/** What stands behind a suggestion's button: what to do, and with what. */
export function suggestionView(guildId: string, suggestion: Suggestion, t: Translate): MessageBody {
  const { what } = suggestion;
  const things = thingsOf(guildId, suggestion, t);
  return {
    components: [
      container(
        [
          text(`### ${t(`digest.do.${what}.title`)}`),
          ...(things.length === 0
            ? [text(t('digest.do.done'))]
            : [text(t(`digest.do.${what}.how`)), ...things]),
        ],
        { accent: digestColour },
      ),
    ],
  };
}

function thingsOf(guildId: string, suggestion: Suggestion, t: Translate): APIComponentInContainer[] {
  switch (suggestion.what) {
    case 'reply-newcomers':
    case 'reply-conversations': {
      const lines = suggestion.conversations.slice(0, MOST).map((each) => waiting(guildId, each, t));
      return lines.length === 0 ? [] : [text(lines.join('\n'))];
    }
    case 'answer-ideas':
    case 'answer-questions':
      return distinct(suggestion.items, ({ id }) => String(id)).map((each) =>
        doable(suggestion.what, each, t),
      );
    case 'thank':
      return distinct(suggestion.userIds, (id) => id).map((userId) =>
        thing('thank', userId, `<@${userId}>`, t),
      );
    case 'wake-channel':
      return [thing('wake-channel', suggestion.channelId, `<#${suggestion.channelId}>`, t)];
    default:
      return suggestion satisfies never;
  }
}

/** Two buttons for one thing would have the same id. */
const distinct = <T>(things: readonly T[], key: (thing: T) => string): T[] =>
  [...new Map(things.map((each) => [key(each), each])).values()].slice(0, MOST);

function waiting(guildId: string, { channelId, messageId, userId, at }: Unanswered, t: Translate): string {
  const link = messageLink({ guildId, channelId, messageId });
  return t('digest.do.waiting', {
    who: `<@${userId}>`,
    at: stamp(at, 'R'),
    channel: `<#${channelId}>`,
    link,
  });
}

const doable = (what: Elsewhere, { id, title, url }: Doable, t: Translate) =>
  thing(what, String(id), titleText(shown(title, TITLE) === '' ? '' : title, url, TITLE, t), t);

const thing = (what: Elsewhere, id: string, words: string, t: Translate) =>
  section(words, button({ id: elsewhereId.build({ what, id }), label: t(`digest.do.${what}.button`) }));
