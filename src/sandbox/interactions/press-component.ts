import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { type DiscordError, invalidForm, refuse } from '../errors.ts';
import { findComponent } from '../messages/content.ts';
import { messageOf, viewMessage } from '../world/messages.ts';
import type { ChannelState, Snowflake, World } from '../world/types.ts';
import {
  isEmpty,
  type Place,
  type Resolved,
  resolveChannel,
  resolveMentionable,
  resolveRole,
  resolveUser,
} from './resolved.ts';

export interface ComponentInput {
  custom_id: string;
  component_type?: number;
  values?: string[];
}

const failed = (path: string, message: string): DiscordError =>
  invalidForm(path, 'COMPONENT_VALIDATION_FAILED', message);

/** The message as the presser has it before them: in the channel, or theirs alone. Throws 10008. */
export function pressedMessage(
  world: World,
  userId: Snowflake,
  state: ChannelState,
  messageId: Snowflake,
): APIMessage {
  const ephemeral = world.ephemerals.get(messageId);
  if (ephemeral === undefined) return viewMessage(messageOf(state, messageId), world.botId);
  if (ephemeral.userId !== userId || ephemeral.message.channel_id !== state.id) throw refuse(10008);
  return ephemeral.message;
}

/** Checks a press against the component on the message and answers the interaction's data. Throws 50035. */
export function readComponent(
  message: APIMessage,
  input: ComponentInput,
  place: Place,
  userId: Snowflake,
): object {
  const component = findComponent(message.components, input.custom_id);
  if (component === undefined) throw failed('data.custom_id', 'The message has no such component');
  const type = component['type'] as ComponentType;
  if (input.component_type !== undefined && input.component_type !== type) {
    throw failed('data.component_type', 'The component has another type');
  }
  if (component['disabled'] === true) throw failed('data.custom_id', 'The component is disabled');
  const data = { id: component['id'], custom_id: input.custom_id, component_type: type };
  if (type === ComponentType.Button) return data;
  return { ...data, ...readChoice(component, input.values, { ...place, path: 'data.values' }, userId) };
}

/** Values chosen in a select, in a message or a modal, with what they resolve to. */
export function readChoice(
  select: Record<string, unknown>,
  chosen: readonly string[] | undefined,
  place: Place,
  userId: Snowflake,
): { values: string[]; resolved?: Resolved } {
  const values = [...(chosen ?? [])];
  const min = typeof select['min_values'] === 'number' ? select['min_values'] : 1;
  const max = typeof select['max_values'] === 'number' ? select['max_values'] : 1;
  if (values.length < min || values.length > max)
    throw failed(place.path, `Choose between ${min} and ${max}`);
  if (new Set(values).size !== values.length) throw failed(place.path, 'A value was chosen twice');
  const resolved: Resolved = {};
  for (const value of values) readValue(select, value, place, resolved, userId);
  return isEmpty(resolved) ? { values } : { values, resolved };
}

function readValue(
  select: Record<string, unknown>,
  value: string,
  place: Place,
  resolved: Resolved,
  userId: Snowflake,
): void {
  switch (select['type'] as number) {
    case ComponentType.StringSelect: {
      const options = (select['options'] ?? []) as { value: string }[];
      if (!options.some((option) => option.value === value)) throw failed(place.path, 'No such option');
      return;
    }
    case ComponentType.UserSelect:
      return resolveUser(place, resolved, value);
    case ComponentType.RoleSelect:
      return resolveRole(place, resolved, value);
    case ComponentType.MentionableSelect:
      return resolveMentionable(place, resolved, value);
    case ComponentType.ChannelSelect:
      return resolveChannel(place, resolved, value, userId, select['channel_types'] as number[] | undefined);
    default:
      throw failed(place.path, 'This component takes no values');
  }
}
