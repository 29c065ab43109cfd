import type { Channel, Guild, Member, Persona, User } from '../api/types.ts';
import { clock } from '../state/clock.ts';
import { emptyState, type State } from '../state/model.ts';
import { ready } from '../state/reduce-world.ts';
import { demoCommands } from './commands.ts';
import { componentMessages } from './components.ts';
import { textMessages } from './texts.ts';

export const GUILD = '1';
/** Every picture is taken at the same moment. */
export const NOW = Date.parse('2026-03-06T15:30:00Z');
clock.set(() => ({ offset: NOW - Date.now() }));

const person = (id: string, username: string, global_name: string, bot = false): User => ({
  id,
  username,
  global_name,
  bot,
});
export const mia = person('101', 'mia.roasts', 'Mia Okafor');
export const jonas = person('102', 'jonas_k', 'Jonas Keller');
export const aiko = person('103', 'aiko', '愛子 Aiko');
export const sam = person('104', 'samira', 'Samira Haddad');
export const hearth = person('900', 'Hearth', 'Hearth', true);

export const personas: [Persona, ...Persona[]] = [
  { ...jonas, avatar: null, token: '', label: 'Member' },
  { ...sam, avatar: null, token: '', label: 'Moderator' },
  { ...mia, avatar: null, token: '', label: 'Admin' },
  { ...aiko, avatar: null, token: '', label: 'Newcomer' },
];

const channel = (id: string, type: number, name: string, more: Partial<Channel> = {}): Channel => ({
  id,
  type,
  name,
  guild_id: GUILD,
  position: Number(id),
  parent_id: null,
  last_message_id: '1',
  ...more,
});

const tags = [
  { id: '71', name: 'Planned', emoji_name: '🛠️' },
  { id: '72', name: 'Done', emoji_name: '✅', moderated: true },
  { id: '73', name: 'Equipment', emoji_name: '⚙️' },
];

const post = (id: string, name: string, applied_tags: string[], more: Partial<Channel> = {}): Channel =>
  channel(id, 11, name, { parent_id: '30', owner_id: mia.id, applied_tags, message_count: 7, ...more });

const channels: Channel[] = [
  channel('10', 4, 'Welcome'),
  channel('11', 5, 'announcements', { parent_id: '10' }),
  channel('12', 0, 'start-here', { parent_id: '10' }),
  channel('20', 4, 'Coffee talk'),
  channel('21', 0, 'general', {
    parent_id: '20',
    topic: 'Everything about coffee. Be kind, **share your brews**.',
  }),
  channel('22', 0, 'brew-lab', { parent_id: '20', topic: 'Ratios, grinders, water.' }),
  channel('30', 15, 'ideas', {
    parent_id: '20',
    available_tags: tags,
    topic: 'One idea a post. Vote with the button below it.',
  }),
  channel('25', 2, 'Kitchen table', { parent_id: '20' }),
  channel('40', 4, 'Team'),
  channel('41', 0, 'staff-room', {
    parent_id: '40',
    permission_overwrites: [
      { id: GUILD, type: 0, allow: '0', deny: '1024' },
      { id: jonas.id, type: 1, allow: '1024', deny: '0' },
    ],
  }),
];

const threads: Channel[] = [
  channel('23', 11, 'V60 or Kalita? A friendly fight', { parent_id: '22', owner_id: jonas.id }),
  post('31', 'A subscription that pauses itself while I travel', ['71']),
  post('32', 'Sell the 250 g bags of the Guji natural again', ['72'], { flags: 2 }),
  post('33', 'Grinder loan for new members', ['73', '71'], {
    thread_metadata: { archived: true, locked: true },
  }),
];

const role = (id: string, name: string, color: number, position: number, hoist = true) => ({
  id,
  name,
  color,
  position,
  hoist,
  permissions: '0',
});

const guild: Guild = {
  id: GUILD,
  name: 'Kettle & Kin',
  owner_id: mia.id,
  roles: [
    {
      id: GUILD,
      name: '@everyone',
      color: 0,
      position: 0,
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 20n) | (1n << 38n) | (1n << 35n)),
    },
    role('201', 'Team', 0xe67e22, 3),
    role('202', 'Moderator', 0x2ecc71, 2),
    role('203', 'Home barista', 0x5dade2, 1, false),
  ],
  emojis: [],
  channels,
  threads,
  members: [
    { user: mia, roles: ['201'] },
    { user: sam, roles: ['202'] },
    { user: jonas, roles: ['203'] },
    { user: aiko, roles: [] },
    { user: hearth, roles: [] },
  ] satisfies Member[],
  voice_states: [
    { user_id: mia.id, channel_id: '25' },
    { user_id: aiko.id, channel_id: '25' },
  ],
};

const dm: Channel = { id: '50', type: 1, recipients: [hearth], last_message_id: '5' };
const pages: Record<string, string> = { text: '21', components: '22', forum: '30', thread: '23', dm: '50' };

export function demoState(page: string): State {
  const event = { user: jonas, guilds: [guild], private_channels: [dm], session_id: 'still', read_state: [] };
  const state = ready({ ...emptyState }, event);
  const still = (list: State['messages'][string]['list']) => ({
    list,
    loaded: true,
    loading: false,
    reachedStart: true,
  });
  return {
    ...state,
    channelId: pages[page] ?? '21',
    commands: { [GUILD]: demoCommands },
    messages: {
      '21': still(textMessages()),
      '22': still(componentMessages()),
      '23': still([]),
      '50': still([]),
    },
    read: {
      ...state.read,
      '11': { lastId: '0', mentions: 0 },
      '12': { lastId: '0', mentions: 2 },
      '31': { lastId: '0', mentions: 0 },
    },
    newFrom: { '21': '1007' },
    interactions: {
      a: {
        nonce: 'a',
        kind: 'command',
        channelId: '21',
        state: 'sending',
        sentAt: 0,
        commandName: '/poll list',
        applicationId: '900',
      },
      b: {
        nonce: 'b',
        kind: 'component',
        channelId: '22',
        state: 'sending',
        sentAt: 0,
        messageId: '2002',
        customId: 'busy',
      },
      c: {
        nonce: 'c',
        kind: 'component',
        channelId: '22',
        state: 'failed',
        problem: 'This interaction failed',
        sentAt: 0,
        messageId: '2004',
      },
    },
  };
}
