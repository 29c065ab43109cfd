import type { APIComponentInContainer } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, section, text } from '../../discord/ui.ts';
import { label, modal, textInput } from '../../discord/ui-modal.ts';
import { channelSelect, select } from '../../discord/ui-select.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { locales } from '../../i18n/translator.ts';
import {
  parts,
  scheduleCadenceId,
  scheduleChannelId,
  scheduleLocaleId,
  scheduleTimeFormId,
  scheduleTimeId,
  scheduleWeekdayId,
} from './custom-ids.ts';
import { cadences, type DigestSettings } from './model.ts';
import { digestColour, weekdayText } from './words-views.ts';

export interface Scheduled {
  settings: DigestSettings;
  /** UTC ms; undefined: none comes. */
  nextAt: number | undefined;
  timeZone: string;
}

/** Where digests may stand. */
export const channelTypes: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
/** In a menu a choice needs a value of its own. */
export const AS_SERVER = '-';
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const two = (value: number): string => String(value).padStart(2, '0');
export const timeText = ({ hour, minute }: Pick<DigestSettings, 'hour' | 'minute'>): string =>
  `${two(hour)}:${two(minute)}`;

/** Where and when the digest comes. `note`: what became of the last press. */
export function scheduleView(
  { settings, nextAt, timeZone }: Scheduled,
  t: Translate,
  note?: string,
): MessageBody {
  const { channelId, cadence } = settings;
  const next =
    nextAt === undefined || channelId === undefined
      ? t('digest.schedule.off')
      : t('digest.schedule.next', {
          channel: `<#${channelId}>`,
          at: stamp(nextAt, 'F'),
          relative: stamp(nextAt, 'R'),
        });
  return {
    components: [
      container(
        [
          text([`## ${t('digest.schedule.title')}`, ...(note === undefined ? [] : [note]), next].join('\n')),
          row(
            channelSelect({
              id: scheduleChannelId.build({}),
              placeholder: t('digest.schedule.channel'),
              min: 0,
              types: channelTypes,
              chosen: channelId === undefined ? [] : [channelId],
            }),
          ),
          row(cadenceMenu(settings, t)),
          ...(cadence === 'monthly' ? [] : [row(weekdayMenu(settings, t))]),
          row(localeMenu(settings, t)),
          timeLine(settings, timeZone, t),
        ],
        { accent: digestColour },
      ),
    ],
  };
}

const cadenceMenu = ({ cadence }: DigestSettings, t: Translate) =>
  select({
    id: scheduleCadenceId.build({}),
    options: cadences.map((value) => ({
      value,
      label: t(`digest.schedule.cadences.${value}`),
      description: t(`digest.schedule.looks.${value}`),
      chosen: value === cadence,
    })),
  });

const weekdayMenu = ({ weekday }: DigestSettings, t: Translate) =>
  select({
    id: scheduleWeekdayId.build({}),
    options: weekdays.map((value) => ({
      value: String(value),
      label: weekdayText(value - 1, t),
      chosen: value === weekday,
    })),
  });

function localeMenu({ locale }: DigestSettings, t: Translate) {
  const names = new Intl.DisplayNames(t.locale, { type: 'language' });
  const known = locales.find((each) => each === locale);
  return select({
    id: scheduleLocaleId.build({}),
    options: [
      { value: AS_SERVER, label: t('digest.schedule.asServer'), chosen: known === undefined },
      ...locales.map((value) => ({
        value,
        label: t('digest.schedule.language', { language: names.of(value) ?? value }),
        chosen: value === known,
      })),
    ],
  });
}

function timeLine(settings: DigestSettings, timeZone: string, t: Translate): APIComponentInContainer {
  return section(
    t('digest.schedule.time', { time: timeText(settings), zone: timeZone }),
    button({ id: scheduleTimeId.build({}), label: t('digest.schedule.changeTime') }),
  );
}

export function timeForm(settings: DigestSettings, t: Translate) {
  return modal({
    id: scheduleTimeFormId.build({}),
    title: t('digest.schedule.formTitle'),
    parts: [
      label(
        { label: t('digest.schedule.formTime'), description: t('digest.schedule.formHelp') },
        textInput({ id: parts.time, value: timeText(settings), min: 1, max: 8 }),
      ),
    ],
  });
}

/** Reads `9`, `9:30`, `09.30`, `9 Uhr`, `9 pm`; undefined for what is no time of day. */
export function readTime(typed: string): Pick<DigestSettings, 'hour' | 'minute'> | undefined {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr|h)?$/u.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const [, hours, minutes = '0', half] = found;
  const twelve = half === 'am' || half === 'pm';
  const read = Number(hours);
  if (twelve && (read < 1 || read > 12)) return undefined;
  const hour = twelve ? (read % 12) + (half === 'pm' ? 12 : 0) : read;
  const minute = Number(minutes);
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}
