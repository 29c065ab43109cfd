import type { APIContextMenuInteraction } from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import { shoutoutMenuData } from '../src/features/shoutouts/command-views.ts';
import { shoutoutCommandActions } from '../src/features/shoutouts/components.ts';
import type { ShoutoutSurfaceDeps } from '../src/features/shoutouts/surface-types.ts';

/** "Shout out this message" in a message's menu: the form opens with its author in it, and the link stays. */
export default function shoutOutThisMessageCommand(deps: ShoutoutSurfaceDeps): Command {
  const actions = shoutoutCommandActions(deps);
  return defineCommand({
    type: 'context-menu',
    data: shoutoutMenuData('message'),
    ack: 'now',
    run: (call) => actions.thankFor(call, messageOf(call.raw)),
  });
}

/** Discord sends the message along, so that no intent to read messages is needed. */
function messageOf({ data }: APIContextMenuInteraction) {
  return 'messages' in data.resolved ? data.resolved.messages[data.target_id] : undefined;
}
