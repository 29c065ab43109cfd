import { invalidForm } from './errors.ts';

export type HowToDrop = 'reset' | 'fin';

/** What happens to a request that a rule matches. */
export type FaultAction =
  /** The connection ends before the request is applied. */
  | { kind: 'drop-before'; how?: HowToDrop }
  /** The request is applied, but its answer is lost. */
  | { kind: 'drop-after'; how?: HowToDrop }
  /** Applied at once, answered `ms` later. */
  | { kind: 'delay'; ms: number }
  /** Applied and answered only `ms` later: longer than the client's patience, it gives up and yet it happens. */
  | { kind: 'hang'; ms: number }
  | { kind: 'status'; status: number; body?: unknown }
  | { kind: 'rate-limit'; retry_after: number; global?: boolean; scope?: string }
  | { kind: 'forbid'; code?: 50001 | 50013 };

export interface FaultMatch {
  method?: string;
  /** A template (`/interactions/:id/:token/callback`) or the beginning of a path. */
  route?: string;
  channel_id?: string;
  /** Default `bot`: people's requests are left alone. */
  from?: 'bot' | 'users' | 'anybody';
}

export interface FaultRule {
  id: string;
  match: FaultMatch;
  /** How many requests it still hits; 0 = until removed. */
  times: number;
  action: FaultAction;
  /** How many it has hit. */
  hits: number;
}

export interface NewFault {
  id?: string;
  match?: FaultMatch;
  times?: number;
  action: FaultAction;
}

/** The facts of a request that rules look at. */
export interface Subject {
  method: string;
  path: string;
  template: string;
  params: Record<string, string>;
  bot: boolean;
}

export interface Faults {
  add(fault: NewFault): FaultRule;
  /** Without an id: all of them. */
  remove(id?: string): void;
  list(): FaultRule[];
  /** The action of the first rule that matches; counts as a hit. */
  strike(subject: Subject): FaultAction | undefined;
  isEmpty(): boolean;
}

const KINDS = new Set(['drop-before', 'drop-after', 'delay', 'hang', 'status', 'rate-limit', 'forbid']);

export function createFaults(): Faults {
  let rules: FaultRule[] = [];
  let serial = 0;
  return {
    add(fault) {
      if (!KINDS.has(fault.action?.kind))
        throw invalidForm('action.kind', 'BASE_TYPE_CHOICES', 'Unknown kind of fault');
      serial += 1;
      const { id = `fault-${serial}`, match = {}, times = 1, action } = fault;
      const rule: FaultRule = { id, match, times, action, hits: 0 };
      rules = [...rules, rule];
      return rule;
    },
    remove(id) {
      rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id);
    },
    list: () => rules.map((rule) => ({ ...rule })),
    isEmpty: () => rules.length === 0,
    strike(subject) {
      const rule = rules.find((one) => matches(one.match, subject));
      if (rule === undefined) return undefined;
      rule.hits += 1;
      if (rule.times === 1) rules = rules.filter((one) => one !== rule);
      else if (rule.times > 1) rule.times -= 1;
      return rule.action;
    },
  };
}

function matches(match: FaultMatch, subject: Subject): boolean {
  const from = match.from ?? 'bot';
  if (from !== 'anybody' && (from === 'bot') !== subject.bot) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== subject.method) return false;
  if (match.channel_id !== undefined && match.channel_id !== subject.params['channel_id']) return false;
  if (match.route === undefined) return true;
  return sameTemplate(match.route, subject.template) || subject.path.startsWith(match.route);
}

/** Templates are the same whatever their parameters are called. */
function sameTemplate(a: string, b: string): boolean {
  return a.replaceAll(/:\w+/g, ':') === b.replaceAll(/:\w+/g, ':');
}
