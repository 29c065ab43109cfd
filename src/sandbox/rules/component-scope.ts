import type { ComponentType } from 'discord-api-types/v10';
import type { EmojiIds } from './emoji.ts';
import { asModel, type Body, flag, integer, lengthOf, text } from './fields.ts';
import { at, badUnion, fault, type Spot } from './form.ts';

/** What one message or modal knows about all of its components together. */
export interface ComponentScope {
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  /** Components of any depth, counted as Discord does. */
  count: number;
  /** Characters and UTF-8 bytes of all Text Displays. */
  textLength: number;
  textBytes: number;
  readonly emojiIds: EmojiIds;
  /** File names that `attachment://` may refer to; without it every name passes. */
  readonly attachmentNames: ReadonlySet<string> | undefined;
}

export function componentScope(more: {
  emojiIds?: EmojiIds;
  attachmentNames?: ReadonlySet<string> | undefined;
}): ComponentScope {
  return {
    customIds: new Set(),
    ids: new Set(),
    count: 0,
    textLength: 0,
    textBytes: 0,
    emojiIds: more.emojiIds,
    attachmentNames: more.attachmentNames,
  };
}

/** Opens a component that may stand at this spot: counts it and checks its type and numeric id. */
export function openComponent(
  spot: Spot,
  value: unknown,
  types: readonly ComponentType[],
  scope: ComponentScope,
): Body | undefined {
  const component = asModel(spot, value);
  if (!component) return undefined;
  scope.count += 1;
  if (!types.includes(component['type'] as ComponentType)) {
    badUnion(spot, types);
    return undefined;
  }
  const id = integer(spot, component, 'id', { min: 0, max: 2_147_483_647 });
  if (id === undefined || id === 0) return component;
  if (scope.ids.has(id))
    fault(at(spot, 'id'), 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
  scope.ids.add(id);
  return component;
}

/** A custom id of 1 to 100 characters that no other component of the message has. */
export function checkCustomId(spot: Spot, component: Body, scope: ComponentScope): void {
  const id = text(spot, component, 'custom_id', { required: true, min: 1, max: 100 });
  if (id === undefined) return;
  if (scope.customIds.has(id)) {
    fault(
      at(spot, 'custom_id'),
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  scope.customIds.add(id);
}

/** A Text Display: 1 to 4,000 characters of markdown. */
export function checkTextDisplay(spot: Spot, component: Body, scope: ComponentScope): void {
  const content = text(spot, component, 'content', { required: true, min: 1, max: 4000 });
  if (content === undefined) return;
  scope.textLength += lengthOf(content);
  scope.textBytes += Buffer.byteLength(content);
}

/** No component of a modal can be disabled. */
export function refuseDisabled(spot: Spot, component: Body): void {
  if (flag(spot, component, 'disabled') !== true) return;
  fault(at(spot, 'disabled'), 'COMPONENT_DISABLED_INVALID', 'Components in modals cannot be disabled');
}
