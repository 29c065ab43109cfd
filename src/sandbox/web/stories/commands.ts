import type { Command, CommandIndex } from '../api/command-types.ts';

const command = (id: string, name: string, description: string, more: Partial<Command> = {}): Command => ({
  id,
  application_id: '900',
  type: 1,
  name,
  description,
  ...more,
});

export const demoCommands: CommandIndex = {
  applications: [{ id: '900', name: 'Hearth', bot_id: '900' }],
  application_commands: [
    command('1', 'poll', 'Polls', {
      options: [
        { type: 1, name: 'create', description: 'Make a poll in a form' },
        {
          type: 1,
          name: 'quick',
          description: 'Make a poll in one line',
          options: [
            {
              type: 3,
              name: 'question',
              description: 'What do you want to know?',
              required: true,
              max_length: 300,
            },
            { type: 3, name: 'options', description: 'Options, with a | between them', required: true },
            { type: 3, name: 'closes', description: 'For example: friday 5pm', autocomplete: true },
            { type: 7, name: 'channel', description: 'Where to publish it' },
          ],
        },
        { type: 1, name: 'list', description: 'Open polls here' },
      ],
    }),
    command('2', 'shout-out', 'Thank somebody', {
      options: [
        { type: 6, name: 'member', description: 'Who?', required: true },
        { type: 3, name: 'reason', description: 'What for?', required: true },
      ],
    }),
    command('3', 'Make a poll', '', { type: 3 }),
  ],
};
