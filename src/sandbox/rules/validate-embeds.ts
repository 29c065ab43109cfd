import {
  address,
  asModel,
  type Body,
  flag,
  instant,
  integer,
  lengthOf,
  list,
  model,
  text,
} from './fields.ts';
import { at, fault, type Spot } from './form.ts';

/** Characters of titles, descriptions, field names and values, footers and author names of all embeds together. */
const MAX_TOTAL = 6000;
const WEB = ['http', 'https'];
const MEDIA = ['http', 'https', 'attachment'];

/** The embeds of a message: at most 10, 25 fields each, 6,000 characters in total. Answers how many there are. */
export function inspectEmbeds(spot: Spot, body: Body): number {
  if (body['embeds'] === undefined || body['embeds'] === null) return 0;
  const embeds = list(spot, body, 'embeds', { max: 10 });
  if (!embeds) return 0;
  const place = at(spot, 'embeds');
  let total = 0;
  for (const [i, value] of embeds.entries()) {
    const here = at(place, i);
    const embed = asModel(here, value);
    if (embed) total += checkEmbed(here, embed);
  }
  if (total > MAX_TOTAL)
    fault(place, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_TOTAL}`);
  return embeds.length;
}

const size = (value: string | undefined): number => (value === undefined ? 0 : lengthOf(value));

/** Answers how many characters the embed has that count. */
function checkEmbed(spot: Spot, embed: Body): number {
  let total = size(text(spot, embed, 'title', { max: 256 }));
  total += size(text(spot, embed, 'description', { max: 4096 }));
  address(spot, embed, 'url', WEB, { max: 2048 });
  integer(spot, embed, 'color', { min: 0, max: 0xff_ff_ff });
  instant(spot, embed, 'timestamp');
  total += checkNamed(spot, embed, 'footer', 'text', 2048);
  total += checkNamed(spot, embed, 'author', 'name', 256);
  checkPicture(spot, embed, 'image');
  checkPicture(spot, embed, 'thumbnail');
  total += checkFields(spot, embed);
  if (isBlank(embed)) fault(at(spot, 'description'), 'BASE_TYPE_REQUIRED', 'This field is required');
  return total;
}

const PARTS = ['title', 'description', 'url', 'image', 'thumbnail', 'footer', 'author', 'video', 'provider'];

function isBlank(embed: Body): boolean {
  const fields = embed['fields'];
  if (Array.isArray(fields) && fields.length > 0) return false;
  return PARTS.every((part) => embed[part] === undefined || embed[part] === null || embed[part] === '');
}

function checkNamed(spot: Spot, embed: Body, key: 'footer' | 'author', name: string, max: number): number {
  const part = model(spot, embed, key);
  if (!part) return 0;
  const place = at(spot, key);
  address(place, part, 'icon_url', MEDIA, { max: 2048 });
  address(place, part, 'url', WEB, { max: 2048 });
  return size(text(place, part, name, { required: true, max }));
}

function checkPicture(spot: Spot, embed: Body, key: 'image' | 'thumbnail'): void {
  const picture = model(spot, embed, key);
  if (picture) address(at(spot, key), picture, 'url', MEDIA, { required: true, max: 2048 });
}

function checkFields(spot: Spot, embed: Body): number {
  const fields = list(spot, embed, 'fields', { max: 25 });
  let total = 0;
  for (const [i, value] of (fields ?? []).entries()) {
    const place = at(at(spot, 'fields'), i);
    const field = asModel(place, value);
    if (!field) continue;
    total += size(text(place, field, 'name', { required: true, max: 256 }));
    total += size(text(place, field, 'value', { required: true, max: 1024 }));
    flag(place, field, 'inline');
  }
  return total;
}
