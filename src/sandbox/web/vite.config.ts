import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page is one small bundle without external assets; the stories page is only served in development. */
export default defineConfig(({ command }) => ({
  root: here('.'),
  clearScreen: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input:
        command === 'build' && process.env.PAGE_STORIES === undefined
          ? { index: here('./index.html') }
          : { index: here('./index.html'), stories: here('./stories.html') },
    },
  },
}));
