import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import { modalInputs } from '../../discord/inputs.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { locales } from '../../i18n/translator.ts';
import { checkChannel, type PermissionLookup } from './channel-check.ts';
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
import { type GuildSettings, isTimeZone, type PollCreators, parseTimeZone, wallTime } from './rules.ts';
import type { SettingsService } from './service.ts';
import { mostCreatorRoles, setupPanel, zoneForm } from './views.ts';

export interface SettingsDeps {
  settings: SettingsService;
  writer: Writer;
  /** The bot's own bits in a channel, where the interaction does not carry them. */
  ownPermissions: PermissionLookup;
}

type SettingsCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;

/** Every control of the setup panel. Each choice is saved at once and the panel drawn anew. */
export function settingsComponents(deps: SettingsDeps): ComponentHandler[] {
  const { settings } = deps;
  const panel = (call: SettingsCall, note: string): Reply => ({
    kind: 'update',
    body: setupPanel(settings.settingsOf(call.guildId), call.t, call.now, note),
  });
  const save = async (call: SettingsCall, changes: Partial<GuildSettings>, note?: string): Promise<Reply> => {
    await saveSettings(deps, call, changes);
    return panel(call, note ?? call.t('settings.notes.saved'));
  };
  const saveZone = (call: SettingsCall, timeZone: string) => {
    const time = wallTime(call.now, timeZone, call.t.locale);
    return save(call, { timeZone }, call.t('settings.notes.zoneSaved', { zone: timeZone, time }));
  };

  const saveChannel = async (call: SettingsCall, what: 'polls' | 'notices'): Promise<Reply> => {
    const [channel] = values(call);
    const key = what === 'polls' ? 'pollsChannelId' : 'noticesChannelId';
    if (channel === undefined) return save(call, { [key]: undefined });
    const checked = await checkChannel(call, what, channel, deps.ownPermissions);
    return checked.fine ? save(call, { [key]: channel }, checked.note) : panel(call, checked.note);
  };

  const selects = [
    select(zoneSelectId, (call) => saveZone(call, knownZone(values(call)[0] ?? ''))),
    select(languageId, (call) => {
      const locale = locales.find((each) => each === values(call)[0]);
      return save(call, locale === undefined ? {} : { locale });
    }),
    select(staffRoleId, (call) => save(call, { staffRoleId: values(call)[0] })),
    defineComponent({
      kind: 'select',
      id: channelId,
      ack: 'now',
      requires: PermissionFlagsBits.ManageGuild,
      run: (call, { what }) => saveChannel(call, what),
    }),
    select(creatorsId, (call) => save(call, creatorsFrom(values(call)[0]))),
    select(creatorRolesId, (call) =>
      save(call, { pollCreatorRoleIds: values(call).slice(0, mostCreatorRoles) }),
    ),
  ];

  return [
    ...selects,
    defineComponent({
      kind: 'button',
      id: zoneButtonId,
      ack: 'now',
      requires: PermissionFlagsBits.ManageGuild,
      run: (call) => ({ kind: 'modal', modal: zoneForm(settings.settingsOf(call.guildId), call.t) }),
    }),
    defineComponent({
      kind: 'modal',
      id: zoneFormId,
      ack: 'now',
      requires: PermissionFlagsBits.ManageGuild,
      run: (call) => {
        const typed = modalInputs(call.raw as APIModalSubmitInteraction).text(zonePart);
        return saveZone(call, parseTimeZone(typed));
      },
    }),
  ];
}

function select(id: typeof zoneSelectId, run: (call: SettingsCall) => Reply | Promise<Reply>) {
  return defineComponent({
    kind: 'select',
    id,
    ack: 'now',
    requires: PermissionFlagsBits.ManageGuild,
    run,
  });
}

/** Saves, and reads the truth again afterwards even if the save failed. */
export async function saveSettings(
  deps: Pick<SettingsDeps, 'settings' | 'writer'>,
  call: Call,
  changes: Partial<GuildSettings>,
): Promise<void> {
  const { guildId, actor, now } = call;
  try {
    await deps.writer.write(() => deps.settings.change({ guildId, by: actor.userId, now, changes }));
  } finally {
    deps.settings.forget(guildId);
  }
}

/** What was picked in a menu; a client may send anything. */
function values(call: SettingsCall): readonly string[] {
  const { data } = call.raw as APIMessageComponentInteraction;
  return 'values' in data && Array.isArray(data.values) ? data.values.map(String) : [];
}

function knownZone(value: string): string {
  return isTimeZone(value) ? value : parseTimeZone(value);
}

function creatorsFrom(value: string | undefined): Partial<GuildSettings> {
  const known: readonly PollCreators[] = ['everyone', 'roles', 'staff'];
  const pollCreators = known.find((each) => each === value);
  return pollCreators === undefined ? {} : { pollCreators };
}
