import * as published from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { operationOf } from './published-paths.ts';

/*
 * A second opinion on what goes over the wire: Discord's published schema. It knows less than the sandbox
 * (PLATFORM.md, section 3), but it is not ours.
 */

type Schema = z.ZodMiniType;

const schemas = new Map<string, Schema>();

/** The schema of `A`, `A | B`, `A[]`, `(A | null)[] | null`. */
function schemaOf(type: string): Schema {
  const known = schemas.get(type);
  if (known !== undefined) return known;
  const schema = build(type);
  schemas.set(type, schema);
  return schema;
}

function build(type: string): Schema {
  const parts = unionOf(type);
  if (parts.length > 1) return z.union(parts.map(schemaOf));
  if (type === 'null') return z.null();
  if (type === 'string') return z.string();
  if (type === 'unknown') return z.unknown();
  if (type.endsWith('[]')) return z.array(schemaOf(type.slice(0, -2)));
  if (type.startsWith('(')) return schemaOf(type.slice(1, -1));
  const found = (published as unknown as Record<string, Schema>)[`${type}Schema`];
  if (found === undefined) throw new Error(`the published document has no ${type}`);
  return found;
}

/** Splits at the `|` outside of brackets. */
function unionOf(type: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of type) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function problemsOf(type: string, value: unknown, sent: boolean): string[] {
  const plain = asDocumented(value, sent);
  // Alternatives without a discriminator: the first that fits may drop what another one knows.
  const found = unionOf(type).map((part) => problemsOfOne(part, plain));
  return found.sort((a, b) => a.length - b.length)[0] ?? [];
}

function problemsOfOne(type: string, plain: unknown): string[] {
  const result = z.safeParse(schemaOf(type), plain);
  if (!result.success) return result.error.issues.flatMap(describe);
  return unknownFields(plain, result.data, '');
}

const INSTANT = /^(\d{4}-\d\d-\d\dT[\d:.]+)\+00:00$/;

/**
 * Two things that the schemas take only in another form than Discord uses: instants with an offset instead of Z, and
 * sent permissions as text instead of a number.
 */
function asDocumented(value: unknown, sent: boolean, key = ''): unknown {
  if (typeof value === 'string') {
    if (sent && key === 'default_member_permissions' && /^\d+$/.test(value)) return Number(value);
    return value.replace(INSTANT, '$1Z');
  }
  if (Array.isArray(value)) return value.map((one) => asDocumented(one, sent));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, asDocumented(one, sent, name)]),
  );
}

function describe(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.');
  if (issue.code !== 'invalid_union') return [`${path}: ${issue.message}`];
  const rightType = issue.errors.filter((issues) => !issues.some(({ path }) => path[0] === 'type'));
  const candidates = rightType.length > 0 ? rightType : issue.errors;
  const closest = candidates.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return [
    `${path}: fits none of the alternatives`,
    ...closest.flatMap(describe).map((line) => `  ${path}.${line}`),
  ];
}

/** Fields that the schema does not have: it drops them from its result. */
function unknownFields(given: unknown, kept: unknown, path: string): string[] {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null) return [];
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const place = path === '' ? key : `${path}.${key}`;
    if (value === undefined) return [];
    if (!(key in kept)) return [`${place}: not in the published schema`];
    return unknownFields(value, (kept as Record<string, unknown>)[key], place);
  });
}

function refuse(what: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    [`${what} does not fit Discord's published schema:`, ...problems.map((one) => `- ${one}`)].join('\n'),
  );
}

/** What `checkBody` finds; empty where the body is fine or nothing is published about it. */
export function problemsOfBody(method: string, route: string, body: unknown): string[] {
  const type = operationOf(method, route)?.request;
  if (type === undefined || body === undefined) return [];
  return problemsOf(type, body, true);
}

/**
 * Checks a body that the bot has sent against the published schema, unknown fields included. `route` is a path
 * (`/channels/123/messages`) or a template (`/channels/:channel_id/messages`). Throws with every problem. Does nothing
 * for routes without a published body.
 */
export function checkBody(method: string, route: string, body: unknown): void {
  refuse(`the body of ${method} ${route}`, problemsOfBody(method, route, body));
}

/** The same for every request that the bot has sent so far: `checkBodies(sandbox.requests.since())`. */
export function checkBodies(
  requests: Iterable<{ method: string; path: string; body: unknown; bot: boolean; status: number }>,
): void {
  for (const { method, path, body, bot, status } of requests) {
    if (bot && status < 400) checkBody(method, path, body);
  }
}

/** Fields that Discord answers although its document does not list them. */
const UNLISTED: readonly RegExp[] = [
  /(^|\.)(hub_type|latest_onboarding_question_id): not in/,
  // A forum post is answered with its first message.
  /^message: not in/,
];

/** Checks an answer of the sandbox. Throws with every problem, and where the document has no such answer. */
export function checkAnswer(method: string, route: string, status: number, body: unknown): void {
  const operation = operationOf(method, route);
  if (operation === undefined) throw new Error(`the published document has no ${method} ${route}`);
  const type = operation.answers.get(String(status));
  if (type === undefined) throw new Error(`${method} ${route} never answers ${status}`);
  const problems = body === undefined ? [] : problemsOf(type, body, false);
  refuse(
    `the answer to ${method} ${route}`,
    problems.filter((problem) => !UNLISTED.some((pattern) => pattern.test(problem))),
  );
}
