import type { MessageBody } from '../../discord/interaction.ts';
import { container, row, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { giveButton } from './board-views.ts';
import type { ShoutoutSettings } from './model.ts';
import { RENEW_MS, RENEW_NEW_MS, WITHDRAW_MS } from './ports.ts';
import { thanksColour } from './words-views.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `/shoutout help`: what a member does, and below it what the team and those who run the server do, for them. */
export function shoutoutHelp(
  settings: ShoutoutSettings,
  reader: { staff: boolean; admin: boolean },
  t: Translate,
): MessageBody {
  const { channelId } = settings;
  return {
    components: [
      container(
        [
          text(`## ${t('shoutouts.help.title')}`),
          ...(channelId === undefined ? [text(t('shoutouts.help.closed'))] : []),
          text([memberText(settings, t), ...waits(settings, t)].join('\n')),
          ...(reader.staff ? part('staff', t) : []),
          ...(reader.admin ? part('admin', t) : []),
          ...(channelId === undefined ? [] : [row(giveButton('help', t))]),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

function memberText({ channelId, budget }: ShoutoutSettings, t: Translate): string {
  return t('shoutouts.help.member', {
    channel: channelId === undefined ? '🙌' : `<#${channelId}>`,
    budget,
    renew: String(RENEW_MS / DAY_MS),
    renewNew: String(RENEW_NEW_MS / DAY_MS),
    minutes: String(WITHDRAW_MS / MINUTE_MS),
  });
}

function waits({ pairDays: days, backHours: hours }: ShoutoutSettings, t: Translate): string[] {
  return [
    ...(days > 0 ? [t('shoutouts.help.waitPair', { days })] : []),
    ...(hours > 0 ? [t('shoutouts.help.waitBack', { hours })] : []),
  ];
}

function part(who: 'staff' | 'admin', t: Translate) {
  return [separator(), text(`### ${t(`shoutouts.help.${who}Title`)}`), text(t(`shoutouts.help.${who}`))];
}
