import type { APIAttachment, APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';

/*
 * What Discord makes of embeds and components before it stores them: ids for components, addresses in place
 * of `attachment://`. The input has passed the checks in rules/.
 */

type Part = Record<string, unknown>;

/** Embeds as they come back from the API. */
export function storedEmbeds(embeds: unknown, attachments: readonly APIAttachment[]): APIEmbed[] {
  return ((embeds ?? []) as Part[]).map((embed) => {
    const stored: Part = { ...embed, type: 'rich' };
    for (const key of ['image', 'thumbnail']) {
      if (isPart(stored[key])) stored[key] = storedMedia(stored[key], attachments);
    }
    for (const key of ['footer', 'author']) {
      if (isPart(stored[key])) stored[key] = withIcon(stored[key], attachments);
    }
    if (Array.isArray(stored['fields'])) {
      stored['fields'] = (stored['fields'] as Part[]).map((field) => ({
        ...field,
        inline: field['inline'] === true,
      }));
    }
    return stored;
  });
}

/** Components as they come back from the API: each with an id, media resolved. */
export function storedComponents(
  components: unknown,
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const parts = (components ?? []) as Part[];
  if (parts.length === 0) return [];
  const taken = new Set<number>();
  for (const part of parts) collectIds(part, taken);
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  return parts.map((part) => stored(part, attachments, nextId)) as unknown as APIMessageTopLevelComponent[];
}

function collectIds(part: Part, taken: Set<number>): void {
  if (typeof part['id'] === 'number' && part['id'] !== 0) taken.add(part['id']);
  for (const child of childrenOf(part)) collectIds(child, taken);
}

const SELECT = { min_values: 1, max_values: 1 };
/** What Discord fills in where a component does not say, by type. */
const STANDARD: Readonly<Record<number, Part>> = {
  3: SELECT,
  5: SELECT,
  6: SELECT,
  7: SELECT,
  8: SELECT,
  11: { spoiler: false },
  13: { spoiler: false },
  14: { divider: true, spacing: 1 },
  17: { spoiler: false },
};

function stored(part: Part, attachments: readonly APIAttachment[], nextId: () => number): Part {
  const next: Part = {
    ...STANDARD[part['type'] as number],
    ...part,
    id: typeof part['id'] === 'number' && part['id'] !== 0 ? part['id'] : nextId(),
  };
  const below = (child: unknown): unknown => (isPart(child) ? stored(child, attachments, nextId) : child);
  if (Array.isArray(part['components'])) next['components'] = part['components'].map(below);
  if (isPart(part['component'])) next['component'] = below(part['component']);
  if (isPart(part['accessory'])) next['accessory'] = below(part['accessory']);
  if (isPart(part['media'])) next['media'] = storedMedia(part['media'], attachments);
  if (isPart(part['file'])) next['file'] = storedMedia(part['file'], attachments);
  if (part['type'] === 12 && Array.isArray(part['items'])) {
    next['items'] = (part['items'] as Part[]).map((item) => ({
      spoiler: false,
      ...item,
      media: isPart(item['media']) ? storedMedia(item['media'], attachments) : item['media'],
    }));
  }
  return next;
}

/** A component's own parts: of a row, container, label or section. */
export function childrenOf(part: Part): Part[] {
  const children = Array.isArray(part['components']) ? (part['components'] as Part[]) : [];
  const single = [part['component'], part['accessory']].filter(isPart);
  return single.length === 0 ? children : [...children, ...single];
}

/** Every text that a message's components show in Text Displays. */
export function textsOf(components: unknown): string[] {
  if (!Array.isArray(components)) return [];
  return (components as Part[]).flatMap((part) =>
    part['type'] === 10 && typeof part['content'] === 'string'
      ? [part['content']]
      : textsOf(childrenOf(part)),
  );
}

/** The component with this custom id, depth first. */
export function findComponent(components: unknown, customId: string): Part | undefined {
  if (!Array.isArray(components)) return undefined;
  for (const part of components as Part[]) {
    if (part['custom_id'] === customId) return part;
    const found = findComponent(childrenOf(part), customId);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function storedMedia(media: Part, attachments: readonly APIAttachment[]): Part {
  const attachment = referred(media['url'], attachments);
  if (attachment === undefined) return { id: '0', ...media, proxy_url: media['url'] };
  const { url, proxy_url, width, height, content_type, id } = attachment;
  return { ...media, url, proxy_url, width, height, content_type, id, attachment_id: id };
}

function withIcon(part: Part, attachments: readonly APIAttachment[]): Part {
  const attachment = referred(part['icon_url'], attachments);
  return attachment === undefined ? part : { ...part, icon_url: attachment.url };
}

function referred(url: unknown, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  if (typeof url !== 'string' || !url.startsWith('attachment://')) return undefined;
  return attachments.find((one) => one.filename === url.slice('attachment://'.length));
}
