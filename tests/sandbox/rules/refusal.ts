import { DiscordError } from '../../../src/sandbox/errors.ts';

/** What a check refused with: the code, and each fault as `path CODE`. Undefined where it let the body pass. */
export function refusalOf(check: () => void): { status: number; code: number; faults: string[] } | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return { status: error.status, code: error.code, faults: faultsOf(error.errors ?? {}) };
  }
}

export function faultsOf(tree: object, path: readonly string[] = []): string[] {
  return Object.entries(tree).flatMap(([key, below]: [string, unknown]) => {
    if (key === '_errors')
      return (below as { code: string }[]).map(({ code }) => `${path.join('.')} ${code}`.trim());
    return faultsOf(below as object, [...path, key]);
  });
}
