/** How colours look: their contrast as WCAG 2 computes it, and to people who see less of red or green. */

export type Rgb = readonly [number, number, number];

/** `#rrggbb`, or `rgba(r, g, b, a)` laid on the colour behind it. */
export function rgbOf(colour: string, behind?: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour);
  if (hex) return [1, 2, 3].map((at) => Number.parseInt(hex[at]!, 16)) as unknown as Rgb;
  const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/u.exec(colour)?.slice(1).map(Number);
  if (!parts || behind === undefined) throw new Error(`not a colour: ${colour}`);
  const share = parts[3]!;
  return rgbOf(behind).map((under, at) => parts[at]! * share + under * (1 - share)) as unknown as Rgb;
}

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** 1 (the same) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
export const sights = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;
export type Sight = keyof typeof sights;

const XYZ = [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505] as const;
const WHITE = [0.9505, 1, 1.089] as const;

const times = (matrix: readonly number[], [x, y, z]: readonly number[]): number[] =>
  [0, 3, 6].map((row) => matrix[row]! * x! + matrix[row + 1]! * y! + matrix[row + 2]! * z!);

function lab(rgb: Rgb, sight: Sight): number[] {
  const seen = times(sights[sight], rgb.map(linear)).map((each) => Math.min(1, Math.max(0, each)));
  const [x, y, z] = times(XYZ, seen).map((each, at) => {
    const share = each / WHITE[at]!;
    return share > 216 / 24_389 ? Math.cbrt(share) : (share * 24_389) / 27 / 116 + 16 / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance in CIE Lab: about 2 can just be told apart side by side, 10 at a glance. */
export function distance(one: Rgb, other: Rgb, sight: Sight): number {
  const [a, b] = [lab(one, sight), lab(other, sight)];
  return Math.hypot(...a.map((each, at) => each - b[at]!));
}
