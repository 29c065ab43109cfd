import type { APIMessage } from 'discord-api-types/v10';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import { offers, pressId } from './ideas.ts';
import { isEphemeral, textOf } from './messages.ts';
import type { ModalValues } from './modal.ts';
import type { Outcome } from './outcome.ts';
import type { Options, PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';

/** What people do with AMAs at a client, in one call each. */

const needed = P.CreatePublicThreads | P.SendMessagesInThreads | P.AttachFiles | P.CreateEvents;

/** The small guild, where Hearth may make events and threads and sees the staff channel. */
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
  return small;
}

const names = ['owner', 'admin', 'moderator', 'member', 'other', 'german', 'newcomer'] as const;
export type AmaTown = TestHearth & Record<(typeof names)[number], PersonaDriver>;

/** A bot on the small guild. `owner` is staff; nothing is set up. */
export async function startAmas(options: TestSandboxOptions = {}): Promise<AmaTown> {
  const hearth = await startHearth({ seed: amasSeed(), ...options });
  const people = Object.fromEntries(names.map((name) => [name, hearth.sandbox.persona(name)]));
  return Object.assign(Object.create(hearth) as AmaTown, people);
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
  town: AmaTown,
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
export const announcementOf = (town: AmaTown, title: string): Promise<APIMessage> =>
  messageWith(town, 'general', (message) => offers(message, 'ama-remind') && textOf(message).includes(title));

export const panelOf = (town: AmaTown, title: string): Promise<APIMessage> =>
  messageWith(town, 'staff', (message) => offers(message, 'ama-panel') && textOf(message).includes(title));

export const queueOf = (town: AmaTown, title: string): Promise<APIMessage> =>
  messageWith(town, 'staff', (message) => offers(message, 'ama-review') && textOf(message).includes(title));

/** The newest message of a channel that everybody there sees and that fits. */
export function messageWith(
  { sandbox, owner }: AmaTown,
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
export const panelSays = (town: AmaTown, title: string, words: string): Promise<APIMessage> =>
  sayingSoon(town, (now) => now('staff', 'ama-panel', title), words);

export const queueSays = (town: AmaTown, title: string, words: string): Promise<APIMessage> =>
  sayingSoon(town, (now) => now('staff', 'ama-review', title), words);

type Newest = (channel: string, button: string, title: string) => APIMessage | undefined;

/** Moves the clock on while it waits: old messages are edited every 10 s at most. */
async function sayingSoon(
  town: AmaTown,
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
