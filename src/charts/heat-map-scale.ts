import type { Hours } from './types.ts';

export const HEAT_STEPS = 5;
/** The step whose number stands in the middle of the scale. */
export const MIDDLE_STEP = 3;

/** None, what the middle colour goes up to, and the most of any hour: the numbers below the scale of a heat map. */
export function heatScale(messages: Hours['messages']): readonly [number, number, number] {
  const most = mostOf(messages);
  return [0, upTo(MIDDLE_STEP, most), most];
}

/** 0 is none, 5 the most; few messages are told from none and from each other better than many are. */
export function heatStep(value: number, most: number): number {
  if (!(value > 0)) return 0;
  if (value >= most) return HEAT_STEPS;
  for (let step = 1; step < HEAT_STEPS; step += 1) if (value <= upTo(step, most)) return step;
  return HEAT_STEPS;
}

export function mostOf(messages: Hours['messages']): number {
  const known = messages.flatMap((row) =>
    row.filter((value) => value !== undefined && Number.isFinite(value)),
  );
  return known.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

/** Each step takes in more than the one before, so that one lively hour does not make all others look empty. */
const GROWTH = 2.5;
const upTo = (step: number, most: number): number => Math.round(most * (step / HEAT_STEPS) ** GROWTH);
