import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { CustomId } from '../../discord/custom-id.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { picked, typedIn } from '../../discord/press.ts';
import { roleObstacle } from '../../discord/role-obstacle.ts';
import { on } from './press.ts';
import { refuse } from './refuse.ts';
import { saveChannel } from './settings-channel.ts';
import {
  badgeFormId,
  paceFormId,
  setupParts as parts,
  setupBadgeId,
  setupChannelId,
  setupEditId,
  setupPageId,
  setupSwitchId,
  setupValueId,
  valueChangeFormId,
  valueFormId,
} from './settings-custom-ids.ts';
import { badgeForm, badgeMilestones, paceForm, valueForm } from './settings-form-views.ts';
import { paceLimits, parseNumber } from './settings-input.ts';
import { saveAndShow, showPanel } from './settings-panel.ts';
import { saveValue } from './settings-values.ts';
import type { PressCall, ShoutoutSetupDeps } from './surface-types.ts';

/** Every control of the panel for shout-outs. Each choice is saved at once and the panel drawn anew. */
export function shoutoutSetupComponents(deps: ShoutoutSetupDeps): ComponentHandler[] {
  const settings = (call: PressCall) => deps.shoutouts.settings(call.guildId);
  return [
    admins('button', setupPageId, (call, { page }) => showPanel(deps, call, page)),
    admins('select', setupChannelId, (call) => saveChannel(deps, call)),
    admins('button', setupSwitchId, (call, { what, to }) =>
      saveAndShow(deps, call, 'place', { [what]: to === 'on' }),
    ),
    admins('button', setupEditId, (call, { what }) => {
      if (what === 'value') return { kind: 'modal', modal: valueForm(undefined, call.t) };
      const form = what === 'pace' ? paceForm : badgeForm;
      return { kind: 'modal', modal: form(settings(call), call.t) };
    }),
    admins('select', setupValueId, (call) => {
      const key = picked(call);
      const value = settings(call).values.find((each) => each.key === key);
      if (!value) refuse('shoutouts.refusals.value-unknown');
      return { kind: 'modal', modal: valueForm(value, call.t) };
    }),
    admins('modal', valueFormId, (call) => saveValue(deps, call, undefined)),
    admins('modal', valueChangeFormId, (call, { key }) => saveValue(deps, call, key)),
    admins('modal', paceFormId, (call) => savePace(deps, call)),
    admins('modal', badgeFormId, (call) => addBadge(deps, call)),
    admins('select', setupBadgeId, (call) => {
      const badges = settings(call).badges.filter(({ milestone }) => milestone !== picked(call));
      return saveAndShow(deps, call, 'badges', { badges }, call.t('shoutoutsSetup.notes.badgeRemoved'));
    }),
  ];
}

function admins<Fields>(
  kind: ComponentHandler['kind'],
  id: CustomId<Fields>,
  run: (call: PressCall, fields: Fields) => Reply | Promise<Reply>,
): ComponentHandler {
  return { ...on(kind, id, run), requires: PermissionFlagsBits.ManageGuild };
}

function savePace(deps: ShoutoutSetupDeps, call: PressCall): Promise<Reply> {
  const typed = typedIn(call);
  return saveAndShow(deps, call, 'pace', {
    budget: parseNumber(typed.text(parts.budget), paceLimits.budget),
    pairDays: parseNumber(typed.text(parts.pair), paceLimits.pair),
    backHours: parseNumber(typed.text(parts.back), paceLimits.back),
  });
}

/** Only a role that the bot may give, and that whoever picked it could give too. */
async function addBadge(deps: ShoutoutSetupDeps, call: PressCall): Promise<Reply> {
  const { t, guildId, actor } = call;
  const typed = typedIn(call);
  const milestone = badgeMilestones.find((kind) => kind === typed.one(parts.milestone));
  const roleId = typed.one(parts.role) ?? '';
  if (!milestone || !/^\d{1,20}$/u.test(roleId))
    refuse('shoutouts.refusals.settings', { what: 'badge-milestone' });
  const role = `<@&${roleId}>`;
  const show = (words: string) => showPanel(deps, call, 'badges', words);
  const order = await deps.roleOrder(guildId);
  if (!order.ok) return show(t('shoutoutsSetup.notes.roleUnchecked', { role }));
  const obstacle = roleObstacle({ ...order.value, roleId, guildId, actor });
  // A mention of a role that is gone would read as "deleted role".
  if (obstacle === 'roleGone') return show(t('shoutoutsSetup.notes.roleGone'));
  if (obstacle !== undefined) return show(t(`shoutoutsSetup.notes.${obstacle}`, { role }));
  const others = deps.shoutouts.settings(guildId).badges.filter((badge) => badge.milestone !== milestone);
  const words = t('shoutoutsSetup.notes.badgeAdded', { role });
  return saveAndShow(deps, call, 'badges', { badges: [...others, { milestone, roleId }] }, words);
}
