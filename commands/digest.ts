import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Ack, Call, Reply } from '../src/discord/interaction.ts';

import { digestCommandData } from '../src/features/digest/command-views.ts';
import { digestCommandActions } from '../src/features/digest/components.ts';
import type { DigestSurfaceDeps } from '../src/features/digest/ports.ts';

/** `/digest`: what happened in the server, whether that is good, and what to do now. */
export default function digestCommand(deps: DigestSurfaceDeps): Command {
  const actions = digestCommandActions(deps);
  const does = (run: (call: Call) => Promise<Reply>, ack: Ack = 'now'): SubcommandHandler => ({ ack, run });
  return defineCommand({
    type: 'chat',
    data: digestCommandData(),
    handlers: {
      // Counting takes longer than a first answer may.
      now: does(actions.now, 'defer-ephemeral'),
      preview: does(actions.preview, 'defer-ephemeral'),
      schedule: does(actions.schedule),
      history: does(actions.history),
      export: does(actions.export, 'defer-ephemeral'),
      report: {
        ack: 'defer-ephemeral',
        run: (call) => actions.report(call, commandOptions(call.raw).text('month')),
        autocomplete: (call) => actions.months(call, commandOptions(call.raw).focused()?.value ?? ''),
      },
      explain: does(actions.explain),
    },
  });
}
