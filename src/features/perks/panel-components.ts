import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, picked, privately } from '../../discord/press.ts';
import { conditionChoice, withCondition, withoutCondition } from './conditions.ts';
import { codesForm, countForm, editForm, grantForm, linkForm, roleForm, stockForm } from './form-views.ts';
import { mayImport } from './import-codes.ts';
import { listView } from './list-views.ts';
import type { PerkSpec } from './model.ts';
import { panelBody, panelReply, perkForAdmin, requireKey } from './panel.ts';
import { endQuestion } from './panel-views.ts';
import { about, on } from './press.ts';
import {
  conditionId,
  formId,
  listOpenId,
  listPageId,
  panelId,
  rewardRoleId,
  stepId,
} from './private-custom-ids.ts';
import { refuse } from './refuse.ts';
import { requireGivable } from './reward-role.ts';
import { takeStep } from './steps.ts';
import type { PerkSurfaceDeps, PressCall } from './surface-types.ts';

/** The panel of one perk, and the list of all. */
export function panelComponents(deps: PerkSurfaceDeps): ComponentHandler[] {
  return [
    on('button', panelId, (call, { perk }) => panelReply(deps, call, perk)),
    on('button', stepId, async (call, { perk: perkId, action }) => {
      if (action === 'end') return inPlace(call, endQuestion(perkForAdmin(deps, call, perkId), call.t));
      const note = await takeStep(deps, call, perkId, action === 'end-now' ? 'end' : action);
      return panelReply(deps, call, perkId, note);
    }),
    on('button', formId, (call, { perk, form }) => openForm(deps, call, perk, form)),
    on('select', rewardRoleId, async (call, { perk }) => {
      perkForAdmin(deps, call, perk);
      const roleId = picked(call) ?? '';
      await requireGivable(deps, call, roleId);
      return change(deps, call, perk, { roleId });
    }),
    on('select', conditionId, (call, { perk }) => conditionPicked(deps, call, perk)),
    on('button', listPageId, (call, { page }) => inPlace(call, listBody(deps, call, page))),
    on('select', listOpenId, (call) => {
      const id = Number(/^\d{1,15}$/u.exec(picked(call) ?? '')?.[0] ?? Number.NaN);
      if (Number.isNaN(id)) refuse('perks.refusals.not-found');
      // Beside the list, which stays.
      return privately(panelBody(deps, call, id));
    }),
  ];
}

export function listBody({ perks }: PerkSurfaceDeps, call: Call, page: number): MessageBody {
  return listView(perks.list({ ...about(call), page }), call.t);
}

export type FormName = 'edit' | 'stock' | 'codes' | 'link' | 'grant';

/** Throws what the form would throw, before anybody types for nothing. */
export function openForm(
  deps: PerkSurfaceDeps,
  call: Call,
  perkId: number,
  form: FormName,
  start: Parameters<typeof grantForm>[1] = {},
): Reply {
  const { guildId, t } = call;
  const perk = perkForAdmin(deps, call, perkId);
  if (perk.status === 'ended') refuse('perks.refusals.ended');
  switch (form) {
    case 'edit':
      return { kind: 'modal', modal: editForm(perk, deps.policy.timeZone(guildId), t) };
    case 'stock':
      return { kind: 'modal', modal: stockForm(perk, t) };
    case 'codes':
      return { kind: 'modal', modal: codesForm(mayImport(deps, call, perkId), t) };
    case 'link':
      if (perk.reward !== 'link') refuse('perks.refusals.not-that-kind');
      requireKey(deps);
      return { kind: 'modal', modal: linkForm(perk, t) };
    case 'grant':
      return { kind: 'modal', modal: grantForm(perk, start, t) };
    default:
      return form satisfies never;
  }
}

/** Saves, then shows the panel. */
export async function change(
  deps: PerkSurfaceDeps,
  call: PressCall,
  perkId: number,
  changes: Partial<Omit<PerkSpec, 'reward'>>,
): Promise<Reply> {
  const perk = await deps.writer.write(() => deps.perks.edit({ ...about(call), perkId, changes }));
  deps.refresh(perk);
  return panelReply(deps, call, perkId, call.t('perks.panel.notes.saved'));
}

/** A number and a role are asked for in a form of their own. */
function conditionPicked(deps: PerkSurfaceDeps, call: PressCall, perkId: number): Reply | Promise<Reply> {
  const perk = perkForAdmin(deps, call, perkId);
  const choice = conditionChoice(picked(call)) ?? refuse('perks.refusals.not-found');
  const { conditions } = perk;
  switch (choice.kind) {
    case 'count':
      return { kind: 'modal', modal: countForm(perk, choice.act, call.t) };
    case 'role':
      return { kind: 'modal', modal: roleForm(perk, call.t) };
    case 'hand-picked':
      return change(deps, call, perkId, { conditions: withCondition(conditions, { kind: 'hand-picked' }) });
    case 'remove':
      return change(deps, call, perkId, { conditions: withoutCondition(conditions, choice.key) });
    default:
      return choice satisfies never;
  }
}
