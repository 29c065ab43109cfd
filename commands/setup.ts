import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Command, defineCommand } from '../src/discord/define-command.ts';
import { commandOptions } from '../src/discord/inputs.ts';
import type { Call, MessageBody } from '../src/discord/interaction.ts';
import type { SettingsService } from '../src/features/settings/service.ts';
import { setupPanel } from '../src/features/settings/views.ts';
import { descriptionTexts, nameTexts } from '../src/i18n/command-texts.ts';

const ofFeatures = ['ideas', 'shoutouts', 'counting', 'newcomers'] as const;
const sections = ['general', ...ofFeatures] as const;

export interface SetupDeps {
  settings: SettingsService;
  /** The panel of the section of that name, as it is now. */
  sections: Readonly<Record<(typeof ofFeatures)[number], (call: Call) => MessageBody>>;
}

/** `/setup`: the panels for those who manage the server. */
export default function setupCommand(deps: SetupDeps): Command {
  return defineCommand({
    type: 'chat',
    data: {
      type: ApplicationCommandType.ChatInput,
      ...nameTexts('settings.command.name'),
      ...descriptionTexts('settings.command.description'),
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...nameTexts('settings.command.section'),
          ...descriptionTexts('settings.command.sectionAbout'),
          choices: sections.map((value) => ({ value, ...nameTexts(`settings.command.sections.${value}`) })),
        },
      ],
    },
    requires: PermissionFlagsBits.ManageGuild,
    handlers: {
      '': {
        ack: 'now',
        run: (call) => ({ kind: 'reply', ephemeral: true, body: panelFor(deps, call) }),
      },
    },
  });
}

function panelFor(deps: SetupDeps, call: Call): MessageBody {
  const named = commandOptions(call.raw).text('section');
  const feature = ofFeatures.find((each) => each === named);
  if (feature) return deps.sections[feature](call);
  return setupPanel(deps.settings.settingsOf(call.guildId), call.t, call.now);
}
