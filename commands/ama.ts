import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Ack, Call, Reply } from '../src/discord/interaction.ts';
import { amaCommandData } from '../src/features/amas/command-views.ts';
import { amaCommandActions } from '../src/features/amas/components.ts';
import type { AmaSurfaceDeps } from '../src/features/amas/surface-types.ts';

/** `/ama`: ask, support and read; for the team: announce, run, change and export. */
export default function amaCommand(deps: AmaSurfaceDeps): Command {
  const actions = amaCommandActions(deps);
  const option = (call: Call, name: string) => commandOptions(call.raw).text(name);

  const does = (run: (call: Call) => Promise<Reply>, ack: Ack = 'now'): SubcommandHandler => ({ ack, run });
  /** Suggests AMAs while one is typed. */
  const suggests = (
    run: (call: Call, ama: string | undefined) => Promise<Reply>,
    ack: Ack = 'now',
  ): SubcommandHandler => ({
    ack,
    run: (call) => run(call, option(call, 'ama')),
    autocomplete: (call) => actions.choices(call, commandOptions(call.raw).focused()?.value ?? ''),
  });

  return defineCommand({
    type: 'chat',
    data: amaCommandData(),
    handlers: {
      ask: suggests(actions.ask),
      questions: suggests((call, ama) => actions.questions(call, ama, option(call, 'order'))),
      mine: suggests(actions.mine),
      list: does((call) => actions.list(call, option(call, 'which'))),
      show: suggests(actions.show),
      // Names are asked from Discord, which takes longer than a first answer may.
      export: suggests((call, ama) => actions.exportFile(call, ama, option(call, 'as')), 'defer-ephemeral'),
      help: does(actions.help),
      create: does((call) => {
        const options = commandOptions(call.raw);
        return actions.create(call, {
          channelId: options.text('channel'),
          stageId: options.text('stage'),
          staffChannelId: options.text('staff-channel'),
          queue: options.text('queue'),
          anonymous: options.flag('anonymous'),
          several: options.flag('several'),
          attachments: options.flag('attachments'),
        });
      }),
      panel: suggests(actions.panel),
      edit: suggests(actions.edit),
      cancel: suggests(actions.cancel),
    },
  });
}
