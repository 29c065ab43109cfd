import { describe, expect, test } from 'vitest';
import { night, type Palette, paper } from '../../src/charts/palette.ts';
import { contrast, distance, rgbOf, type Sight, sights } from './colours.ts';

/** WCAG 2: of text, and of what has to be told apart from its ground. */
const TEXT = 4.5;
const SHAPE = 3;
/** Steps of a scale stand beside each other: as dark on light as on a printed map. */
const STEP = 1.2;
/** In Lab. */
const AT_A_GLANCE = 15;

const everySight = Object.keys(sights) as Sight[];
const between = (one: string, other: string) => contrast(rgbOf(one), rgbOf(other));
const apart = (one: string, other: string, sight: Sight) => distance(rgbOf(one), rgbOf(other), sight);

describe.each<[string, Palette]>([
  ['night', night],
  ['paper', paper],
])('the palette %s', (_, palette) => {
  const { ground, panel, band, ink, bars, heat, better, worse, onSign } = palette;

  test('has text that can be read wherever it stands', () => {
    for (const colour of Object.values(ink)) {
      expect(between(colour, ground), `${colour} on ground`).toBeGreaterThanOrEqual(TEXT);
      expect(between(colour, panel), `${colour} on a panel`).toBeGreaterThanOrEqual(TEXT);
      const onBand = contrast(rgbOf(colour), rgbOf(band, ground));
      expect(onBand, `${colour} on a band`).toBeGreaterThanOrEqual(TEXT);
    }
    // The number of the latest period stands where band and panel cross.
    for (const colour of [ink.accent, ink.second])
      expect(contrast(rgbOf(colour), rgbOf(band, panel)), colour).toBeGreaterThanOrEqual(TEXT);
  });

  test('has bars that stand out, and the latest from those before for every eye', () => {
    for (const { past, latest } of bars) {
      expect(between(past, ground), past).toBeGreaterThanOrEqual(SHAPE);
      for (const colour of latest) {
        expect(between(colour, panel), colour).toBeGreaterThanOrEqual(SHAPE);
        for (const sight of everySight)
          expect(apart(past, colour, sight), `${past} ${colour} ${sight}`).toBeGreaterThanOrEqual(
            AT_A_GLANCE,
          );
      }
    }
  });

  test('has a scale that goes one way in light, and whose steps every eye tells apart', () => {
    const scale = [heat.none, ...heat.steps];
    const fromGround = scale.map((colour) => between(colour, ground));
    expect(fromGround).toEqual(fromGround.toSorted((a, b) => a - b));
    for (const [index, colour] of heat.steps.entries()) {
      expect(between(colour, scale[index]!), colour).toBeGreaterThanOrEqual(STEP);
      for (const sight of everySight)
        expect(apart(colour, scale[index]!, sight), `${colour} ${sight}`).toBeGreaterThanOrEqual(AT_A_GLANCE);
    }
  });

  test('has signs for better and worse that no eye mixes up', () => {
    for (const sign of [better, worse]) {
      expect(between(sign, panel)).toBeGreaterThanOrEqual(SHAPE);
      expect(between(onSign, sign)).toBeGreaterThanOrEqual(SHAPE);
    }
    for (const sight of everySight)
      expect(apart(better, worse, sight), sight).toBeGreaterThanOrEqual(AT_A_GLANCE);
  });
});

test('the simulation tells what it should: red and green of one lightness are near for some eyes, not for most', () => {
  const [red, green] = ['#b85c4a', '#7d7a2e'];
  expect(apart(red, green, 'usual')).toBeGreaterThan(40);
  expect(apart(red, green, 'deuteranopia')).toBeLessThan(25);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
});
