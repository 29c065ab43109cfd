import type { APIApplicationCommandOption, APIMessage } from 'discord-api-types/v10';
import { goToVoice } from '../../src/sandbox/gateway/voice.ts';
import type { InteractionInput } from '../../src/sandbox/interactions/check-press.ts';
import type { SentOption } from '../../src/sandbox/interactions/command-options.ts';
import { commandsIn } from '../../src/sandbox/interactions/find-command.ts';
import type { UploadedFile } from '../../src/sandbox/routes/route.ts';
import { openDm } from '../../src/sandbox/world/channels.ts';
import { guildOf } from '../../src/sandbox/world/lookup.ts';
import { viewMessage } from '../../src/sandbox/world/messages.ts';
import { canView } from '../../src/sandbox/world/permissions.ts';
import type { OpenModal } from '../../src/sandbox/world/types.ts';
import { buttonsOf, partsOf, selectsOf } from './messages.ts';
import { type ModalValues, modalSubmission } from './modal.ts';
import { type Outcome, runInteraction } from './outcome.ts';
import type { TestSandbox } from './sandbox.ts';

export type OptionValue = string | number | boolean | File;
export type Options = Record<string, OptionValue>;

export interface Where {
  /** Channel or thread by name or id; default `general`. */
  channel?: string;
}

export interface ApiAnswer<T> {
  status: number;
  body: T;
}

/** Somebody at a Discord client. Everything is checked as the client and Discord would check it (DiscordError). */
export interface PersonaDriver {
  readonly id: string;
  readonly token: string;
  /** `/poll quick`: the path of the command, its options by name. */
  slash(command: string, options?: Options, where?: Where): Promise<Outcome>;
  /** What is offered while `text` stands in the option `focused`. */
  autocomplete(
    command: string,
    focused: string,
    text: string,
    options?: Options,
    where?: Where,
  ): Promise<{ name: string; value: string | number }[]>;
  /** Right click on a message or a person (user id). */
  contextMenu(command: string, target: APIMessage | string, where?: Where): Promise<Outcome>;
  /** Presses a button, named by custom id, by label or emoji, or by a part of the label that only one button has. */
  press(message: APIMessage, button: string): Promise<Outcome>;
  /** Chooses in a select, named by custom id or placeholder; values may be the labels of its options. */
  choose(message: APIMessage, select: string, values: string[]): Promise<Outcome>;
  /** Fills a modal: values by custom id or label; what is not named stays as prefilled. */
  submitModal(modal: OpenModal | undefined, values?: ModalValues): Promise<Outcome>;
  /** Sends exactly this, for what no honest client would. */
  send(input: InteractionInput, files?: UploadedFile[]): Promise<Outcome>;
  /** Writes a message in a channel. */
  say(content: string, where?: Where): Promise<APIMessage>;
  /** What this person sees in a channel, oldest first, with the ephemeral messages for them. Empty where they may not look. */
  messages(channel?: string): APIMessage[];
  /** The latest message that this person sees there. */
  lastMessage(channel?: string): APIMessage | undefined;
  /** The present state of a message; undefined where it is gone. */
  look(message: APIMessage | undefined): APIMessage | undefined;
  /** Enters a voice or stage channel (by name or id), from another one as well. */
  joinVoice(channel: string): void;
  /** Leaves the voice channel that they are in; nothing happens where they are in none. */
  leaveVoice(): void;
  /** The id of the DM channel with the bot. */
  dm(): string;
  /** Any request of the API as this person. */
  api<T = unknown>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>>;
}

