import type { APIMessage } from 'discord-api-types/v10';

type Part = Record<string, unknown>;

function childrenOf(part: Part): Part[] {
  const single = [part['component'], part['accessory']].filter((one) => one !== undefined && one !== null);
  return [...((part['components'] as Part[] | undefined) ?? []), ...(single as Part[])];
}

/** Every component of a message or modal, outer before inner. */
export function partsOf(holder: { components?: unknown }): Part[] {
  const parts = (holder.components as Part[] | undefined) ?? [];
  return parts.flatMap((part) => [part, ...partsOf({ components: childrenOf(part) })]);
}

/** All that a reader sees of a message: content, embeds, Text Displays, labels of buttons and options. */
export function textOf(message: APIMessage | undefined): string {
  if (message === undefined) return '';
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const parts = partsOf(message).flatMap((part) => [
    part['type'] === 10 ? (part['content'] as string) : undefined,
    part['label'] as string | undefined,
    part['placeholder'] as string | undefined,
    ...((part['options'] as { label: string; description?: string }[] | undefined) ?? []).flatMap(
      (option) => [option.label, option.description],
    ),
  ]);
  return [message.content, ...embeds, ...parts]
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
}

export interface ButtonView {
  customId: string | undefined;
  label: string;
  emoji: string | undefined;
  disabled: boolean;
  url: string | undefined;
}

/** The buttons of a message, in reading order. */
export function buttonsOf(message: APIMessage | undefined): ButtonView[] {
  if (message === undefined) return [];
  return partsOf(message)
    .filter((part) => part['type'] === 2)
    .map((part) => ({
      customId: part['custom_id'] as string | undefined,
      label: (part['label'] as string | undefined) ?? '',
      emoji: (part['emoji'] as { name?: string } | undefined)?.name,
      disabled: part['disabled'] === true,
      url: part['url'] as string | undefined,
    }));
}

const SELECTS = new Set<unknown>([3, 5, 6, 7, 8]);

export interface SelectView {
  customId: string;
  placeholder: string;
  disabled: boolean;
  options: { label: string; value: string }[];
}

export function selectsOf(message: APIMessage | undefined): SelectView[] {
  if (message === undefined) return [];
  return partsOf(message)
    .filter((part) => SELECTS.has(part['type']))
    .map((part) => ({
      customId: part['custom_id'] as string,
      placeholder: (part['placeholder'] as string | undefined) ?? '',
      disabled: part['disabled'] === true,
      options: (part['options'] as SelectView['options'] | undefined) ?? [],
    }));
}

export const isEphemeral = (message: APIMessage): boolean => ((message.flags ?? 0) & 64) !== 0;
export const isThinking = (message: APIMessage): boolean => ((message.flags ?? 0) & 128) !== 0;
