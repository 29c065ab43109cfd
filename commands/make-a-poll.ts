import type { APIContextMenuInteraction } from 'discord-api-types/v10';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import { messageInput } from '../src/features/polls/command-input.ts';
import { pollCommandActions } from '../src/features/polls/components.ts';
import type { PollSurfaceDeps } from '../src/features/polls/surface-types.ts';
import { nameTexts } from '../src/i18n/command-texts.ts';

/** "Make a poll" in a message's menu: the form opens with the message's words. */
export default function makeAPollCommand(deps: PollSurfaceDeps): Command {
  const actions = pollCommandActions(deps);
  return defineCommand({
    type: 'context-menu',
    data: { type: ApplicationCommandType.Message, ...nameTexts('polls.menu.name') },
    ack: 'now',
    run: (call) => actions.openForm(call, messageInput(contentOf(call.raw), actions.isEmojiUsable(call))),
  });
}

/** Discord sends the message along, so that no intent to read messages is needed. */
function contentOf({ data }: APIContextMenuInteraction): string {
  return 'messages' in data.resolved ? (data.resolved.messages[data.target_id]?.content ?? '') : '';
}
