/**
 * Real milliseconds since some fixed moment, never going back and not moved by an AdjustableClock: for
 * measuring how long something really takes, never for what a member's clock says.
 */
export type Monotonic = () => number;

export const systemMonotonic: Monotonic = () => performance.now();
