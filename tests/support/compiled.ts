import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { packageRoot } from '../../src/platform/package-root.ts';

/**
 * The program as plain JavaScript from the present sources, for tests that start it again and again: a loader
 * would cost each start two more seconds of CPU. Kept under node_modules until the sources change.
 */
export function compiledMain(): string {
  const root = packageRoot();
  const sources = ['src', 'commands'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith(path.join('sandbox', 'web')))
      .map((name) => ({
        name: path.join(folder, name),
        text: readFileSync(path.join(root, folder, name), 'utf8'),
      })),
  );
  const digest = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
  const folder = path.join(root, 'node_modules/.cache/hearth', digest);
  if (!existsSync(folder)) compileTo(folder, sources);
  return path.join(folder, 'src/main.js');
}

function compileTo(folder: string, sources: readonly { name: string; text: string }[]): void {
  // Whoever is first puts the whole folder in place at once.
  const unfinished = `${folder}.${process.pid}`;
  for (const { name, text } of sources) {
    const target = path.join(unfinished, name.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true,
};
