import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { privately, typedIn } from '../../discord/press.ts';
import { withCondition } from './conditions.ts';
import { typedNumber, typedReward, typedWords } from './form-input.ts';
import { grant } from './grant.ts';
import { importCodes } from './import-codes.ts';
import type { Condition } from './model.ts';
import { panelBody, panelReply, perkForAdmin, requireAdmin, requireKey } from './panel.ts';
import { change } from './panel-components.ts';
import { about, keeping, on } from './press.ts';
import {
  codesFormId,
  conditionCountFormId,
  conditionRoleFormId,
  createFormId,
  editFormId,
  grantFormId,
  linkFormId,
  parts,
  stockFormId,
} from './private-custom-ids.ts';
import { refuse } from './refuse.ts';
import type { PerkSurfaceDeps, PressCall } from './surface-types.ts';

/** What comes back from the forms. */
export function formComponents(deps: PerkSurfaceDeps): ComponentHandler[] {
  return [
    on('modal', createFormId, (call) => created(deps, call)),
    on('modal', editFormId, (call, { perk }) => edited(deps, call, perk)),
    on('modal', stockFormId, (call, { perk }) => {
      const typed = typedIn(call).text(parts.stock);
      const stock = typed.trim() === '' ? undefined : typedNumber(typed);
      return change(deps, call, perk, { stock });
    }),
    // Fetched, checked and written in slices: that takes longer than a first answer may.
    on('modal', codesFormId, (call, { perk }) => importCodes(deps, call, perk), 'defer-ephemeral'),
    on('modal', linkFormId, (call, { perk }) => linked(deps, call, perk)),
    on('modal', grantFormId, (call, { perk }) => {
      const form = typedIn(call);
      const reason = form.text(parts.reason);
      return keeping(call, reason, () =>
        grant(deps, call, perk, {
          userId: form.one(parts.member) ?? refuse('perks.refusals.member-missing'),
          reason,
        }),
      );
    }),
    on('modal', conditionCountFormId, (call, { perk, act }) =>
      addCondition(deps, call, perk, { kind: act, count: typedNumber(typedIn(call).text(parts.count)) }),
    ),
    on('modal', conditionRoleFormId, (call, { perk }) => {
      const roleId = typedIn(call).one(parts.role) ?? '';
      // Everybody has the role that is the server itself.
      if (!/^\d{1,20}$/u.test(roleId) || roleId === call.guildId) refuse('perks.refusals.role-gone');
      return addCondition(deps, call, perk, { kind: 'role', roleId });
    }),
  ];
}

function wordsOf(call: PressCall): string {
  const form = typedIn(call);
  return [parts.name, parts.description, parts.terms, parts.expires]
    .map((part) => form.text(part).trim())
    .filter((typed) => typed !== '')
    .join('\n\n');
}

function timeContext({ policy }: PerkSurfaceDeps, { guildId, now, t }: PressCall) {
  return { now, timeZone: policy.timeZone(guildId), locale: t.locale };
}

function created(deps: PerkSurfaceDeps, call: PressCall): Promise<Reply> {
  const form = typedIn(call);
  return keeping(call, wordsOf(call), async () => {
    requireAdmin(deps, call);
    const words = typedWords(form, timeContext(deps, call));
    const spec = { ...words, reward: typedReward(form), roleId: undefined, conditions: [], stock: undefined };
    const asked = { ...about(call), interactionId: call.raw.id, spec };
    const { id } = await deps.writer.write(() => deps.perks.create(asked));
    return privately(panelBody(deps, call, id, call.t('perks.panel.notes.created')));
  });
}

function edited(deps: PerkSurfaceDeps, call: PressCall, perkId: number): Promise<Reply> {
  return keeping(call, wordsOf(call), async () => {
    const { expiresAt } = perkForAdmin(deps, call, perkId);
    return change(deps, call, perkId, typedWords(typedIn(call), timeContext(deps, call), expiresAt));
  });
}

/** What was typed is not repeated where it is refused: it may be meant for few. */
async function linked(deps: PerkSurfaceDeps, call: PressCall, perkId: number): Promise<Reply> {
  const link = typedIn(call).text(parts.link).trim();
  requireAdmin(deps, call);
  requireKey(deps);
  const perk = await deps.writer.write(() => deps.perks.setLink({ ...about(call), perkId, link }));
  deps.refresh(perk);
  return panelReply(deps, call, perkId, call.t('perks.panel.notes.link'));
}

function addCondition(
  deps: PerkSurfaceDeps,
  call: PressCall,
  perkId: number,
  condition: Condition,
): Promise<Reply> {
  const { conditions } = perkForAdmin(deps, call, perkId);
  return change(deps, call, perkId, { conditions: withCondition(conditions, condition) });
}
