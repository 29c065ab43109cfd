/** The fields that each kind of fault asks for, and how they are written into the rule. */
export interface FaultInput {
  name: string;
  label: string;
  kind: 'number' | 'text' | 'check' | 'choice';
  initial: string;
  choices?: string[];
}

export interface FaultKind {
  kind: string;
  label: string;
  about: string;
  inputs: FaultInput[];
}

const how: FaultInput = {
  name: 'how',
  label: 'How it ends',
  kind: 'choice',
  initial: 'reset',
  choices: ['reset', 'fin'],
};
const ms = (initial: string): FaultInput => ({ name: 'ms', label: 'Milliseconds', kind: 'number', initial });

export const restFaults: FaultKind[] = [
  {
    kind: 'drop-before',
    label: 'Drop before applying',
    about: 'The connection ends and nothing happens.',
    inputs: [how],
  },
  {
    kind: 'drop-after',
    label: 'Drop after applying',
    about: 'It happens, but the answer is lost.',
    inputs: [how],
  },
  {
    kind: 'delay',
    label: 'Delay the answer',
    about: 'It happens at once and is answered late.',
    inputs: [ms('2000')],
  },
  {
    kind: 'hang',
    label: 'Hang, then apply',
    about: 'It happens and is answered late, past the client’s patience.',
    inputs: [ms('4000')],
  },
  {
    kind: 'status',
    label: 'Answer a status',
    about: 'Nothing happens, the status is answered.',
    inputs: [{ name: 'status', label: 'Status', kind: 'number', initial: '500' }],
  },
  {
    kind: 'rate-limit',
    label: 'Rate limit (429)',
    about: 'Too many requests.',
    inputs: [
      { name: 'retry_after', label: 'Retry after, seconds', kind: 'number', initial: '2' },
      { name: 'global', label: 'Global', kind: 'check', initial: '' },
      {
        name: 'scope',
        label: 'Scope',
        kind: 'choice',
        initial: 'user',
        choices: ['user', 'shared', 'global'],
      },
    ],
  },
  {
    kind: 'forbid',
    label: 'Forbid (403)',
    about: 'As if the permission were gone.',
    inputs: [{ name: 'code', label: 'Code', kind: 'choice', initial: '50013', choices: ['50013', '50001'] }],
  },
];

export const gatewayFaults: FaultKind[] = [
  {
    kind: 'disconnect',
    label: 'Close the connection',
    about: 'With a close code.',
    inputs: [{ name: 'code', label: 'Close code', kind: 'number', initial: '4000' }],
  },
  { kind: 'reset', label: 'Cut the connection', about: 'Without a goodbye.', inputs: [] },
  { kind: 'reconnect', label: 'Ask to reconnect', about: 'Opcode 7.', inputs: [] },
  {
    kind: 'invalid-session',
    label: 'Invalid session',
    about: 'Opcode 9.',
    inputs: [{ name: 'resumable', label: 'Resumable', kind: 'check', initial: '' }],
  },
  { kind: 'silence', label: 'Silence', about: 'No heartbeat is acknowledged.', inputs: [ms('60000')] },
  { kind: 'outage', label: 'Outage', about: 'REST answers 503, the gateway refuses.', inputs: [ms('10000')] },
  {
    kind: 'duplicate-next',
    label: 'Duplicate the next events',
    about: 'Each arrives twice.',
    inputs: [{ name: 'count', label: 'How many', kind: 'number', initial: '1' }],
  },
  {
    kind: 'replay',
    label: 'Replay the last events',
    about: 'As after a resume.',
    inputs: [{ name: 'count', label: 'How many', kind: 'number', initial: '5' }],
  },
  {
    kind: 'guild-unavailable',
    label: 'Server outage',
    about: 'The server is unavailable until it is back.',
    inputs: [],
  },
  { kind: 'guild-available', label: 'Server is back', about: 'After a server outage.', inputs: [] },
  { kind: 'kicked', label: 'Kick the bot', about: 'Out of the server, with its role.', inputs: [] },
  { kind: 'invited', label: 'Invite the bot again', about: 'With a new role of its own.', inputs: [] },
];

/** The action or fault as the sandbox wants it. Codes are numbers even where they are chosen from a list. */
export function faultBody(
  kind: FaultKind,
  values: Record<string, string>,
): { kind: string } & Record<string, unknown> {
  const body: { kind: string } & Record<string, unknown> = { kind: kind.kind };
  for (const input of kind.inputs) {
    const value = values[input.name] ?? input.initial;
    if (input.kind === 'check') {
      if (value !== '') body[input.name] = true;
    } else body[input.name] = input.kind === 'number' || input.name === 'code' ? Number(value) : value;
  }
  return body;
}
