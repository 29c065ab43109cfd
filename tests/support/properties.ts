import * as fc from 'fast-check';

/**
 * Properties draw the same examples on every machine, so that a change that passed here passes there. New examples
 * are looked for on purpose: `HEARTH_SEED=$RANDOM npx vitest run --project unit`.
 */
fc.configureGlobal({ seed: Number(process.env.HEARTH_SEED ?? 20_261_123) });
