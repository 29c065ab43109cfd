import type { IncomingMessage, ServerResponse } from 'node:http';
import { DiscordError, errorBody, refuse } from './errors.ts';
import type { RouteAnswer, UploadedFile } from './routes/route.ts';

const MAX_BODY = 26 * 1024 * 1024;

/** The whole request body. Throws 40005 above 26 MiB. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > MAX_BODY) reject(refuse(40005));
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

export interface ParsedBody {
  body: unknown;
  files: UploadedFile[];
}

const NO_FILES: UploadedFile[] = [];

/** JSON, or multipart with `payload_json` and files. Throws 50109 for what is neither. */
export function parseBody(contentType: string | undefined, data: Buffer): ParsedBody | Promise<ParsedBody> {
  if (data.length === 0) return { body: undefined, files: NO_FILES };
  if (contentType?.startsWith('multipart/form-data') === true) return parseMultipart(contentType, data);
  return { body: parseJson(data.toString('utf8')), files: NO_FILES };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse(50109);
  }
}

async function parseMultipart(contentType: string, data: Buffer): Promise<ParsedBody> {
  const form = await new Response(new Uint8Array(data), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw refuse(50109);
    });
  const files: UploadedFile[] = [];
  const fields: Record<string, unknown> = {};
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value !== 'string') {
      const bytes = Buffer.from(await value.arrayBuffer());
      const type = value.type === '' ? 'application/octet-stream' : value.type;
      files.push({ field, filename: value.name, contentType: type, data: bytes });
    } else if (field === 'payload_json') {
      body = parseJson(value);
    } else {
      fields[field] = value;
    }
  }
  return { body: body ?? fields, files };
}

/** Writes a route's answer. */
export function sendAnswer(response: ServerResponse, answer: RouteAnswer): void {
  const { status, body, headers } = answer;
  if (headers !== undefined) for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (body === undefined) {
    response.writeHead(status);
    response.end();
    return;
  }
  const raw = Buffer.isBuffer(body);
  if (!raw) response.setHeader('content-type', 'application/json');
  const text = raw ? body : JSON.stringify(body);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.writeHead(status);
  response.end(text);
}

/** The answer to a refused request. What is not a DiscordError is a mistake in the sandbox: 500 with its words. */
export function errorAnswer(error: unknown): RouteAnswer {
  if (error instanceof DiscordError) return { status: error.status, body: errorBody(error) };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { code: 0, message: '500: Internal Server Error', sandbox: message } };
}
