/** An answer outside 2xx, or no answer at all (status 0). */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export interface Upload {
  field: string;
  file: File;
}

export interface Client {
  /** Sends one request under /api/v10 as this persona. Throws ApiError. Waits out one 429 of at most 10 s. */
  send<T = unknown>(method: string, path: string, body?: unknown, uploads?: Upload[]): Promise<T>;
}

interface ErrorBody {
  code?: number;
  message?: string;
  errors?: unknown;
  retry_after?: number;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function payload(body: unknown, uploads: Upload[] | undefined, headers: Headers): BodyInit | undefined {
  if (uploads !== undefined && uploads.length > 0) {
    const form = new FormData();
    form.set('payload_json', JSON.stringify(body ?? {}));
    for (const upload of uploads) form.set(upload.field, upload.file, upload.file.name);
    return form;
  }
  if (body === undefined) return undefined;
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function attempt(url: string, init: RequestInit): Promise<{ response: Response; data: unknown }> {
  try {
    const response = await fetch(url, init);
    return { response, data: await read(response) };
  } catch {
    throw new ApiError(0, 0, 'The sandbox did not answer.');
  }
}

export function createClient(base: string, token: string): Client {
  return {
    async send<T>(method: string, path: string, body?: unknown, uploads?: Upload[]) {
      const headers = new Headers({ authorization: token });
      const init: RequestInit = { method, headers, body: payload(body, uploads, headers) };
      let { response, data } = await attempt(base + path, init);
      const limited = response.status === 429 ? (data as ErrorBody | undefined)?.retry_after : undefined;
      if (limited !== undefined && limited <= 10) {
        await wait(limited * 1000 + 50);
        ({ response, data } = await attempt(base + path, init));
      }
      if (response.ok) return data as T;
      const problem = (data ?? {}) as ErrorBody;
      throw new ApiError(
        response.status,
        problem.code ?? 0,
        problem.message ?? response.statusText,
        problem.errors,
      );
    },
  };
}

/** The first concrete sentence of Discord's nested errors tree, or the error's own message. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : 'Something went wrong.';
  return firstMessage(error.errors) ?? error.message;
}

function firstMessage(tree: unknown): string | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  const own = (tree as Record<string, { message?: string }[] | undefined>)['_errors']?.[0]?.message;
  if (own !== undefined) return own;
  for (const child of Object.values(tree)) {
    const found = firstMessage(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
