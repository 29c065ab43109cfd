import type { APIComponentInContainer } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { button, row, section, text } from '../../discord/ui.ts';
import { channelSelect, select } from '../../discord/ui-select.ts';
import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type ShoutoutSettings, shoutoutLimits, type Value } from './model.ts';
import { RENEW_MS, RENEW_NEW_MS } from './ports.ts';
import {
  type ShoutoutSwitch,
  setupBadgeId,
  setupChannelId,
  setupEditId,
  setupSwitchId,
  setupValueId,
  shoutoutSwitches,
} from './settings-custom-ids.ts';
import { milestoneText, plainValue, valueText } from './words-views.ts';

const DAY_MS = 86_400_000;

/** Where cards may stand. */
export const channelTypes: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

function heading(title: string, help: string) {
  return text(`**${title}**\n-# ${help}`);
}

/** Where cards stand, and what belongs to them. */
export function placePage(settings: ShoutoutSettings, t: Translate): APIComponentInContainer[] {
  const { channelId } = settings;
  return [
    heading(t('shoutoutsSetup.place.channelTitle'), t('shoutoutsSetup.place.channelHelp')),
    row(
      channelSelect({
        id: setupChannelId.build({}),
        placeholder: t('shoutoutsSetup.place.channelPlaceholder'),
        min: 0,
        types: channelTypes,
        chosen: channelId === undefined ? [] : [channelId],
      }),
    ),
    ...shoutoutSwitches.map((what) => toggle(what, settings[what], t)),
  ];
}

function toggle(what: ShoutoutSwitch, isOn: boolean, t: Translate) {
  const state = t(`shoutoutsSetup.place.${what}${isOn ? 'On' : 'Off'}`);
  return section(
    `**${t(`shoutoutsSetup.place.${what}Title`)}**\n${state}`,
    button({
      id: setupSwitchId.build({ what, to: isOn ? 'off' : 'on' }),
      label: t(isOn ? 'shoutoutsSetup.turnOff' : 'shoutoutsSetup.turnOn'),
    }),
  );
}

/** What shout-outs stand for. */
export function valuesPage({ values }: ShoutoutSettings, t: Translate): APIComponentInContainer[] {
  const full = values.length >= shoutoutLimits.values;
  const notes = [
    ...(values.length === 1 ? [`-# ${t('shoutoutsSetup.values.one')}`] : []),
    ...(full ? [t('shoutoutsSetup.values.full')] : []),
  ];
  return [
    heading(t('shoutoutsSetup.values.title'), t('shoutoutsSetup.values.help')),
    text(
      values.length === 0
        ? t('shoutoutsSetup.values.none')
        : [...values.map((each) => valueLine(each, t)), ...notes].join('\n'),
    ),
    ...(values.length === 0 ? [] : [row(valueMenu(values, t))]),
    row(
      button({
        id: setupEditId.build({ what: 'value' }),
        label: t('shoutoutsSetup.values.add'),
        disabled: full,
      }),
    ),
  ];
}

/** A server's own emoji shows as its picture, so the emoji is not escaped. */
function valueLine(value: Value, t: Translate): string {
  const name = `**${valueText(value.key, [value])}**`;
  const description = shown(value.description, shoutoutLimits.valueDescription * 2);
  if (description === '') return t('shoutoutsSetup.values.line', { value: name });
  return t('shoutoutsSetup.values.described', { value: name, description });
}

function valueMenu(values: readonly Value[], t: Translate) {
  return select({
    id: setupValueId.build({}),
    placeholder: t('shoutoutsSetup.values.pick'),
    options: values.map((each) => ({
      value: each.key,
      label: plainValue({ ...each, emoji: '' }),
      emoji: each.emoji,
    })),
  });
}

/** How many, how often. */
export function pacePage(settings: ShoutoutSettings, t: Translate): APIComponentInContainer[] {
  const { budget: count, pairDays: days, backHours: hours } = settings;
  const renewal = { renew: String(RENEW_MS / DAY_MS), renewNew: String(RENEW_NEW_MS / DAY_MS) };
  const waits = `${t('shoutoutsSetup.pace.pair', { days })}\n${t('shoutoutsSetup.pace.back', { hours })}`;
  return [
    text(
      `**${t('shoutoutsSetup.pace.budgetTitle')}**\n${t('shoutoutsSetup.pace.budget', { count, ...renewal })}`,
    ),
    text(`**${t('shoutoutsSetup.pace.waitsTitle')}**\n${waits}`),
    row(button({ id: setupEditId.build({ what: 'pace' }), label: t('shoutoutsSetup.change') })),
  ];
}

/** Roles for milestones. */
export function badgesPage({ badges }: ShoutoutSettings, t: Translate): APIComponentInContainer[] {
  const lines = badges.map(({ milestone, roleId }) =>
    t('shoutoutsSetup.badges.line', { milestone: milestoneText(milestone, t), role: `<@&${roleId}>` }),
  );
  const menu = () =>
    select({
      id: setupBadgeId.build({}),
      placeholder: t('shoutoutsSetup.badges.remove'),
      options: badges.map(({ milestone }) => ({ value: milestone, label: milestoneText(milestone, t) })),
    });
  return [
    heading(t('shoutoutsSetup.badges.title'), t('shoutoutsSetup.badges.help')),
    text(lines.length === 0 ? t('shoutoutsSetup.badges.none') : lines.join('\n')),
    ...(badges.length === 0 ? [] : [row(menu())]),
    row(
      button({
        id: setupEditId.build({ what: 'badge' }),
        label: t('shoutoutsSetup.badges.add'),
        disabled: badges.length >= shoutoutLimits.badges,
      }),
    ),
  ];
}
