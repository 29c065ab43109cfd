import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, mediaGallery, row, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { blockNames, explainId, suggestionId, tableId } from './custom-ids.ts';
import { blockText, headlineText } from './figure-views.ts';
import type { DigestContent, Suggestion } from './model.ts';
import { hoursAlt, trendAlt } from './picture-views.ts';
import { notesText, storyTexts } from './story-views.ts';
import { digestColour, periodText } from './words-views.ts';

/** The names of files that are sent along; undefined: it goes without. */
export interface DigestPictures {
  trend: string | undefined;
  hours: string | undefined;
}

export interface ShownDigest {
  guildId: string;
  /** `PREVIEW` where it is not kept. */
  digestId: number;
  content: DigestContent;
  pictures: DigestPictures;
}

/** Buttons in one row. */
const MOST_SUGGESTIONS = 3;

/** The weekly post: one screen, the most important first. */
export function digestView({ guildId, digestId, content, pictures }: ShownDigest, t: Translate): MessageBody {
  const { headline, figures, period } = content;
  const head = [
    `## ${headlineText(headline, figures, t)}`,
    `-# ${t('digest.post.about', { period: periodText(period, t) })}`,
    ...notesText(content, t).map((note) => `-# ${note}`),
  ];
  const blocks = blockNames.map((block) => text(blockText(block, figures, t)));
  const stories = storyTexts(guildId, content, t).map((each) => text(each));
  return {
    components: [
      container(
        [
          text(head.join('\n')),
          separator(),
          ...blocks,
          text(`-# ${t('digest.post.key')}`),
          ...galleries(content, pictures, t),
          ...(stories.length > 0 ? [separator(), ...stories] : []),
          separator(),
          ...suggestions(digestId, content.suggestions, t),
          row(
            button({ id: tableId.build({ digest: digestId }), label: t('digest.post.table'), emoji: '📋' }),
            button({
              id: explainId.build({ block: 'growth' }),
              label: t('digest.post.explain'),
              emoji: '❔',
            }),
          ),
        ],
        { accent: digestColour },
      ),
    ],
  };
}

/** One for each picture: two beside each other are too small to read on a phone. */
function galleries(content: DigestContent, { trend, hours }: DigestPictures, t: Translate) {
  return [
    ...(trend === undefined ? [] : [mediaGallery([{ file: trend, alt: trendAlt(content, t) }])]),
    ...(hours === undefined ? [] : [mediaGallery([{ file: hours, alt: hoursAlt(content, t) }])]),
  ];
}

function suggestions(digestId: number, all: readonly Suggestion[], t: Translate) {
  const shown = distinct(all).slice(0, MOST_SUGGESTIONS);
  const heading = t('digest.post.suggestions');
  if (shown.length === 0) return [text(`${heading}\n${t('digest.post.nothing')}`)];
  return [
    text(heading),
    row(
      ...shown.map((each, index) =>
        button({
          id: suggestionId.build({ digest: digestId, what: each.what }),
          label: t(`digest.suggest.${each.what}`, { count: sizeOf(each) }),
          style: index === 0 ? 'primary' : 'secondary',
        }),
      ),
    ),
  ];
}

/** Two buttons of a kind would have the same id. */
const distinct = (all: readonly Suggestion[]): Suggestion[] =>
  [...new Map(all.toReversed().map((each) => [each.what, each])).values()].toReversed();

export function sizeOf(suggestion: Suggestion): number {
  if ('conversations' in suggestion) return suggestion.conversations.length;
  if ('items' in suggestion) return suggestion.items.length;
  return 'userIds' in suggestion ? suggestion.userIds.length : 1;
}
