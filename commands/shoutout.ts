import { type Command, defineCommand, type SubcommandHandler } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Call, Reply } from '../src/discord/interaction.ts';
import { shoutoutCommandData } from '../src/features/shoutouts/command-views.ts';
import { shoutoutCommandActions } from '../src/features/shoutouts/components.ts';
import type { ShoutoutSurfaceDeps } from '../src/features/shoutouts/surface-types.ts';

/** `/shoutout`: thank somebody, see who was thanked and one's own story; for staff: look after it. */
export default function shoutoutCommand(deps: ShoutoutSurfaceDeps): Command {
  const actions = shoutoutCommandActions(deps);
  const option = (call: Call, name: string) => commandOptions(call.raw).text(name);

  const does = (run: (call: Call) => Promise<Reply>): SubcommandHandler => ({ ack: 'now', run });
  /** Suggests values, or shout-outs, while they are typed. */
  const suggests = (run: (call: Call) => Promise<Reply>): SubcommandHandler => ({
    ack: 'now',
    run,
    autocomplete(call) {
      const focused = commandOptions(call.raw).focused();
      const words = focused?.value ?? '';
      return focused?.name === 'value' ? actions.values(call, words) : actions.choices(call, words);
    },
  });

  return defineCommand({
    type: 'chat',
    data: shoutoutCommandData(),
    handlers: {
      give: suggests((call) =>
        actions.give(call, {
          receiverIds: ['member', 'member2', 'member3'].flatMap((name) => option(call, name) ?? []),
          value: option(call, 'value'),
          reason: option(call, 'reason'),
        }),
      ),
      board: suggests((call) =>
        actions.board(call, { period: option(call, 'period'), value: option(call, 'value') }),
      ),
      me: does(actions.me),
      help: does(actions.help),
      unsung: does(actions.unsung),
      log: does(actions.log),
      void: suggests((call) => actions.takeBack(call, option(call, 'shoutout') ?? '')),
    },
  });
}
