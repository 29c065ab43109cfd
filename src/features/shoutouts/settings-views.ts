import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ShoutoutSettings } from './model.ts';
import { type ShoutoutSetupPage, setupPageId, shoutoutSetupPages } from './settings-custom-ids.ts';
import { badgesPage, pacePage, placePage, valuesPage } from './settings-page-views.ts';
import { thanksColour } from './words-views.ts';

/** The panel for shout-outs: one of four pages, none with more than 21 of Discord's 40 components. */
export function shoutoutSetupPanel(
  settings: ShoutoutSettings,
  page: ShoutoutSetupPage,
  t: Translate,
  note?: string,
): MessageBody {
  return {
    components: [
      container(
        [
          text(`## ${t('shoutoutsSetup.title')}\n${intro(settings, t)}`),
          tabs(page, t),
          separator(),
          ...pageParts(settings, page, t),
          ...(note === undefined ? [] : [separator(), text(note)]),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

function intro({ channelId }: ShoutoutSettings, t: Translate): string {
  if (channelId === undefined) return t('shoutoutsSetup.off');
  return `${t('shoutoutsSetup.on', { channel: `<#${channelId}>` })} ${t('shoutoutsSetup.saved')}`;
}

function tabs(page: ShoutoutSetupPage, t: Translate) {
  return row(
    ...shoutoutSetupPages.map((each) =>
      button({
        id: setupPageId.build({ page: each }),
        label: t(`shoutoutsSetup.pages.${each}`),
        style: each === page ? 'primary' : 'secondary',
      }),
    ),
  );
}

function pageParts(
  settings: ShoutoutSettings,
  page: ShoutoutSetupPage,
  t: Translate,
): APIComponentInContainer[] {
  switch (page) {
    case 'place':
      return placePage(settings, t);
    case 'values':
      return valuesPage(settings, t);
    case 'pace':
      return pacePage(settings, t);
    case 'badges':
      return badgesPage(settings, t);
    default:
      return page satisfies never;
  }
}
