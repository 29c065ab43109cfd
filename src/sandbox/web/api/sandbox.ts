import type { LoggedRequest } from '../../request-log.ts';
import type { Persona } from './types.ts';

/** The sandbox's own endpoints: who is there, the clock, faults on demand, the log of requests. */
export interface NewFault {
  match?: { method?: string; route?: string; channel_id?: string; from?: 'bot' | 'users' | 'anybody' };
  /** How many requests it hits; 0 = until removed. */
  times?: number;
  action: { kind: string } & Record<string, unknown>;
}

export interface FaultRule extends NewFault {
  id: string;
  hits?: number;
}

export interface SandboxState {
  now: number;
  clock_offset_ms: number;
  bot_connected: boolean;
  gateway_outage?: boolean;
  faults?: FaultRule[];
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/sandbox${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const data: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok)
    throw new Error((data as { message?: string } | undefined)?.message ?? response.statusText);
  return data as T;
}

export const sandbox = {
  personas: () => call<Persona[]>('GET', '/personas'),
  state: () => call<SandboxState>('GET', '/state'),
  advance: (ms: number) => call<{ now: number }>('POST', '/clock', { advance_ms: ms }),
  faults: () => call<FaultRule[]>('GET', '/faults'),
  addFault: (rule: NewFault) => call<FaultRule>('POST', '/faults', rule),
  removeFault: (id: string) => call('DELETE', `/faults/${encodeURIComponent(id)}`),
  clearFaults: () => call('DELETE', '/faults'),
  gatewayFault: (fault: Record<string, unknown>) => call('POST', '/faults/gateway', fault),
  requests: (since: number) => call<LoggedRequest[]>('GET', `/requests?since=${since}`),
};
