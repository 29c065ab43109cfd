import type { APIMessage } from 'discord-api-types/v10';
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import { offers, pressId } from './ideas.ts';
import { isEphemeral, selectsOf, textOf } from './messages.ts';
import type { ModalValues } from './modal.ts';
import type { Outcome } from './outcome.ts';
import type { Options, PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';

/** What people do with AMAs at a client, in one call each. */

const needed = P.CreatePublicThreads | P.SendMessagesInThreads | P.AttachFiles | P.CreateEvents;

/** A stage of the small guild. */
export const STAGE = '1191000000000000051';
const asker = (index: number): string => String(1_190_600_000_000_000_000n + BigInt(index));

/** The small guild with a stage and ten askers, where Hearth may make events and threads and sees the staff channel. */
export function amasSeed(): CommunitySeed {
  const small = buildSmallSeed();
  const [guild] = small.guilds;
  const staff = guild!.channels.find(({ id }) => id === SMALL.channels.staff);
  staff!.permission_overwrites.push({
    id: SMALL.roles.bot,
    type: 0,
    allow: String(P.ViewChannel | P.SendMessages | P.ReadMessageHistory),
    deny: '0',
  });
  const bot = guild!.roles.find(({ id }) => id === SMALL.roles.bot)!;
  bot.permissions = String(BigInt(bot.permissions) | needed);
  const [general] = guild!.channels;
  guild!.channels.push({
    ...general!,
    id: STAGE,
    type: ChannelType.GuildStageVoice,
    name: 'stage',
    position: 9,
  });
  const like = <T extends object>(one: T | undefined): T => ({ ...one! });
  for (let index = 0; index < 10; index += 1) {
    const id = asker(index);
    const name = { username: `asker${index}`, global_name: `Asker ${index}` };
    small.users.push({ ...like(small.users.find((user) => user.id === SMALL.users.other)), id, ...name });
    const member = guild!.members.find(({ user_id }) => user_id === SMALL.users.other);
    guild!.members.push({ ...like(member), user_id: id });
  }
  return small;
}

const names = ['owner', 'admin', 'moderator', 'member', 'other', 'german', 'newcomer'] as const;
export type AmaTown = TestHearth &
  Record<(typeof names)[number], PersonaDriver> & { readonly askers: readonly PersonaDriver[] };

/** What those need who only look. */
type Seen = Pick<AmaTown, 'sandbox' | 'owner'>;

/** A bot on the small guild. `owner` is staff; nothing is set up. */
export async function startAmas(options: TestSandboxOptions = {}): Promise<AmaTown> {
  const hearth = await startHearth({ seed: amasSeed(), ...options });
  const people = Object.fromEntries(names.map((name) => [name, hearth.sandbox.persona(name)]));
  const askers = Array.from({ length: 10 }, (_, index) => hearth.sandbox.persona(`asker${index}`));
  return Object.assign(Object.create(hearth) as AmaTown, people, { askers });
}

/** The moderators get their role known, as an admin does it in `/setup`. */
export async function nameStaff({ admin }: AmaTown): Promise<void> {
  const { reply } = await admin.slash('setup');
  const { text } = await admin.choose(reply!, 'Nobody but Manage Server', [SMALL.roles.staff]);
  if (!text.includes('✅ Saved')) throw new Error(`not saved: ${text}`);
}

export const amaForm = {
  title: 'Ask our roaster',
  starts: 'in 2 hours',
  ends: '1 hour',
  description: 'Rosa roasts since 1999.',
};

/** `/ama create` up to the preview that only the host sees. */
export async function draftAma(
  person: PersonaDriver,
  form: ModalValues = {},
  options: Options = {},
): Promise<APIMessage> {
  const opened = await person.slash('ama create', { 'staff-channel': SMALL.channels.staff, ...options });
  if (!opened.modal) throw new Error(`no form: ${opened.text}`);
  const shown = await person.submitModal(opened.modal, { ...amaForm, ...form });
  if (!shown.reply) throw new Error(`no preview: ${shown.result}`);
  return shown.reply;
}

export interface OpenAma {
  announcement: APIMessage;
  panel: APIMessage;
}

/** From the form to what stands in the channels. */
export async function createAma(
  town: Seen,
  person: PersonaDriver,
  form: ModalValues = {},
  options: Options = {},
): Promise<OpenAma> {
  const preview = await draftAma(person, form, options);
  const { text } = await pressId(person, preview, 'ama-draft', 'publish');
  if (!text.includes('✅')) throw new Error(`not published: ${text}`);
  const { title } = { ...amaForm, ...form } as { title: string };
  return { announcement: await announcementOf(town, title), panel: await panelOf(town, title) };
}

/** Waits for the announcement with this title in the channel `general`. */
export const announcementOf = (town: Seen, title: string): Promise<APIMessage> =>
  messageWith(town, 'general', (message) => offers(message, 'ama-remind') && textOf(message).includes(title));

export const panelOf = (town: Seen, title: string): Promise<APIMessage> =>
  messageWith(town, 'staff', (message) => offers(message, 'ama-panel') && textOf(message).includes(title));

/** The newest message of a channel that everybody there sees and that fits. */
export function messageWith(
  { sandbox, owner }: Seen,
  channel: string,
  fits: (message: APIMessage) => boolean,
): Promise<APIMessage> {
  return sandbox.until(() =>
    owner
      .messages(channel)
      .filter((message) => !isEphemeral(message))
      .toReversed()
      .find(fits),
  );
}

/** Waits for the newest panel that says so: one that is too old to be edited often is posted anew. */
export const panelSays = (town: Seen, title: string, words: string): Promise<APIMessage> =>
  sayingSoon(town, (now) => now('staff', 'ama-panel', title), words);

export const queueSays = (town: Seen, title: string, words: string): Promise<APIMessage> =>
  sayingSoon(town, (now) => now('staff', 'ama-review', title), words);

type Newest = (channel: string, button: string, title: string) => APIMessage | undefined;

/** Moves the clock on while it waits: old messages are edited every 10 s at most. */
async function sayingSoon(
  town: Seen,
  find: (newest: Newest) => APIMessage | undefined,
  words: string,
): Promise<APIMessage> {
  const newest: Newest = (channel, button, title) =>
    town.owner
      .messages(channel)
      .filter((message) => !isEphemeral(message))
      .toReversed()
      .find((message) => offers(message, button) && textOf(message).includes(title));
  const meanwhile = setInterval(() => town.sandbox.advance(2_500), 500);
  const found = () => {
    const message = find(newest);
    return message && textOf(message).includes(words) ? message : undefined;
  };
  try {
    return await town.sandbox.until(found);
  } catch (error) {
    throw new Error(`“${words}” is not on it: ${textOf(find(newest))}`, { cause: error });
  } finally {
    clearInterval(meanwhile);
  }
}

/** Presses Ask on a message and sends the form. */
export async function ask(
  person: PersonaDriver,
  message: APIMessage,
  text: string,
  values: ModalValues = {},
): Promise<Outcome> {
  const { modal, text: said } = await pressId(person, message, 'ama-ask');
  if (!modal) throw new Error(`no form: ${said}`);
  return person.submitModal(modal, { text, ...values });
}

/** Presses a button that opens a form, and sends it. */
export async function fill(
  person: PersonaDriver,
  message: APIMessage,
  button: readonly [name: string, ...parts: string[]],
  values: ModalValues,
): Promise<Outcome> {
  const [name, ...parts] = button;
  const { modal, text } = await pressId(person, message, name, ...parts);
  if (!modal) throw new Error(`no form: ${text}`);
  return person.submitModal(modal, values);
}

/** What is asked of the answers' form or any other behind a button of the run, by custom id. */
export const answer = (
  person: PersonaDriver,
  message: APIMessage,
  text: string,
  kind: 'answer' | 'voice' = 'answer',
): Promise<Outcome> => fill(person, message, ['ama-run', kind], { text });

/** The next question goes on air from the panel. */
export const putOnAir = (person: PersonaDriver, panel: APIMessage): Promise<Outcome> =>
  pressId(person, panel, 'ama-run', 'on-air');

/** Opens the card of the question with these words from a menu of questions. */
export async function openQuestion(
  person: PersonaDriver,
  message: APIMessage,
  words: string,
): Promise<APIMessage> {
  const menu = selectsOf(person.look(message)).find(({ customId }) => customId.startsWith('ama-pick:'));
  const option = menu?.options.find(({ label }) => label.includes(words));
  if (!menu || !option) throw new Error(`“${words}” is in no menu of ${textOf(person.look(message))}`);
  const { reply, text } = await person.choose(message, menu.customId, [option.value]);
  return reply ?? Promise.reject(new Error(`no card: ${text}`));
}

/** The thread of an AMA with this title, once it stands. */
export const threadOf = ({ sandbox }: Pick<AmaTown, 'sandbox'>, title: string): Promise<string> =>
  sandbox.until(
    () =>
      [...sandbox.world.channels.values()].find(
        ({ channel }) => 'thread_metadata' in channel && (channel.name ?? '').includes(title),
      )?.id,
  );

/** Waits until everybody can read these words in a channel or thread. */
export const saidIn = (town: Seen, channel: string, words: string): Promise<APIMessage> =>
  messageWith(town, channel, (message) => textOf(message).includes(words)).catch(() => {
    const all = town.owner.messages(channel).filter((message) => !isEphemeral(message));
    return Promise.reject(new Error(`nobody said “${words}”: ${all.map(textOf).join('\n---\n')}`));
  });

/** What Hearth wrote to somebody. */
export const letters = (person: PersonaDriver): string[] => person.messages(person.dm()).map(textOf);

/** Waits until Hearth has written this to somebody. */
export const hears = (town: Pick<Seen, 'sandbox'>, person: PersonaDriver, words: string): Promise<string> =>
  town.sandbox
    .until(() => letters(person).find((text) => text.includes(words)))
    .catch(() => Promise.reject(new Error(`not written “${words}”: ${letters(person).join('\n---\n')}`)));

/** How many messages with these words stand in a channel for all to see. */
export const countIn = ({ owner }: Seen, channel: string, words: string): number =>
  owner.messages(channel).filter((message) => !isEphemeral(message) && textOf(message).includes(words))
    .length;

/** Ends an AMA by hand, with the question before it. */
export async function closeAma(person: PersonaDriver, panel: APIMessage): Promise<Outcome> {
  const { reply, text } = await pressId(person, panel, 'ama-panel', 'close');
  if (!reply) throw new Error(`not asked: ${text}`);
  return pressId(person, reply, 'ama-close-now');
}
