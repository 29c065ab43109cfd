import type { APIContextMenuInteraction } from 'discord-api-types/v10';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import { ideaCommandActions } from '../src/features/ideas/components.ts';
import type { IdeaSurfaceDeps } from '../src/features/ideas/surface-types.ts';
import { nameTexts } from '../src/i18n/command-texts.ts';

/** "Suggest as an idea" in a message's menu: the form opens with its words, and its author is credited. */
export default function suggestAsAnIdeaCommand(deps: IdeaSurfaceDeps): Command {
  const actions = ideaCommandActions(deps);
  return defineCommand({
    type: 'context-menu',
    data: { type: ApplicationCommandType.Message, ...nameTexts('ideas.menu.name') },
    ack: 'now',
    run: (call) => actions.suggest(call, messageOf(call.raw)),
  });
}

/** Discord sends the message along, so that no intent to read messages is needed. */
function messageOf({ data }: APIContextMenuInteraction) {
  return 'messages' in data.resolved ? data.resolved.messages[data.target_id] : undefined;
}
