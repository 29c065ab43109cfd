import type {
  APIChannelSelectComponent,
  APIRoleSelectComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
  APIUserSelectComponent,
  ChannelType,
} from 'discord-api-types/v10';
import { ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import { fit, limits } from './limits.ts';
import { emojiFrom } from './ui.ts';

export interface SelectBase {
  /** A built custom id. */
  id: string;
  placeholder?: string;
  /** Default 1. */
  min?: number;
  /** Default 1. */
  max?: number;
  /** Messages only: Discord refuses it in modals. */
  disabled?: boolean;
  /** Modals only: Discord refuses it in messages. */
  required?: boolean;
}

export interface Choice {
  value: string;
  label: string;
  description?: string | undefined;
  emoji?: string | undefined;
  chosen?: boolean;
}

function common(select: SelectBase, most: number) {
  const max = Math.max(1, Math.min(select.max ?? 1, most));
  return {
    custom_id: select.id,
    min_values: Math.min(select.min ?? 1, max),
    max_values: max,
    ...(select.placeholder === undefined
      ? {}
      : { placeholder: fit(select.placeholder, limits.selectPlaceholder) }),
    ...(select.disabled ? { disabled: true } : {}),
    ...(select.required === undefined ? {} : { required: select.required }),
  };
}

/** A menu of at most 25 choices with distinct values. */
export function select(options: SelectBase & { options: readonly Choice[] }): APIStringSelectComponent {
  const choices = options.options.slice(0, limits.selectOptions);
  return {
    type: ComponentType.StringSelect,
    ...common(options, choices.length),
    options: choices.map((choice) => selectOption(choice)),
  };
}

function selectOption(choice: Choice): APISelectMenuOption {
  const { value, label, description, chosen } = choice;
  const emoji = emojiFrom(choice.emoji);
  return {
    value,
    label: fit(label, limits.selectText),
    ...(description ? { description: fit(description, limits.selectText) } : {}),
    ...(emoji ? { emoji } : {}),
    ...(chosen ? { default: true } : {}),
  };
}

/** `chosen`: ids that are preselected. */
type WithChosen = SelectBase & { chosen?: readonly string[] };

function preselected<T extends SelectMenuDefaultValueType>(options: WithChosen, type: T) {
  const chosen = (options.chosen ?? []).slice(0, options.max ?? 1);
  return chosen.length === 0 ? {} : { default_values: chosen.map((id) => ({ id, type })) };
}

export function roleSelect(options: WithChosen): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    ...common(options, limits.selectOptions),
    ...preselected(options, SelectMenuDefaultValueType.Role),
  };
}

export function userSelect(options: WithChosen): APIUserSelectComponent {
  return {
    type: ComponentType.UserSelect,
    ...common(options, limits.selectOptions),
    ...preselected(options, SelectMenuDefaultValueType.User),
  };
}

/** `types`: which kinds of channels are offered; all if left out. */
export function channelSelect(
  options: WithChosen & { types?: readonly ChannelType[] },
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    ...common(options, limits.selectOptions),
    ...(options.types ? { channel_types: [...options.types] } : {}),
    ...preselected(options, SelectMenuDefaultValueType.Channel),
  };
}