export function createPersona(sandbox: TestSandbox, name: string): PersonaDriver {
  const { world } = sandbox;
  const user = [...world.users.values()].find((one) =>
    [one.id, one.username, one.global_name].includes(name),
  );
  if (user === undefined || user.bot === true) throw new Error(`there is nobody called ${name}`);
  const userId = user.id;
  const token = `persona.${userId}`;
  const run = (input: InteractionInput, files: UploadedFile[] = []): Promise<Outcome> =>
    runInteraction(sandbox, userId, input, files);
  const place = (where: Where | undefined): string => sandbox.channel(where?.channel ?? 'general').id;

  const persona: PersonaDriver = {
    id: userId,
    token,
    async slash(command, options = {}, where) {
      const channel_id = place(where);
      const { data, files } = await commandCall(sandbox, channel_id, command, options);
      return run({ type: 2, channel_id, data }, files);
    },
    async autocomplete(command, focused, text, options = {}, where) {
      const channel_id = place(where);
      const { data } = await commandCall(
        sandbox,
        channel_id,
        command,
        { ...options, [focused]: text },
        focused,
      );
      const { choices, result } = await run({ type: 4, channel_id, data });
      if (result !== 'autocomplete') throw new Error(`no suggestions came: ${result}`);
      return choices as { name: string; value: string | number }[];
    },
    contextMenu(command, target, where) {
      const message = typeof target === 'string' ? undefined : target;
      const channel_id = message?.channel_id ?? place(where);
      const type = message === undefined ? 2 : 3;
      return run({
        type: 2,
        channel_id,
        data: { name: command, type, target_id: message?.id ?? (target as string) },
      });
    },
    press(message, button) {
      const custom_id = buttonId(present(persona, message), button);
      return run({
        type: 3,
        channel_id: message.channel_id,
        message_id: message.id,
        data: { component_type: 2, custom_id },
      });
    },
    choose(message, select, values) {
      const found = selectsOf(present(persona, message)).find(
        (one) => one.customId === select || one.placeholder === select,
      );
      if (found === undefined)
        throw new Error(
          `there is no select ${select} among ${selectsOf(message)
            .map((one) => one.customId)
            .join(', ')}`,
        );
      const chosen = values.map(
        (value) => found.options.find((option) => option.label === value)?.value ?? value,
      );
      return run({
        type: 3,
        channel_id: message.channel_id,
        message_id: message.id,
        data: {
          component_type: typeOf(message, found.customId, persona),
          custom_id: found.customId,
          values: chosen,
        },
      });
    },
    async submitModal(modal, values = {}) {
      if (modal === undefined) throw new Error('there is no modal to submit');
      const channel_id = world.interactions.byId.get(modal.id)?.channelId ?? '';
      const { components, files } = await modalSubmission(modal, values);
      return run(
        { type: 5, channel_id, data: { id: modal.id, custom_id: modal.custom_id, components } },
        files,
      );
    },
    send: run,
    async say(content, where) {
      const { status, body } = await persona.api<APIMessage>('POST', `/channels/${place(where)}/messages`, {
        content,
      });
      if (status !== 200) throw new Error(`the message was refused: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    messages(channel = 'general') {
      const state = sandbox.channel(channel);
      if (!canView(world, userId, state)) return [];
      const own = [...world.ephemerals.values()].filter(
        (one) => one.userId === userId && one.message.channel_id === state.id,
      );
      const all = [
        ...state.messages.map((record) => viewMessage(record, userId)),
        ...own.map((one) => one.message),
      ];
      return all.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    },
    lastMessage: (channel) => persona.messages(channel).at(-1),
    look(message) {
      if (message === undefined) return undefined;
      const ephemeral = world.ephemerals.get(message.id);
      if (ephemeral !== undefined) return ephemeral.userId === userId ? ephemeral.message : undefined;
      const record = world.channels.get(message.channel_id)?.byId.get(message.id);
      return record && viewMessage(record, userId);
    },
    joinVoice(channel) {
      const { id, guildId = '' } = sandbox.channel(channel);
      goToVoice(world, guildOf(world, guildId), userId, id);
    },
    leaveVoice() {
      for (const guild of world.guilds.values()) goToVoice(world, guild, userId, null);
    },
    dm() {
      const bot = world.users.get(world.botId);
      if (bot === undefined) throw new Error('there is no bot');
      return openDm(world, user, bot).id;
    },
    api: (method, path, body) => request(sandbox, token, method, path, body),
  };
  return persona;
}

async function request<T>(
  sandbox: TestSandbox,
  token: string,
  method: string,
  path: string,
  body: unknown,
): Promise<ApiAnswer<T>> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

/** The message as it is now, since views are edited after they were handed out. */
function present(persona: PersonaDriver, message: APIMessage): APIMessage {
  return persona.look(message) ?? message;
}

function buttonId(message: APIMessage, wanted: string): string {
  const buttons = buttonsOf(message).filter((one) => one.customId !== undefined);
  const exact = buttons.find(
    (one) => one.customId === wanted || one.label === wanted || one.emoji === wanted,
  );
  const partial = buttons.filter((one) => one.label.includes(wanted));
  const found = exact ?? (partial.length === 1 ? partial[0] : undefined);
  if (found?.customId === undefined) {
    throw new Error(
      `no button "${wanted}" among: ${buttons.map((one) => one.label || one.customId).join(', ')}`,
    );
  }
  return found.customId;
}

function typeOf(message: APIMessage, customId: string, persona: PersonaDriver): number {
  const part = partsOf(present(persona, message)).find((one) => one['custom_id'] === customId);
  return (part?.['type'] as number | undefined) ?? 3;
}

async function commandCall(
  sandbox: TestSandbox,
  channelId: string,
  path: string,
  options: Options,
  focused?: string,
) {
  const [name = '', ...below] = path.replace(/^\//, '').split(' ');
  const guildId = sandbox.world.channels.get(channelId)?.guildId;
  const command = commandsIn(sandbox.world, guildId).find((one) => one.name === name && one.type === 1);
  if (command === undefined) throw new Error(`there is no command /${name}`);
  const files: UploadedFile[] = [];
  const sent = await optionsFor(command.options ?? [], below, options, focused, files);
  return { data: { id: command.id, name, type: 1, options: sent }, files };
}

async function optionsFor(
  definitions: readonly APIApplicationCommandOption[],
  path: readonly string[],
  options: Options,
  focused: string | undefined,
  files: UploadedFile[],
): Promise<SentOption[]> {
  const [next, ...rest] = path;
  if (next !== undefined) {
    const group = definitions.find((one) => one.name === next);
    if (group === undefined) throw new Error(`there is no subcommand ${next}`);
    const nested = 'options' in group ? (group.options ?? []) : [];
    return [
      { name: next, type: group.type, options: await optionsFor(nested, rest, options, focused, files) },
    ];
  }
  const sent: SentOption[] = [];
  for (const [name, value] of Object.entries(options)) {
    const type = definitions.find((one) => one.name === name)?.type ?? 3;
    const option: SentOption = {
      name,
      type,
      value: value instanceof File ? await upload(value, files) : value,
    };
    sent.push(name === focused ? { ...option, focused: true } : option);
  }
  return sent;
}

/** Puts a file into the request and answers the key that refers to it. */
export async function upload(file: File, files: UploadedFile[]): Promise<string> {
  const key = String(files.length);
  const data = Buffer.from(await file.arrayBuffer());
  files.push({
    field: `files[${key}]`,
    filename: file.name,
    contentType: file.type || 'application/octet-stream',
    data,
  });
  return key;
}
