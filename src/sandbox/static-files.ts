import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { World } from './world/types.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A file of the page; any path that names none gets index.html. Nothing outside `directory` is served. */
export function servePage(directory: string | undefined, path: string, response: ServerResponse): void {
  const file = directory === undefined ? undefined : pageFile(directory, path);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('The page has not been built: npm run build makes it. The API is under /api/v10.\n');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const cache = file.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}

function pageFile(directory: string, path: string): string | undefined {
  const wanted = normalize(join(directory, decoded(path)));
  const inside = wanted === directory || wanted.startsWith(directory + sep);
  if (inside && existsSync(wanted) && statSync(wanted).isFile()) return wanted;
  const index = join(directory, 'index.html');
  return existsSync(index) ? index : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return '/';
  }
}

/** `/attachments/<channel>/<id>/<name>`: what was uploaded. False where the path is none of these. */
export function serveCdn(world: World, path: string, response: ServerResponse): boolean {
  if (path.startsWith('/attachments/')) {
    const file = world.files.get(path.split('/')[3] ?? '');
    if (file === undefined) {
      response.writeHead(404).end();
      return true;
    }
    const { content_type, filename } = file.attachment;
    const inline = content_type?.startsWith('image/') === true && content_type !== 'image/svg+xml';
    response.writeHead(200, {
      'content-type': content_type ?? 'application/octet-stream',
      'content-length': file.data.length,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'x-content-type-options': 'nosniff',
    });
    response.end(file.data);
    return true;
  }
  if (/^\/(?:embed\/)?avatars\//.test(path)) {
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' });
    response.end(avatar(path));
    return true;
  }
  return false;
}

/** A plain disc in a colour that follows from the path: people of the sample have no pictures. */
function avatar(path: string): string {
  let hue = 0;
  for (const char of path) hue = (hue * 31 + (char.codePointAt(0) ?? 0)) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue} 45% 45%)"/><circle cx="32" cy="25" r="11" fill="#fff"/><path d="M10 58a22 20 0 0 1 44 0z" fill="#fff"/></svg>`;
}
