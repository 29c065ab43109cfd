import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMessageComponentEmoji,
  APISectionAccessoryComponent,
  APISectionComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import { fit, limits } from './limits.ts';

/** Short ways to write Components V2 as JSON. Everything is cut to what Discord accepts; nothing is escaped. */

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: fit(content, limits.messageText) };
}

/** `accent` is the colour of the bar at the side, 0xRRGGBB. */
export function container(
  components: readonly APIComponentInContainer[],
  options: { accent?: number; spoiler?: boolean } = {},
): APIContainerComponent {
  const { accent, spoiler } = options;
  return {
    type: ComponentType.Container,
    components: [...components],
    ...(accent === undefined ? {} : { accent_color: accent }),
    ...(spoiler ? { spoiler } : {}),
  };
}

/** One to three texts with a button or picture at their right. */
export function section(
  texts: string | readonly string[],
  accessory: APISectionAccessoryComponent,
): APISectionComponent {
  const lines = typeof texts === 'string' ? [texts] : texts;
  return {
    type: ComponentType.Section,
    components: lines.slice(0, limits.sectionTexts).map((line) => text(line)),
    accessory,
  };
}

/** At most five buttons, or one select. */
export function row<C extends APIComponentInMessageActionRow>(...components: C[]): APIActionRowComponent<C> {
  return { type: ComponentType.ActionRow, components: components.slice(0, limits.rowButtons) };
}

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

export interface ButtonOptions {
  /** A built custom id. */
  id: string;
  label?: string;
  /** Default `secondary`. */
  style?: keyof typeof styles;
  /** A Unicode emoji or `<:name:id>`. */
  emoji?: string | undefined;
  disabled?: boolean;
}

export function button(options: ButtonOptions): APIButtonComponentWithCustomId {
  const { id, label, style = 'secondary', emoji, disabled } = options;
  const shown = emojiFrom(emoji);
  return {
    type: ComponentType.Button,
    style: styles[style],
    custom_id: id,
    ...(label === undefined && shown ? {} : { label: fit(label ?? '', limits.buttonLabel) }),
    ...(shown ? { emoji: shown } : {}),
    ...(disabled ? { disabled } : {}),
  };
}

/** A button that opens an address (at most 512 characters) and tells nobody. */
export function linkButton(options: { url: string; label: string; emoji?: string }): APIButtonComponent {
  const shown = emojiFrom(options.emoji);
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    url: options.url,
    label: fit(options.label, limits.buttonLabel),
    ...(shown ? { emoji: shown } : {}),
  };
}

/** Reads `<:name:id>`, `<a:name:id>` or a Unicode emoji. Undefined for nothing. */
export function emojiFrom(emoji: string | undefined): APIMessageComponentEmoji | undefined {
  if (emoji === undefined || emoji === '') return undefined;
  const custom = /^<(a?):(\w{2,32}):(\d{1,20})>$/u.exec(emoji);
  if (!custom) return { name: emoji };
  return { id: custom[3]!, name: custom[2]!, ...(custom[1] ? { animated: true } : {}) };
}

export function separator(options: { line?: boolean; large?: boolean } = {}): APISeparatorComponent {
  return {
    type: ComponentType.Separator,
    divider: options.line ?? true,
    spacing: options.large ? SeparatorSpacingSize.Large : SeparatorSpacingSize.Small,
  };
}

/** Where a picture comes from: the name of a file sent along, or a web address. */
export type MediaSource = { file: string } | { url: string };

function mediaUrl(source: MediaSource): string {
  return 'file' in source ? `attachment://${source.file}` : source.url;
}

/** One to ten pictures; `alt` is read out to people who cannot see them. */
export function mediaGallery(items: readonly (MediaSource & { alt: string })[]): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: items.slice(0, limits.galleryItems).map((item) => ({
      media: { url: mediaUrl(item) },
      description: fit(item.alt, limits.altText),
    })),
  };
}

/** Shows a file that is sent along with the message. */
export function file(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}
