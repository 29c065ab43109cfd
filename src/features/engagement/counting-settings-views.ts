import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, section, separator, text } from '../../discord/ui.ts';
import { label, modal, textInput } from '../../discord/ui-modal.ts';
import { channelSelect } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { keepFormId, keepId, leftOutId, monthsPart } from './counting-settings-custom-ids.ts';
import { type CountingState, MOST_LEFT_OUT, retentionLimits } from './counting-settings-service.ts';

const colour = 0x5b8def;

/** Whatever people write or talk in, and what holds such. Discord's schema knows no media channels here. */
const channelTypes: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildCategory,
];

/** What admins decide about counting. */
export function countingPanel(state: CountingState, t: Translate, note?: string): MessageBody {
  const { leftOut, retentionMonths: months } = state;
  const forMenu = leftOut.slice(0, MOST_LEFT_OUT);
  return {
    components: [
      container(
        [
          text(`## ${t('counting.setup.title')}\n${t('counting.setup.intro')}`),
          separator(),
          text(
            `**${t('counting.setup.leftOutTitle')}**\n${t('counting.setup.leftOutHelp')}\n-# ${t('counting.setup.leftOutThen')}`,
          ),
          row(
            channelSelect({
              id: leftOutId.build({}),
              placeholder: t('counting.setup.leftOutNone'),
              min: 0,
              max: MOST_LEFT_OUT,
              types: channelTypes,
              chosen: forMenu,
            }),
          ),
          section(
            `**${t('counting.setup.keepTitle')}**\n${t('counting.setup.keep', { months })}`,
            button({ id: keepId.build({}), label: t('counting.setup.change') }),
          ),
          ...(note === undefined ? [] : [separator(), text(note)]),
        ],
        { accent: colour },
      ),
    ],
  };
}

/** For how long rows of members are kept. */
export function keepForm(
  { retentionMonths }: CountingState,
  t: Translate,
): APIModalInteractionResponseCallbackData {
  const { min, max } = retentionLimits;
  return modal({
    id: keepFormId.build({}),
    title: t('counting.setup.formTitle'),
    parts: [
      label(
        {
          label: t('counting.setup.formLabel'),
          description: t('counting.setup.formHelp', { min: String(min), max: String(max) }),
        },
        textInput({ id: monthsPart, value: String(retentionMonths), max: 20 }),
      ),
    ],
  });
}
