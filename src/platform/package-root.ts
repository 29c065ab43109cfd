import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds package.json, whether this runs from the sources or from dist/: files that are not code
 * (migrations, the page, fonts) are found from there and never from the working directory.
 */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}
