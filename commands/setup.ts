import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import type { SettingsService } from '../src/features/settings/service.ts';
import { setupPanel } from '../src/features/settings/views.ts';
import { descriptionTexts, nameTexts } from '../src/i18n/command-texts.ts';

/** `/setup`: the panel for those who manage the server. */
export default function setupCommand(deps: { settings: SettingsService }): Command {
  return defineCommand({
    type: 'chat',
    data: {
      type: ApplicationCommandType.ChatInput,
      ...nameTexts('settings.command.name'),
      ...descriptionTexts('settings.command.description'),
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    },
    requires: PermissionFlagsBits.ManageGuild,
    handlers: {
      '': {
        ack: 'now',
        run: (call) => ({
          kind: 'reply',
          ephemeral: true,
          body: setupPanel(deps.settings.settingsOf(call.guildId), call.t, call.now),
        }),
      },
    },
  });
}
