import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/**
 * Chooses fonts by what a text needs. They come from npm packages only, so a chart looks the same on every
 * machine: Noto Sans is cut into files by script, of which only those that a text needs are loaded, and every
 * installed `@fontsource-variable/noto-sans-*` package adds its script.
 */
export interface FontBook {
  /** A CSS family list that covers `text` as far as fonts are installed; loads what is missing. */
  familiesFor(text: string): string;
}

interface Face {
  family: string;
  file: string;
  /** First and last code point, in pairs. */
  ranges: readonly (readonly [number, number])[];
}

const EMOJI_FAMILY = 'Hearth emoji';
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3\uFE0F]/u;

export function openFonts(nodeModules: string = findNodeModules()): FontBook {
  const faces = listFaces(join(nodeModules, '@fontsource-variable'));
  const loaded = new Set<string>();

  function load(family: string, file: string): void {
    if (loaded.has(family)) return;
    if (!GlobalFonts.registerFromPath(file, family)) throw new Error(`font ${family} cannot be read`);
    loaded.add(family);
  }

  return {
    familiesFor(text) {
      const needed = new Set<Face>(faces.slice(0, 1));
      for (const character of new Set(text)) {
        const face = EMOJI.test(character) ? undefined : faceFor(character, faces);
        if (face) needed.add(face);
      }
      for (const face of needed) load(face.family, face.file);
      load(EMOJI_FAMILY, join(nodeModules, 'twemoji-colr-font', 'twemoji.woff2'));
      return [...Array.from(needed, ({ family }) => family), EMOJI_FAMILY]
        .map((name) => `"${name}"`)
        .join(', ');
    },
  };
}

function faceFor(character: string, faces: readonly Face[]): Face | undefined {
  const code = character.codePointAt(0) ?? 0;
  return faces.find(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last));
}

/** Latin first, then the rest of Noto Sans, then the packages for other scripts by name. */
function listFaces(directory: string): Face[] {
  const packages = readdirSync(directory).filter((name) => /^noto-sans(?:$|-)/.test(name));
  const faces = packages.sort().flatMap((name) => facesOf(join(directory, name), name));
  return [...faces.filter(isLatin), ...faces.filter((face) => !isLatin(face))];
}

const isLatin = ({ family }: Face): boolean => family === 'Hearth noto-sans latin';

function facesOf(directory: string, packageName: string): Face[] {
  const subsets = JSON.parse(readFileSync(join(directory, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(subsets).map(([key, ranges]) => {
    const subset = key.replace(/[[\]]/g, '');
    return {
      family: `Hearth ${packageName} ${subset}`,
      file: join(directory, 'files', `${packageName}-${subset}-wght-normal.woff2`),
      ranges: ranges.split(',').map(parseRange),
    };
  });
}

/** "U+0300-036F" or "U+20AC". */
function parseRange(range: string): [number, number] {
  const [first = '', last = first] = range.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function findNodeModules(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(directory, 'node_modules');
    if (existsSync(join(candidate, '@fontsource-variable', 'noto-sans'))) return candidate;
    const parent = dirname(directory);
    if (parent === directory) throw new Error('the fonts for charts are not installed');
    directory = parent;
  }
}
