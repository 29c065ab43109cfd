import { ChannelType } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { label, modal, textInput } from '../../discord/ui-modal.ts';
import { channelSelect, roleSelect, select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { locales } from '../../i18n/translator.ts';
import {
  channelId,
  creatorRolesId,
  creatorsId,
  languageId,
  staffRoleId,
  zoneButtonId,
  zoneFormId,
  zonePart,
  zoneSelectId,
} from './custom-ids.ts';
import { commonZones, type GuildSettings, type PollCreators, wallTime } from './rules.ts';

const accent = 0xe8743b;
/** Roles that may create polls; Discord's menu allows 25. */
export const mostCreatorRoles = 10;

/** The setup panel; `note` says what just happened. `now` is UTC ms. */
export function setupPanel(settings: GuildSettings, t: Translate, now: number, note?: string): MessageBody {
  return {
    components: [
      container(
        [
          text(`## ${t('settings.panel.title')}\n${t('settings.panel.intro')}`),
          separator(),
          ...zonePanel(settings, t, now),
          ...languagePanel(settings, t),
          ...staffPanel(settings, t),
          separator(),
          ...channelPanel('polls', settings.pollsChannelId, t),
          ...channelPanel('notices', settings.noticesChannelId, t),
          separator(),
          ...creatorsPanel(settings, t),
          ...(note === undefined ? [] : [separator(), text(note)]),
        ],
        { accent },
      ),
    ],
  };
}

function heading(title: string, help: string) {
  return text(`**${title}**\n-# ${help}`);
}

function zonePanel(settings: GuildSettings, t: Translate, now: number) {
  const zone = settings.timeZone;
  const zones = commonZones.includes(zone) ? commonZones : [zone, ...commonZones];
  return [
    heading(
      t('settings.panel.zoneTitle'),
      t('settings.panel.zoneHelp', { zone, time: wallTime(now, zone, t.locale) }),
    ),
    row(
      select({
        id: zoneSelectId.build({}),
        placeholder: t('settings.panel.zonePlaceholder'),
        options: zones.map((each) => ({
          value: each,
          label: each.replaceAll('_', ' '),
          chosen: each === zone,
        })),
      }),
    ),
    row(button({ id: zoneButtonId.build({}), label: t('settings.panel.zoneOther') })),
  ];
}

function languagePanel(settings: GuildSettings, t: Translate) {
  return [
    heading(t('settings.panel.languageTitle'), t('settings.panel.languageHelp')),
    row(
      select({
        id: languageId.build({}),
        placeholder: t('settings.panel.languagePlaceholder'),
        options: locales.map((locale) => ({
          value: locale,
          label: t(`settings.languages.${locale}`),
          chosen: locale === settings.locale,
        })),
      }),
    ),
  ];
}

function staffPanel(settings: GuildSettings, t: Translate) {
  return [
    heading(t('settings.panel.staffTitle'), t('settings.panel.staffHelp')),
    row(
      roleSelect({
        id: staffRoleId.build({}),
        placeholder: t('settings.panel.staffPlaceholder'),
        min: 0,
        chosen: settings.staffRoleId === undefined ? [] : [settings.staffRoleId],
      }),
    ),
  ];
}

function channelPanel(what: 'polls' | 'notices', chosen: string | undefined, t: Translate) {
  return [
    heading(t(`settings.panel.${what}Title`), t(`settings.panel.${what}Help`)),
    row(
      channelSelect({
        id: channelId.build({ what }),
        placeholder: t(`settings.panel.${what}Placeholder`),
        min: 0,
        types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        chosen: chosen === undefined ? [] : [chosen],
      }),
    ),
  ];
}

const creators: readonly PollCreators[] = ['everyone', 'roles', 'staff'];

function creatorsPanel(settings: GuildSettings, t: Translate) {
  const who = row(
    select({
      id: creatorsId.build({}),
      placeholder: t('settings.panel.creatorsPlaceholder'),
      options: creators.map((each) => ({
        value: each,
        label: t(`settings.creators.${each}`),
        description: t(`settings.creators.${each}About`),
        chosen: each === settings.pollCreators,
      })),
    }),
  );
  if (settings.pollCreators !== 'roles') return [text(`**${t('settings.panel.creatorsTitle')}**`), who];
  const missing = settings.pollCreatorRoleIds.length === 0;
  return [
    missing
      ? heading(t('settings.panel.creatorsTitle'), t('settings.panel.creatorRolesMissing'))
      : text(`**${t('settings.panel.creatorsTitle')}**`),
    who,
    row(
      roleSelect({
        id: creatorRolesId.build({}),
        placeholder: t('settings.panel.creatorRolesPlaceholder'),
        min: 0,
        max: mostCreatorRoles,
        chosen: settings.pollCreatorRoleIds,
      }),
    ),
  ];
}

/** The form for a zone that is not in the menu. */
export function zoneForm(settings: GuildSettings, t: Translate) {
  return modal({
    id: zoneFormId.build({}),
    title: t('settings.zoneModal.title'),
    parts: [
      label(
        { label: t('settings.zoneModal.label'), description: t('settings.zoneModal.description') },
        textInput({
          id: zonePart,
          placeholder: t('settings.zoneModal.placeholder'),
          max: 60,
          value: settings.timeZone,
        }),
      ),
    ],
  });
}
