import { plainLine } from './text.ts';

export interface Picture {
  name: string;
  contentType: string;
  data: Buffer;
}

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

/**
 * The pictures as they are kept: at most so many, each what its first bytes say it is, under a name that is safe in an
 * `attachment://` address. `refused` is called with the name of one that is none, or is too large (bytes).
 */
export function checkImages(
  images: readonly Picture[],
  { most, bytes, prefix }: { most: number; bytes: number; prefix: string },
  refused: (name: string) => never,
): Picture[] {
  return images.slice(0, most).map(({ name, data }, place) => {
    const contentType = Object.keys(signatures).find((type) => signatures[type]?.(data));
    if (contentType === undefined || data.length > bytes) return refused(plainLine(name).slice(0, 100));
    return { name: `${prefix}-${place + 1}.${endings[contentType]}`, contentType, data };
  });
}
