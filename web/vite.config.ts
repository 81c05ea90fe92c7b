import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { precache } from './worker/precache.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const apiServer = process.env.USTAZ_API ?? 'http://127.0.0.1:8080';

/** Messages ask a runtime for the language; ours does just that. */
const smallMessageRuntime: Plugin = {
  name: 'small-message-runtime',
  enforce: 'pre',
  resolveId: (source) => (/(^|\/)runtime\.js$/.test(source) ? here('./i18n/message-runtime.ts') : null),
};

/**
 * Two entries that share `ui`, `i18n` and `offline` and nothing else: what staff need never reaches a pupil's phone.
 * The page's policy allows no inline script, so nothing here may write one (hence no module-preload polyfill).
 */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: here('./public'),
  clearScreen: false,
  plugins: [smallMessageRuntime, precache()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2020',
    cssTarget: ['chrome90', 'firefox90', 'safari15'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: { student: here('./student/index.html'), staff: here('./staff/index.html') },
    },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': apiServer, '/healthz': apiServer } },
});
