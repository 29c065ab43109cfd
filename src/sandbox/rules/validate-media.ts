import type { ComponentScope } from './component-scope.ts';
import { address, asModel, type Body, flag, list, model, text } from './fields.ts';
import { at, fault, type Spot } from './form.ts';

const ANYWHERE = ['http', 'https', 'attachment'];

/** A thumbnail in a section. */
export function checkThumbnail(spot: Spot, component: Body, scope: ComponentScope): void {
  checkItem(spot, component, scope);
}

/** A gallery of 1 to 10 pictures or videos. */
export function checkMediaGallery(spot: Spot, component: Body, scope: ComponentScope): void {
  const items = list(spot, component, 'items', { required: true, min: 1, max: 10 });
  for (const [i, value] of (items ?? []).entries()) {
    const place = at(at(spot, 'items'), i);
    const item = asModel(place, value);
    if (item) checkItem(place, item, scope);
  }
}

/** A file shown by name: only one that this very message carries. */
export function checkFile(spot: Spot, component: Body, scope: ComponentScope): void {
  flag(spot, component, 'spoiler');
  checkMedia(spot, component, 'file', scope, ['attachment']);
}

function checkItem(spot: Spot, item: Body, scope: ComponentScope): void {
  text(spot, item, 'description', { max: 1024 });
  flag(spot, item, 'spoiler');
  checkMedia(spot, item, 'media', scope, ANYWHERE);
}

function checkMedia(
  spot: Spot,
  body: Body,
  key: string,
  scope: ComponentScope,
  schemes: readonly string[],
): void {
  const media = model(spot, body, key, { required: true });
  if (!media) return;
  const place = at(spot, key);
  const url = address(place, media, 'url', schemes, { required: true, max: 2048 });
  if (!url?.startsWith('attachment://') || !scope.attachmentNames) return;
  if (scope.attachmentNames.has(url.slice('attachment://'.length))) return;
  const message = 'The referenced attachment was not found in the message';
  fault(at(place, 'url'), 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
}
