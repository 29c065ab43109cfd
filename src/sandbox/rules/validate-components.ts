import { ComponentType } from 'discord-api-types/v10';
import { DiscordError } from '../errors.ts';
import { type ComponentScope, checkTextDisplay, componentScope, openComponent } from './component-scope.ts';
import type { EmojiIds } from './emoji.ts';
import { type Body, choice, flag, integer, list } from './fields.ts';
import { at, bodySpot, fault, required, type Spot, settle } from './form.ts';
import { checkButton } from './validate-buttons.ts';
import { checkFile, checkMediaGallery, checkThumbnail } from './validate-media.ts';
import { checkSelect, SELECT_TYPES } from './validate-selects.ts';

const V1_TOP: readonly ComponentType[] = [ComponentType.ActionRow];
const IN_CONTAINER: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];
const V2_TOP: readonly ComponentType[] = [...IN_CONTAINER, ComponentType.Container];
const IN_ROW: readonly ComponentType[] = [ComponentType.Button, ...SELECT_TYPES];
const IN_SECTION: readonly ComponentType[] = [ComponentType.TextDisplay];
const ACCESSORIES: readonly ComponentType[] = [ComponentType.Button, ComponentType.Thumbnail];

/** Nested components of a message with the V2 flag. */
export const MAX_COMPONENTS = 40;
/** Characters of all Text Displays of a message together. */
const MAX_TEXT = 4000;
/** Above about this many UTF-8 bytes of text Discord fails instead of refusing (discord-api-docs #8554). */
const MAX_TEXT_BYTES = 10_158;

export interface ComponentContext {
  /** Whether the message carries IS_COMPONENTS_V2. */
  v2: boolean;
  emojiIds?: EmojiIds;
  attachmentNames?: ReadonlySet<string> | undefined;
}

/**
 * The components of a message, `{components: [...]}`.
 * @throws DiscordError 50035 with a path per fault; 500 where Discord itself breaks on too many bytes of text.
 */
export function checkComponents(body: Body, context: ComponentContext): void {
  const spot = bodySpot();
  inspectComponents(spot, body, context);
  settle(spot);
}

/** As `checkComponents`, but notes faults at a spot of a larger form. Answers how many components there are. */
export function inspectComponents(spot: Spot, body: Body, context: ComponentContext): number {
  if (body['components'] === undefined || body['components'] === null) return 0;
  const components = list(spot, body, 'components', { max: context.v2 ? MAX_COMPONENTS : 5 });
  if (!components) return 0;
  const place = at(spot, 'components');
  const scope = componentScope(context);
  for (const [i, value] of components.entries()) {
    checkOne(at(place, i), value, context.v2 ? V2_TOP : V1_TOP, scope);
  }
  if (context.v2) checkTotals(place, scope);
  return scope.count;
}

function checkTotals(spot: Spot, scope: ComponentScope): void {
  if (scope.count > MAX_COMPONENTS) {
    const message = `Components total maximum size exceeded (${MAX_COMPONENTS})`;
    fault(spot, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  if (scope.textLength > MAX_TEXT) {
    const message = `Components displayable text size exceeds maximum size of ${MAX_TEXT}`;
    fault(spot, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  } else if (scope.textBytes > MAX_TEXT_BYTES && spot.faults.length === 0) {
    throw new DiscordError(500, 0, '500: Internal Server Error');
  }
}

function checkOne(spot: Spot, value: unknown, types: readonly ComponentType[], scope: ComponentScope): void {
  const component = openComponent(spot, value, types, scope);
  if (!component) return;
  CHECKS[component['type'] as ComponentType]?.(spot, component, scope);
}

const CHECKS: Partial<Record<ComponentType, (spot: Spot, component: Body, scope: ComponentScope) => void>> = {
  [ComponentType.ActionRow]: checkRow,
  [ComponentType.Section]: checkSection,
  [ComponentType.TextDisplay]: checkTextDisplay,
  [ComponentType.MediaGallery]: checkMediaGallery,
  [ComponentType.File]: checkFile,
  [ComponentType.Separator]: checkSeparator,
  [ComponentType.Container]: checkContainer,
};

function checkSeparator(spot: Spot, component: Body): void {
  flag(spot, component, 'divider');
  choice(spot, component, 'spacing', [1, 2]);
}

function checkContainer(spot: Spot, component: Body, scope: ComponentScope): void {
  integer(spot, component, 'accent_color', { min: 0, max: 0xff_ff_ff });
  flag(spot, component, 'spoiler');
  const children = list(spot, component, 'components', { required: true, min: 1, max: MAX_COMPONENTS });
  for (const [i, value] of (children ?? []).entries()) {
    checkOne(at(at(spot, 'components'), i), value, IN_CONTAINER, scope);
  }
}

/** Up to five buttons, or one select, which takes the whole width. */
function checkRow(spot: Spot, row: Body, scope: ComponentScope): void {
  const children = list(spot, row, 'components', { required: true, min: 1, max: 5 });
  if (!children) return;
  const place = at(spot, 'components');
  let width = 0;
  for (const [i, value] of children.entries()) {
    const here = at(place, i);
    const component = openComponent(here, value, IN_ROW, scope);
    if (!component) continue;
    const button = component['type'] === ComponentType.Button;
    width += button ? 1 : 5;
    if (width > 5) {
      fault(here, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    }
    if (button) checkButton(here, component, scope);
    else checkSelect(here, component, scope, false);
  }
}

function checkSection(spot: Spot, section: Body, scope: ComponentScope): void {
  const children = list(spot, section, 'components', { required: true, min: 1, max: 3 });
  for (const [i, value] of (children ?? []).entries()) {
    const here = at(at(spot, 'components'), i);
    const component = openComponent(here, value, IN_SECTION, scope);
    if (component) checkTextDisplay(here, component, scope);
  }
  const here = at(spot, 'accessory');
  if (section['accessory'] === undefined || section['accessory'] === null) return required(here);
  const accessory = openComponent(here, section['accessory'], ACCESSORIES, scope);
  if (!accessory) return;
  if (accessory['type'] === ComponentType.Button) checkButton(here, accessory, scope);
  else checkThumbnail(here, accessory, scope);
}
