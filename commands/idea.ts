import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Ack, Call, Reply } from '../src/discord/interaction.ts';
import { ideaCommandData } from '../src/features/ideas/command-views.ts';
import { ideaCommandActions } from '../src/features/ideas/components.ts';
import type { IdeaSurfaceDeps } from '../src/features/ideas/surface-types.ts';

/** `/idea`: submit, find, follow up and, for staff, decide, merge and export. */
export default function ideaCommand(deps: IdeaSurfaceDeps): Command {
  const actions = ideaCommandActions(deps);
  const option = (call: Call, name: string) => commandOptions(call.raw).text(name);
  const typed = (call: Call, name: string) => option(call, name) ?? '';

  const does = (run: (call: Call) => Promise<Reply>, ack: Ack = 'now'): SubcommandHandler => ({ ack, run });
  /** Suggests ideas, or categories, while they are typed. */
  const suggests = (run: (call: Call) => Promise<Reply>): SubcommandHandler => ({
    ack: 'now',
    run,
    autocomplete(call) {
      const focused = commandOptions(call.raw).focused();
      const words = focused?.value ?? '';
      return focused?.name === 'category' ? actions.categories(call, words) : actions.choices(call, words);
    },
  });

  return defineCommand({
    type: 'chat',
    data: ideaCommandData(),
    handlers: {
      submit: does((call) => actions.submit(call, commandOptions(call.raw).flag('anonymous') ?? false)),
      list: suggests((call) =>
        actions.list(call, {
          status: option(call, 'status'),
          category: option(call, 'category'),
          order: option(call, 'order'),
        }),
      ),
      show: suggests((call) => actions.show(call, typed(call, 'idea'))),
      mine: does(actions.mine),
      search: does((call) => actions.search(call, typed(call, 'words'))),
      roadmap: does(actions.roadmap),
      help: does(actions.help),
      status: suggests((call) => actions.status(call, typed(call, 'idea'), typed(call, 'to'))),
      merge: suggests((call) => actions.merge(call, typed(call, 'idea'), typed(call, 'into'))),
      // A large server's file takes longer than a first answer may.
      export: does(actions.exportCsv, 'defer-ephemeral'),
    },
  });
}
