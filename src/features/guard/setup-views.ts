import { ChannelType } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, section, separator, text } from '../../discord/ui.ts';
import { label, modal, textInput } from '../../discord/ui-modal.ts';
import { channelSelect, roleSelect } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  guardChannelId,
  guardMinutesFormId,
  guardMinutesId,
  guardRoleId,
  minutesPart,
} from './custom-ids.ts';
import { type GuardSettings, minutesLimits } from './model.ts';

const colour = 0x5b8def;

/** Where cards may stand. */
export const channelTypes: readonly ChannelType[] = [ChannelType.GuildText];

/** What admins decide about newcomers. */
export function guardPanel(settings: GuardSettings, t: Translate, note?: string): MessageBody {
  const { channelId, minutes, greeterRoleId } = settings;
  return {
    components: [
      container(
        [
          text(`## ${t('guard.setup.title')}\n${t('guard.setup.intro')}`),
          separator(),
          text(
            `**${t('guard.setup.channelTitle')}**\n${t(channelId ? 'guard.setup.on' : 'guard.setup.off')}`,
          ),
          row(
            channelSelect({
              id: guardChannelId.build({}),
              placeholder: t('guard.setup.channel'),
              min: 0,
              types: channelTypes,
              chosen: channelId === undefined ? [] : [channelId],
            }),
          ),
          text(`**${t('guard.setup.roleTitle')}**\n${t('guard.setup.roleHelp')}`),
          row(
            roleSelect({
              id: guardRoleId.build({}),
              placeholder: t('guard.setup.role'),
              min: 0,
              chosen: greeterRoleId === undefined ? [] : [greeterRoleId],
            }),
          ),
          section(
            `**${t('guard.setup.minutesTitle')}**\n${t('guard.setup.minutes', { minutes })}`,
            button({ id: guardMinutesId.build({}), label: t('guard.setup.change') }),
          ),
          ...(note === undefined ? [] : [separator(), text(note)]),
        ],
        { accent: colour },
      ),
    ],
  };
}

/** How long there is time for an answer. */
export function minutesForm({ minutes }: GuardSettings, t: Translate) {
  const { min, max } = minutesLimits;
  return modal({
    id: guardMinutesFormId.build({}),
    title: t('guard.setup.formTitle'),
    parts: [
      label(
        {
          label: t('guard.setup.formLabel'),
          description: t('guard.setup.formHelp', { min: String(min), max: String(max) }),
        },
        textInput({ id: minutesPart, value: String(minutes), max: 20 }),
      ),
    ],
  });
}
