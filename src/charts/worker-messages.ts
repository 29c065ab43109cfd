import type { Chart } from './types.ts';

export interface DrawRequest {
  id: number;
  chart: Chart;
}

export type DrawAnswer = { id: number } & ({ png: Uint8Array } | { problem: string });
