import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { missing, permissionWords } from '../../discord/permissions.ts';
import { pickedChannel } from '../../discord/picked-channel.ts';
import { inPlace, picked, typedIn } from '../../discord/press.ts';
import { locales } from '../../i18n/translator.ts';
import { UserError } from '../../shared/user-error.ts';
import { needed, scheduleBody } from './actions.ts';
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
import type { DigestSurfaceDeps } from './ports.ts';
import { by, on, requireManager } from './press.ts';
import { channelTypes, readTime, timeForm } from './schedule-views.ts';
import type { PressCall } from './surface-types.ts';

/** The panel of when and where digests come; each press is saved at once. */
export function scheduleComponents(deps: DigestSurfaceDeps): ComponentHandler[] {
  return [
    on('select', scheduleChannelId, (call) => saveChannel(deps, call)),
    on('select', scheduleCadenceId, (call) => {
      const cadence = cadences.find((each) => each === picked(call)) ?? outOfDate();
      return save(deps, call, { cadence });
    }),
    on('select', scheduleWeekdayId, (call) => {
      const weekday = Number(picked(call));
      if (!(Number.isInteger(weekday) && weekday >= 1 && weekday <= 7)) outOfDate();
      return save(deps, call, { weekday });
    }),
    on('select', scheduleLocaleId, (call) =>
      save(deps, call, { locale: locales.find((each) => each === picked(call)) }),
    ),
    on('button', scheduleTimeId, (call) => {
      requireManager(deps, call);
      return { kind: 'modal', modal: timeForm(deps.digests.settings(call.guildId), call.t) };
    }),
    on('modal', scheduleTimeFormId, (call) => {
      const time = readTime(typedIn(call).text(parts.time));
      if (!time) throw new UserError('digest.refusals.no-time');
      return save(deps, call, time);
    }),
  ];
}

function outOfDate(): never {
  throw new UserError('kit.refusals.outOfDate');
}

async function save(
  deps: DigestSurfaceDeps,
  call: PressCall,
  changes: Partial<DigestSettings>,
): Promise<Reply> {
  requireManager(deps, call);
  await deps.writer.write(() => deps.digests.changeSettings({ ...by(call), changes }));
  return inPlace(call, scheduleBody(deps, call, call.t('digest.schedule.saved')));
}

/** Only a channel where the bot can post is saved; none turns digests off. */
function saveChannel(deps: DigestSurfaceDeps, call: PressCall): Promise<Reply> | Reply {
  requireManager(deps, call);
  const channelId = picked(call);
  if (channelId === undefined) return save(deps, call, { channelId });
  const { type, ownPermissions = 0n } = pickedChannel(call.raw, channelId);
  const lacking =
    type !== undefined && channelTypes.includes(type) ? missing(ownPermissions, needed) : [...needed];
  if (lacking.length === 0) return save(deps, call, { channelId });
  const permissions = permissionWords(call.t, lacking);
  const words = call.t('digest.schedule.missing', { channel: `<#${channelId}>`, permissions });
  return inPlace(call, scheduleBody(deps, call, words));
}
