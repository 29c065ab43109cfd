import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Ack, Call, Reply } from '../src/discord/interaction.ts';
import { commandInput, optionNames } from '../src/features/polls/command-input.ts';
import { pollCommandData } from '../src/features/polls/command-views.ts';
import { pollCommandActions } from '../src/features/polls/components.ts';
import { listFilters } from '../src/features/polls/custom-ids.ts';
import type { PollSurfaceDeps } from '../src/features/polls/surface-types.ts';

/** `/poll`: make, list, show, steer and export polls. */
export default function pollCommand(deps: PollSurfaceDeps): Command {
  const actions = pollCommandActions(deps);
  const typed = (call: Call, name: string) => commandOptions(call.raw).text(name) ?? '';
  const input = (call: Call) => commandInput(commandOptions(call.raw), actions.isEmojiUsable(call));

  /** A subcommand about one poll, which is suggested while its number or words are typed. */
  const about = (run: (call: Call, poll: string) => Promise<Reply>, ack: Ack = 'now'): SubcommandHandler => ({
    ack,
    run: (call) => run(call, typed(call, optionNames.poll)),
    autocomplete: (call) => actions.suggest(call, commandOptions(call.raw).focused()?.value ?? ''),
  });

  return defineCommand({
    type: 'chat',
    data: pollCommandData(),
    handlers: {
      create: { ack: 'now', run: (call) => actions.openForm(call, input(call)) },
      quick: { ack: 'now', run: (call) => actions.openPreview(call, input(call)) },
      list: {
        ack: 'now',
        run(call) {
          const status = typed(call, optionNames.status);
          return actions.list(call, listFilters.find((each) => each === status) ?? 'any');
        },
      },
      show: about((call, poll) => actions.show(call, poll)),
      close: about((call, poll) => actions.close(call, poll)),
      cancel: about((call, poll) => actions.cancel(call, poll)),
      // Names have to be asked for, which may take longer than a first answer may.
      export: about((call, poll) => actions.exportCsv(call, poll), 'defer-ephemeral'),
      extend: about((call, poll) => actions.move(call, poll, 'extend', typed(call, optionNames.until))),
      reopen: about((call, poll) => actions.move(call, poll, 'reopen', typed(call, optionNames.until))),
    },
  });
}
