import { plainLine } from '../../shared/text.ts';
import { ideaLimits } from './model.ts';
import type { ImageFile } from './ports.ts';
import { refuse } from './rules.ts';

const signatures: Readonly<Record<string, (data: Buffer) => boolean>> = {
  'image/png': (data) =>
    data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/jpeg': (data) => data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/gif': (data) => /^GIF8[79]a$/u.test(data.toString('latin1', 0, 6)),
  'image/webp': (data) =>
    data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP',
};
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};
const MIB = 1024 * 1024;

/**
 * The pictures as they are kept: at most three, each what its first bytes say it is, under a name that is safe in an
 * `attachment://` address. Throws a refusal for anything else.
 */
export function checkImages(images: readonly ImageFile[]): ImageFile[] {
  return images.slice(0, ideaLimits.images).map(({ name, data }, place) => {
    const contentType = Object.keys(signatures).find((type) => signatures[type]?.(data));
    if (contentType === undefined || data.length > ideaLimits.imageBytes) {
      refuse('ideas.refusals.not-an-image', {
        name: plainLine(name).slice(0, 100),
        max: ideaLimits.imageBytes / MIB,
      });
    }
    return { name: `idea-${place + 1}.${endings[contentType]}`, contentType, data };
  });
}
