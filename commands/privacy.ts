import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import type { Call, MessageBody } from '../src/discord/interaction.ts';
import { descriptionTexts, nameTexts } from '../src/i18n/command-texts.ts';

/** `/privacy`: what is counted of whoever asks, and what they decide about it. `card`: as things are now. */
export default function privacyCommand({ card }: { card: (call: Call) => MessageBody }): Command {
  return defineCommand({
    type: 'chat',
    data: {
      type: ApplicationCommandType.ChatInput,
      ...nameTexts('counting.command.name'),
      ...descriptionTexts('counting.command.description'),
    },
    handlers: {
      '': {
        ack: 'now',
        run: (call) => ({ kind: 'reply', ephemeral: true, body: card(call) }),
      },
    },
  });
}
