import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Ack, Call, Reply } from '../src/discord/interaction.ts';
import { perkCommandData } from '../src/features/perks/command-views.ts';
import { perkCommandActions } from '../src/features/perks/components.ts';
import type { PerkSurfaceDeps } from '../src/features/perks/surface-types.ts';

/** `/perk`: what one can earn and has; for admins: make perks and look after them. */
export default function perkCommand(deps: PerkSurfaceDeps): Command {
  const actions = perkCommandActions(deps);
  const option = (call: Call, name: string) => commandOptions(call.raw).text(name);

  const does = (run: (call: Call) => Promise<Reply>): SubcommandHandler => ({ ack: 'now', run });
  /** Suggests perks while one is typed. */
  const suggests = (
    run: (call: Call, perk: string | undefined) => Promise<Reply>,
    ack: Ack = 'now',
  ): SubcommandHandler => ({
    ack,
    run: (call) => run(call, option(call, 'perk')),
    autocomplete: (call) => actions.choices(call, commandOptions(call.raw).focused()?.value ?? ''),
  });

  return defineCommand({
    type: 'chat',
    data: perkCommandData(),
    handlers: {
      mine: does(actions.mine),
      show: suggests(actions.show),
      help: does(actions.help),
      create: does(actions.create),
      edit: suggests(actions.edit),
      codes: suggests((call, perk) => actions.ask(call, perk, 'codes')),
      link: suggests((call, perk) => actions.ask(call, perk, 'link')),
      open: suggests((call, perk) => actions.step(call, perk, 'open')),
      pause: suggests((call, perk) => actions.step(call, perk, 'pause')),
      end: suggests((call, perk) => actions.step(call, perk, 'end')),
      post: suggests((call, perk) => actions.step(call, perk, 'post')),
      grant: suggests((call, perk) =>
        actions.grant(call, perk, { memberId: option(call, 'member'), reason: option(call, 'reason') }),
      ),
      list: does(actions.list),
      // Large files take longer than a first answer may.
      ledger: suggests(actions.ledger, 'defer-ephemeral'),
      unclaimed: suggests(actions.unclaimed, 'defer-ephemeral'),
    },
  });
}
