import { readFileSync } from 'node:fs';

/*
 * Discord's published OpenAPI document as the discord-api-spec package has it: zod schemas for the parts, and
 * a TypeScript interface that says which part belongs to which path. The latter is read as text here.
 */

export interface Operation {
  /** `MessageCreateRequest`, `A | B`, `A[] | null`; undefined where nothing is sent or it is spelled out inline. */
  request: string | undefined;
  /** By status. */
  answers: ReadonlyMap<string, string>;
}

interface PublishedPath {
  segments: readonly string[];
  operations: ReadonlyMap<string, Operation>;
}

const paths = read();

/** What is published for a request; undefined for what people's clients and the sandbox have on their own. */
export function operationOf(method: string, route: string): Operation | undefined {
  const segments = route.split('?', 1)[0]?.split('/') ?? [];
  const fits = paths.filter((path) => isMatch(path.segments, segments));
  const [best] = fits.sort((a, b) => parameters(a) - parameters(b));
  return best?.operations.get(method.toLowerCase());
}

const parameters = ({ segments }: PublishedPath): number =>
  segments.filter((one) => one.startsWith('{')).length;

function isMatch(published: readonly string[], given: readonly string[]): boolean {
  if (published.length !== given.length) return false;
  return published.every(
    (one, i) => one === given[i] || (one.startsWith('{') && given[i] !== '' && given[i] !== '@me'),
  );
}

function read(): PublishedPath[] {
  const file = new URL('../../node_modules/discord-api-spec/build/discord-api-spec.ts', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const body = text.slice(text.indexOf('export interface Paths {'));
  return body
    .split(/^ {2}"(?=\/)/m)
    .slice(1)
    .map((part) => ({
      segments: part.slice(0, part.indexOf('"')).split('/'),
      operations: operationsOf(part),
    }));
}

function operationsOf(part: string): Map<string, Operation> {
  const found = new Map<string, Operation>();
  const [, ...methods] = part.split(/^ {4}(?=(?:get|put|post|patch|delete): \{)/m);
  for (const text of methods) {
    const answers = new Map<string, string>();
    for (const [, status = '', type = ''] of text.matchAll(/^ {8}"(2\d\d)":\s*([^{;]+);/gm))
      answers.set(status, oneLine(type));
    const request = /^ {6}requestBody\?:\s*([^{;]+);/m.exec(text)?.[1];
    const name = request === undefined ? undefined : oneLine(request);
    found.set(text.slice(0, text.indexOf(':')), {
      request: name === 'undefined' ? undefined : name,
      answers,
    });
  }
  return found;
}

function oneLine(type: string): string {
  return type.replaceAll(/\s+/g, ' ').replace(/^\| /, '').trim();
}
