import type { TestSandbox } from '../support/sandbox.ts';

export interface RawAnswer {
  status: number;
  headers: Headers;
  body: { [key: string]: unknown; code?: number; id?: string };
}

/** One REST request as the bot, or with another Authorization header ('' for none). */
export async function asBot(
  sandbox: TestSandbox,
  method: string,
  path: string,
  body?: unknown,
  authorization = `Bot ${sandbox.botToken}`,
): Promise<RawAnswer> {
  const form = body instanceof FormData;
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(authorization === '' ? {} : { authorization }),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {},
  };
}
