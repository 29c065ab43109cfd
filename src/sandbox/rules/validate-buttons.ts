import { ButtonStyle } from 'discord-api-types/v10';
import { type ComponentScope, checkCustomId } from './component-scope.ts';
import { checkEmoji } from './emoji.ts';
import { address, type Body, choice, flag, model, snowflake, text, valuesOf } from './fields.ts';
import { at, fault, type Spot } from './form.ts';

const STYLES = valuesOf(ButtonStyle);

const has = (component: Body, key: string): boolean =>
  component[key] !== undefined && component[key] !== null;

/** A button: custom ids for the four that can be pressed, an address for links, a SKU for premium ones. */
export function checkButton(spot: Spot, button: Body, scope: ComponentScope): void {
  const style = choice(spot, button, 'style', STYLES, { required: true });
  const label = text(spot, button, 'label', { max: 80 });
  flag(spot, button, 'disabled');
  const emoji = model(spot, button, 'emoji');
  if (emoji) checkEmoji(at(spot, 'emoji'), emoji, scope.emojiIds);
  if (style === undefined) return;
  if (style === ButtonStyle.Premium) return checkPremium(spot, button);
  if (!label?.trim() && !emoji && !has(button, 'label')) {
    fault(spot, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required');
  }
  if (has(button, 'sku_id'))
    fault(at(spot, 'sku_id'), 'BUTTON_COMPONENT_SKU_ID_INVALID', 'Only premium buttons have a sku id');
  if (style === ButtonStyle.Link) return checkLink(spot, button);
  if (has(button, 'url')) {
    fault(
      spot,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  }
  if (has(button, 'custom_id')) checkCustomId(spot, button, scope);
  else fault(at(spot, 'custom_id'), 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
}

function checkLink(spot: Spot, button: Body): void {
  address(spot, button, 'url', ['http', 'https', 'discord'], { required: true, max: 512 });
  if (!has(button, 'custom_id')) return;
  fault(
    spot,
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
  );
}

function checkPremium(spot: Spot, button: Body): void {
  snowflake(spot, button, 'sku_id', { required: true });
  for (const key of ['label', 'url', 'custom_id', 'emoji']) {
    if (has(button, key)) {
      fault(at(spot, key), 'BUTTON_COMPONENT_PREMIUM_INVALID', `A premium button cannot have ${key}`);
    }
  }
}
