import { type Command, defineCommand } from '../src/discord/define-command.ts';
import { shoutoutMenuData } from '../src/features/shoutouts/command-views.ts';
import { shoutoutCommandActions } from '../src/features/shoutouts/components.ts';
import type { ShoutoutSurfaceDeps } from '../src/features/shoutouts/surface-types.ts';

/** "Give a shout-out" in a person's menu: the form opens with them in it. */
export default function giveAShoutOutCommand(deps: ShoutoutSurfaceDeps): Command {
  const actions = shoutoutCommandActions(deps);
  return defineCommand({
    type: 'context-menu',
    data: shoutoutMenuData('user'),
    ack: 'now',
    run: (call) => actions.thank(call, call.raw.data.target_id),
  });
}
