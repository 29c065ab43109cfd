import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { CustomId } from '../../discord/custom-id.ts';
import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { picked } from '../../discord/press.ts';
import { roleObstacle } from '../../discord/role-obstacle.ts';
import { UserError } from '../../shared/user-error.ts';
import type { IdeaSettings } from './model.ts';
import { checkIdeaChannel, type IdeaPlace } from './settings-channel-check.ts';
import {
  setupChannelId,
  setupEditId,
  setupFormId,
  setupPageId,
  setupRoleId,
  setupSwitchId,
  setupTryId,
  setupUseId,
} from './settings-custom-ids.ts';
import { ideaSetupForm } from './settings-form-views.ts';
import { saveGoals, submitSetupForm, tryGoals } from './settings-forms.ts';
import { saveAndShow, showPanel } from './settings-panel.ts';
import { unpackGoals } from './settings-rules.ts';
import type { IdeaSetupDeps, SetupCall } from './settings-types.ts';
import { dryRunNote } from './settings-views.ts';

/** Every control of the panel for ideas. Each choice is saved at once and the panel drawn anew. */
export function ideaSetupComponents(deps: IdeaSetupDeps): ComponentHandler[] {
  return [
    on('button', setupPageId, (call, { page }) => showPanel(deps, call, page)),
    on('select', setupChannelId, (call, { what }) => saveChannel(deps, call, what)),
    on('select', setupRoleId, (call) => saveRole(deps, call)),
    on('button', setupSwitchId, (call, { what, to }) =>
      saveAndShow(deps, call, 'rules', { [what]: to === 'on' }, call.t('ideasSetup.notes.saved')),
    ),
    on('button', setupEditId, (call, { what }) => ({
      kind: 'modal',
      modal: ideaSetupForm(what, deps.ideaSettings.settingsOf(call.guildId), call.t),
    })),
    on('modal', setupFormId, (call, { what }) => submitSetupForm(deps, call, what)),
    on('button', setupTryId, (call) =>
      showPanel(deps, call, 'goals', { words: dryRunNote(tryGoals(deps, call), call.t) }),
    ),
    on('button', setupUseId, (call, { goals }) => {
      const read = unpackGoals(goals);
      if (!read) throw new UserError('kit.refusals.outOfDate');
      return saveGoals(deps, call, read);
    }),
  ];
}

function on<Fields>(
  kind: ComponentHandler['kind'],
  id: CustomId<Fields>,
  run: (call: SetupCall, fields: Fields) => Reply | Promise<Reply>,
): ComponentHandler {
  const requires = PermissionFlagsBits.ManageGuild;
  return defineComponent({ kind, id, ack: 'now', requires, run });
}

const fields = {
  staff: 'staffChannelId',
  board: 'boardChannelId',
  ledger: 'ledgerChannelId',
} as const satisfies Record<string, keyof IdeaSettings>;

async function saveChannel(deps: IdeaSetupDeps, call: SetupCall, place: IdeaPlace): Promise<Reply> {
  const { t } = call;
  const channelId = picked(call);
  const save = (changes: Partial<IdeaSettings>, words: string) =>
    saveAndShow(deps, call, 'places', changes, words);
  if (channelId === undefined) {
    if (place === 'ideas') return save({ channelId }, t('ideasSetup.notes.off'));
    return save({ [fields[place]]: undefined }, t('ideasSetup.notes.saved'));
  }
  const checked = await checkIdeaChannel(call, place, channelId, deps);
  if (!checked.fine) return showPanel(deps, call, 'places', { words: checked.note });
  if (place === 'ideas') return save({ channelId, channelKind: checked.kind }, checked.note);
  return save({ [fields[place]]: channelId }, checked.note);
}

async function saveRole(deps: IdeaSetupDeps, call: SetupCall): Promise<Reply> {
  const { t, guildId, actor } = call;
  const roleId = picked(call);
  const show = (words: string) => showPanel(deps, call, 'places', { words });
  const save = () =>
    saveAndShow(deps, call, 'places', { shippedRoleId: roleId }, t('ideasSetup.notes.saved'));
  if (roleId === undefined) return save();
  const role = `<@&${roleId}>`;
  const order = await deps.roleOrder(guildId);
  if (!order.ok) return show(t('ideasSetup.notes.roleUnchecked', { role }));
  const obstacle = roleObstacle({ ...order.value, roleId, guildId, actor });
  if (obstacle === undefined) return save();
  // A mention of a role that is gone would read as "deleted role".
  if (obstacle === 'roleGone') return show(t('ideasSetup.notes.roleGone'));
  return show(t(`ideasSetup.notes.${obstacle}`, { role }));
}
