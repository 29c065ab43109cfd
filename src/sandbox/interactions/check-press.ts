import {
  type APIApplicationCommand,
  type APIAttachment,
  type APIMessage,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { fileKey, storeFiles } from '../messages/attachments.ts';
import type { UploadedFile } from '../routes/route.ts';
import { messageOf, viewMessage } from '../world/messages.ts';
import { canView } from '../world/permissions.ts';
import type { ChannelState, GuildState, InteractionRecord, Snowflake, World } from '../world/types.ts';
import { type OptionContext, readOptions, type SentOption } from './command-options.ts';
import { findCommand, mayUse } from './find-command.ts';
import { pressedMessage, readComponent } from './press-component.ts';
import { isEmpty, type Place, type Resolved, resolveUser } from './resolved.ts';
import { readModal } from './submit-modal.ts';

/** What a client sends to POST /interactions. */
export interface InteractionInput {
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: number;
  application_id?: string;
  guild_id?: string | null;
  channel_id: string;
  session_id?: string;
  nonce?: string | number;
  message_id?: string;
  data: InteractionData;
}

export interface InteractionData {
  id?: string;
  name?: string;
  type?: number;
  target_id?: string;
  options?: SentOption[];
  attachments?: { id: string; filename?: string }[];
  custom_id?: string;
  component_type?: number;
  values?: string[];
  components?: unknown;
}

export interface Presser {
  world: World;
  userId: Snowflake;
  state: ChannelState;
  guild: GuildState | undefined;
  input: InteractionInput;
  files: readonly UploadedFile[];
}

/** What the four kinds have in common once they are checked. */
export interface Checked {
  data: object;
  record: Pick<InteractionRecord, 'command' | 'optionType' | 'sourceId' | 'openedBy'>;
  message?: APIMessage;
}

/** Who presses where. Throws 10003, 50001, 50055, 10002, 50083, 50035. */
export function presserOf(
  world: World,
  userId: Snowflake,
  input: InteractionInput,
  files: readonly UploadedFile[],
): Presser {
  if (typeof input !== 'object' || input === null || typeof input.data !== 'object' || input.data === null) {
    throw invalidForm('data', 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  const state = world.channels.get(input.channel_id);
  if (state === undefined) throw refuse(10003);
  if (!canView(world, userId, state)) throw refuse(50001);
  if ((input.guild_id ?? undefined) !== undefined && input.guild_id !== state.guildId) throw refuse(50055);
  if (input.application_id !== undefined && input.application_id !== world.application.id)
    throw refuse(10002);
  if (state.channel.thread_metadata?.archived === true) throw refuse(50083);
  const guild = state.guildId === undefined ? undefined : world.guilds.get(state.guildId);
  return { world, userId, state, guild, input, files };
}

/** Checks what was sent against what is there, by kind of interaction. Throws DiscordError. */
export function check(presser: Presser): Checked {
  switch (presser.input.type) {
    case InteractionType.ApplicationCommand:
      return checkCommand(presser, false);
    case InteractionType.ApplicationCommandAutocomplete:
      return checkCommand(presser, true);
    case InteractionType.MessageComponent:
      return checkComponent(presser);
    case InteractionType.ModalSubmit:
      return checkModalSubmit(presser);
    default:
      throw invalidForm('type', 'BASE_TYPE_CHOICES', 'Value must be one of {2, 3, 4, 5}.');
  }
}

const NO_RECORD = { command: undefined, optionType: undefined, sourceId: undefined, openedBy: undefined };

function attachmentsOf({ world, state, files }: Presser): Map<string, APIAttachment> {
  if (files.length === 0) return new Map();
  const stored = storeFiles(world, state.id, files, undefined, { ephemeral: true });
  return new Map(
    files.flatMap((file, index) => {
      const attachment = stored[index];
      return attachment === undefined ? [] : [[fileKey(file), attachment] as const];
    }),
  );
}

/** With group and subcommand, as Discord shows it. */
function fullName(name: string, options: readonly SentOption[] | undefined): string {
  const [first] = options ?? [];
  return first !== undefined && (first.type === 1 || first.type === 2)
    ? fullName(`${name} ${first.name}`, first.options)
    : name;
}

function checkCommand(presser: Presser, autocomplete: boolean): Checked {
  const { world, userId, state, guild, input } = presser;
  const { data } = input;
  const command = findCommand(world, guild?.id, {
    name: data.name ?? '',
    ...(data.id === undefined ? {} : { id: data.id }),
    ...(data.type === undefined ? {} : { type: data.type }),
  });
  if (!mayUse(world, userId, state, command)) throw refuse(50013);
  const resolved: Resolved = {};
  const base = {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
  const named = { name: fullName(command.name, data.options), type: command.type, targetId: data.target_id };
  if (command.type !== ApplicationCommandType.ChatInput) {
    resolveTarget(presser, command, resolved);
    return {
      data: { ...base, target_id: data.target_id, resolved },
      record: { ...NO_RECORD, command: named },
    };
  }
  const context: OptionContext = {
    world,
    guild,
    state,
    userId,
    resolved,
    attachments: attachmentsOf(presser),
    autocomplete,
  };
  const options = readOptions(command.options ?? [], data.options ?? [], context, 'data.options');
  if (autocomplete && context.focused === undefined)
    throw invalidForm('data.options', 'BASE_TYPE_REQUIRED', 'No option is focused');
  const parts = { ...(options.length === 0 ? {} : { options }), ...(isEmpty(resolved) ? {} : { resolved }) };
  return {
    data: { ...base, ...parts },
    record: { ...NO_RECORD, command: named, optionType: context.focused?.type },
  };
}

function resolveTarget(
  { world, state, guild, input }: Presser,
  command: APIApplicationCommand,
  resolved: Resolved,
): void {
  const id = input.data.target_id ?? '';
  if (command.type === ApplicationCommandType.User) {
    return resolveUser({ world, guild, state, path: 'data.target_id' }, resolved, id);
  }
  resolved.messages = { [id]: viewMessage(messageOf(state, id), world.botId) };
}

function checkComponent({ world, userId, state, guild, input }: Presser): Checked {
  const message = pressedMessage(world, userId, state, input.message_id ?? '');
  if (message.author.id !== world.botId) throw refuse(10008);
  const place: Place = { world, guild, state, path: 'data' };
  const { custom_id = '', component_type, values } = input.data;
  const sent = {
    custom_id,
    ...(component_type === undefined ? {} : { component_type }),
    ...(values === undefined ? {} : { values }),
  };
  return {
    data: readComponent(message, sent, place, userId),
    message,
    record: { ...NO_RECORD, sourceId: message.id },
  };
}

/** The modal must be the one on this person's screen; it stays there until the bot has answered. */
function checkModalSubmit(presser: Presser): Checked {
  const { world, userId, state, guild, input } = presser;
  const open = world.interactions.modals.get(input.data.id ?? '');
  if (open === undefined || open.record.userId !== userId || open.record.channelId !== state.id)
    throw refuse(10062);
  if (input.data.custom_id !== undefined && input.data.custom_id !== open.modal.custom_id) {
    throw invalidForm('data.custom_id', 'COMPONENT_VALIDATION_FAILED', 'The modal has another custom id');
  }
  const context = { world, guild, state, userId, attachments: attachmentsOf(presser) };
  const data = readModal(open.modal, input.data.components, context);
  const { sourceId } = open.record;
  const message = sourceId === undefined ? undefined : sourceMessage(world, userId, state, sourceId);
  return {
    data,
    record: { ...NO_RECORD, command: open.record.command, sourceId: message?.id, openedBy: open.record },
    ...(message === undefined ? {} : { message }),
  };
}

/** The message may be gone by the time the modal is sent. */
function sourceMessage(
  world: World,
  userId: Snowflake,
  state: ChannelState,
  id: Snowflake,
): APIMessage | undefined {
  if (!state.byId.has(id) && !world.ephemerals.has(id)) return undefined;
  return pressedMessage(world, userId, state, id);
}
