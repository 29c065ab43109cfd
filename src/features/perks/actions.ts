import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { privately } from '../../discord/press.ts';
import { mineBody, showBody } from './claim-components.ts';
import { ledgerReply, unclaimedReply } from './files.ts';
import { createForm } from './form-views.ts';
import { grant } from './grant.ts';
import { perkHelp } from './help-views.ts';
import { choiceText } from './list-views.ts';
import type { Perk } from './model.ts';
import { panelBody, perkForAdmin, requireAdmin, requireKey } from './panel.ts';
import { type FormName, listBody, openForm } from './panel-components.ts';
import { endQuestion } from './panel-views.ts';
import { about, worded } from './press.ts';
import { refuse } from './refuse.ts';
import { takeStep } from './steps.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

/** A perk as it was typed or picked. */
type Typed = string | undefined;

/** What the command does; the buttons do the same through the same functions. */
export interface PerkActions {
  mine(call: Call): Promise<Reply>;
  show(call: Call, typed: Typed): Promise<Reply>;
  help(call: Call): Promise<Reply>;
  create(call: Call): Promise<Reply>;
  /** Everything about it. */
  edit(call: Call, typed: Typed): Promise<Reply>;
  /** Opens a form. */
  ask(call: Call, typed: Typed, form: FormName): Promise<Reply>;
  step(call: Call, typed: Typed, step: 'open' | 'pause' | 'end' | 'post'): Promise<Reply>;
  /** With everything typed there is nothing left to ask. */
  grant(call: Call, typed: Typed, to: { memberId: Typed; reason: Typed }): Promise<Reply>;
  list(call: Call): Promise<Reply>;
  ledger(call: Call, typed: Typed): Promise<Reply>;
  unclaimed(call: Call, typed: Typed): Promise<Reply>;
  /** For autocomplete. */
  choices(call: Call, typed: string): APIApplicationCommandOptionChoice[];
}

export function perkActions(deps: PerkSurfaceDeps): PerkActions {
  const { perks, policy, writer } = deps;
  const found = (call: Call, typed: Typed): Perk => {
    if (typed === undefined || typed.trim() === '') refuse('perks.refusals.which-one');
    return perks.resolve({ ...about(call), text: typed }) ?? refuse('perks.refusals.not-found');
  };

  return {
    mine: (call) => worded(call.t, () => privately(mineBody(deps, call, 0))),
    show: (call, typed) => worded(call.t, () => privately(showBody(deps, call, found(call, typed).id))),
    help: (call) =>
      worded(call.t, () => {
        const admin = policy.mayAdminister(call.guildId, call.actor);
        return privately(perkHelp({ admin, trouble: perks.trouble() }, call.t));
      }),
    create: (call) =>
      worded(call.t, () => {
        requireAdmin(deps, call);
        return { kind: 'modal', modal: createForm(policy.timeZone(call.guildId), call.t) };
      }),
    edit: (call, typed) => worded(call.t, () => privately(panelBody(deps, call, found(call, typed).id))),
    ask: (call, typed, form) => worded(call.t, () => openForm(deps, call, found(call, typed).id, form)),
    step: (call, typed, step) =>
      worded(call.t, async () => {
        const perk = perkForAdmin(deps, call, found(call, typed).id);
        if (step === 'end') {
          if (perk.status === 'ended') refuse('perks.refusals.ended');
          return privately(endQuestion(perk, call.t));
        }
        if (perk.status === 'draft' && step !== 'open') refuse('perks.refusals.open-first');
        const note = await takeStep(deps, call, perk.id, step);
        return privately(panelBody(deps, call, perk.id, note));
      }),
    grant: (call, typed, { memberId, reason }) =>
      worded(call.t, () => {
        const { id } = found(call, typed);
        if (memberId === undefined || reason === undefined || reason.trim() === '') {
          return openForm(deps, call, id, 'grant', { memberId, reason });
        }
        return grant(deps, call, id, { userId: memberId, reason });
      }),
    list: (call) =>
      worded(call.t, () => {
        requireAdmin(deps, call);
        return privately(listBody(deps, call, 0));
      }),
    ledger: (call, typed) =>
      worded(call.t, () => {
        requireAdmin(deps, call);
        const perkId = typed === undefined ? undefined : found(call, typed).id;
        return ledgerReply(perks.ledger({ ...about(call), perkId }), call.t);
      }),
    unclaimed: (call, typed) =>
      worded(call.t, async () => {
        const perk = perkForAdmin(deps, call, found(call, typed).id);
        if (perk.reward !== 'codes') refuse('perks.refusals.not-that-kind');
        if (perk.status !== 'ended') refuse('perks.refusals.end-first');
        requireKey(deps);
        const codes = await writer.write(() => perks.unclaimed({ ...about(call), perkId: perk.id }));
        return unclaimedReply(perk, codes, call.t);
      }),
    choices: (call, typed) =>
      perks
        .suggest({ ...about(call), text: typed })
        .map((perk) => ({ name: choiceText(perk), value: String(perk.id) })),
  };
}
