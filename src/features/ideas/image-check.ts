import { checkImages as checked } from '../../shared/images.ts';
import { ideaLimits } from './model.ts';
import type { ImageFile } from './ports.ts';
import { refuse } from './rules.ts';

const MIB = 1024 * 1024;

/** The pictures as they are kept: at most three. Throws a refusal for anything that is none. */
export function checkImages(images: readonly ImageFile[]): ImageFile[] {
  const { images: most, imageBytes: bytes } = ideaLimits;
  return checked(images, { most, bytes, prefix: 'idea' }, (name) =>
    refuse('ideas.refusals.not-an-image', { name, max: bytes / MIB }),
  );
}
