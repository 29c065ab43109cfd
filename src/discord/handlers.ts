import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIContextMenuInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10';
import { customIdPrefix } from './custom-id.ts';
import type { Command, SubcommandHandler } from './define-command.ts';
import type { ComponentHandler } from './define-component.ts';
import { subcommandOf } from './inputs.ts';
import type { Ack, Call, Reply } from './interaction.ts';

/** A handler, found and ready to run; the fields of a custom id are already read. */
export interface Work {
  ack: Ack;
  requires: bigint;
  run(call: Call): Reply | Promise<Reply>;
}

export type Handled =
  | APIApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction;

/** Finds handlers by exact name. Throws RangeError where two claim the same: that must not reach members. */
export interface Handlers {
  /** Undefined for a command that is no longer there, and for an unknown or out-of-date custom id. */
  find(raw: Handled): Work | undefined;
  findSubcommand(name: string, subcommand: string): SubcommandHandler | undefined;
}

export function handlers(commands: readonly Command[], components: readonly ComponentHandler[]): Handlers {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    put(byName, `${command.data.type ?? ApplicationCommandType.ChatInput} ${command.data.name}`, command);
  }
  const byId = new Map<string, ComponentHandler>();
  for (const handler of components) {
    put(byId, `${handler.kind} ${handler.id.name}:v${handler.id.version}`, handler);
  }
  const subcommand = (name: string, key: string) => {
    const command = byName.get(`${ApplicationCommandType.ChatInput} ${name}`);
    return command?.type === 'chat' && Object.hasOwn(command.handlers, key)
      ? command.handlers[key]
      : undefined;
  };

  return {
    find: (raw) =>
      raw.type === InteractionType.ApplicationCommand
        ? findCommand(raw, byName, subcommand)
        : findComponent(raw, byId),
    findSubcommand: subcommand,
  };
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key)) throw new RangeError(`two handlers for ${key}`);
  map.set(key, value);
}

function findCommand(
  raw: APIApplicationCommandInteraction,
  byName: ReadonlyMap<string, Command>,
  subcommand: (name: string, key: string) => SubcommandHandler | undefined,
): Work | undefined {
  const { name, type } = raw.data;
  const command = byName.get(`${type} ${name}`);
  if (command?.type === 'context-menu') {
    const { ack, requires = 0n } = command;
    return {
      ack,
      requires,
      run: (call) => command.run(call as Call<APIContextMenuInteraction>),
    };
  }
  const handler = subcommand(name, subcommandOf(raw));
  if (!command || !handler) return undefined;
  return {
    ack: handler.ack,
    requires: command.requires ?? 0n,
    run: (call) => handler.run(call as Call<APIChatInputApplicationCommandInteraction>),
  };
}

function findComponent(
  raw: APIMessageComponentInteraction | APIModalSubmitInteraction,
  byId: ReadonlyMap<string, ComponentHandler>,
): Work | undefined {
  const id = raw.data.custom_id;
  const kind = componentKind(raw);
  const handler = byId.get(`${kind} ${customIdPrefix(id)}`);
  const fields = handler?.id.parse(id);
  if (!handler || fields === undefined) return undefined;
  return {
    ack: handler.ack,
    requires: handler.requires ?? 0n,
    run: (call) => handler.run(call as Call<typeof raw>, fields),
  };
}

/** What the log calls an interaction, also one that has no handler. */
export function labelOf(raw: Handled): { kind: string; name: string } {
  if (raw.type !== InteractionType.ApplicationCommand) {
    return { kind: componentKind(raw), name: customIdPrefix(raw.data.custom_id) };
  }
  if (raw.data.type !== ApplicationCommandType.ChatInput) return { kind: 'menu', name: raw.data.name };
  return { kind: 'command', name: [raw.data.name, subcommandOf(raw)].join(' ').trim() };
}

function componentKind(
  raw: APIMessageComponentInteraction | APIModalSubmitInteraction,
): ComponentHandler['kind'] {
  if (raw.type === InteractionType.ModalSubmit) return 'modal';
  return raw.data.component_type === ComponentType.Button ? 'button' : 'select';
}
