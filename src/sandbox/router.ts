import type { Route } from './routes/route.ts';

interface Node {
  readonly literals: Map<string, Node>;
  parameter: Node | undefined;
  readonly routes: Map<string, CompiledRoute>;
}

export interface CompiledRoute {
  readonly route: Route;
  /** Parameter names in the order of the path. */
  readonly names: readonly string[];
  /** `POST /channels/:channel_id/messages` */
  readonly label: string;
  /** Index among `names` of the parameter whose value has rate limits of its own; -1 without one. */
  readonly major: readonly number[];
}

export interface Found {
  readonly compiled: CompiledRoute;
  readonly values: readonly string[];
}

const MAJOR = new Set(['channel_id', 'guild_id', 'webhook_id', 'application_id', 'token']);

/** Routes by path segment; literal segments win over parameters. */
export interface Router {
  /** Undefined: no such path. `false`: the path exists for other methods only. */
  find(method: string, path: string): Found | undefined | false;
}

export function createRouter(tables: readonly (readonly Route[])[]): Router {
  const root = emptyNode();
  for (const route of tables.flat()) add(root, route);
  return {
    find(method, path) {
      const values: string[] = [];
      const node = walk(root, path.split('/'), 1, values);
      if (node === undefined) return undefined;
      const compiled = node.routes.get(method);
      return compiled === undefined ? false : { compiled, values };
    },
  };
}

const emptyNode = (): Node => ({ literals: new Map(), parameter: undefined, routes: new Map() });

function add(root: Node, route: Route): void {
  const names: string[] = [];
  let node = root;
  for (const segment of route.path.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      names.push(segment.slice(1));
      node.parameter ??= emptyNode();
      node = node.parameter;
      continue;
    }
    const next = node.literals.get(segment) ?? emptyNode();
    node.literals.set(segment, next);
    node = next;
  }
  const label = `${route.method} ${route.path}`;
  if (node.routes.has(route.method)) throw new Error(`two routes for ${label}`);
  const major = names.flatMap((name, index) => (index < 2 && MAJOR.has(name) ? index : []));
  node.routes.set(route.method, { route, names, label, major });
}

function walk(node: Node, segments: readonly string[], index: number, values: string[]): Node | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.routes.size > 0 ? node : undefined;
  const literal = node.literals.get(segment);
  if (literal !== undefined) {
    const found = walk(literal, segments, index + 1, values);
    if (found !== undefined) return found;
  }
  if (node.parameter === undefined || segment === '') return undefined;
  values.push(segment);
  const found = walk(node.parameter, segments, index + 1, values);
  if (found === undefined) values.pop();
  return found;
}

export function paramsOf({ compiled, values }: Found): Record<string, string> {
  const params: Record<string, string> = {};
  compiled.names.forEach((name, index) => {
    params[name] = decoded(values[index] ?? '');
  });
  return params;
}

/** Percent-decoded; text that is no valid encoding stays as it is, and names nothing. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
