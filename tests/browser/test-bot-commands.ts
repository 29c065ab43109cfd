import {
  ApplicationCommandType,
  ChannelType,
  ApplicationCommandOptionType as O,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** The commands of the test bot: one for each thing that a client can be asked to do. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'brew',
    description: 'Brews',
    options: [
      {
        type: O.Subcommand,
        name: 'add',
        description: 'Note a brew',
        options: [
          { type: O.String, name: 'bean', description: 'Which bean?', required: true, autocomplete: true },
          {
            type: O.Integer,
            name: 'grams',
            description: 'How much?',
            required: true,
            min_value: 5,
            max_value: 60,
          },
          {
            type: O.String,
            name: 'kind',
            description: 'How?',
            choices: [
              { name: 'Filter', value: 'filter' },
              { name: 'Espresso', value: 'espresso' },
            ],
          },
          { type: O.Boolean, name: 'milk', description: 'With milk?' },
          { type: O.User, name: 'guest', description: 'For whom?' },
          { type: O.Channel, name: 'where', description: 'Where?', channel_types: [ChannelType.GuildText] },
        ],
      },
      { type: O.Subcommand, name: 'list', description: 'All brews' },
    ],
  },
  { name: 'panel', description: 'Buttons, selects and media' },
  { name: 'form', description: 'Opens a form' },
  { name: 'secret', description: 'An answer for you alone' },
  { name: 'slow', description: 'Thinks first' },
  { name: 'silent', description: 'Never answers' },
  { name: 'hello-dm', description: 'Writes you a direct message' },
  { name: 'staff-only', description: 'Only with Manage Messages', default_member_permissions: '8192' },
  { name: 'Count words', type: ApplicationCommandType.Message },
  { name: 'Say hello', type: ApplicationCommandType.User },
];
