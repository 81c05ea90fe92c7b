import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { comesWith, messagesFrom, splitWords } from './i18n/split-words.mjs';
import { precache } from './worker/precache.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const apiServer = process.env.USTAZ_API ?? 'http://127.0.0.1:8080';

/** Messages ask a runtime for the language; ours does just that. */
const smallMessageRuntime: Plugin = {
  name: 'small-message-runtime',
  enforce: 'pre',
  resolveId: (source) => (/(^|\/)runtime\.js$/.test(source) ? here('./i18n/message-runtime.ts') : null),
};

/** The page fetches its entry's main part by itself; told so in the HTML, a browser begins at once. */
const fetchEarly: Plugin = {
  name: 'fetch-early',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const wanted = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || wanted.has(file)) return;
        wanted.add(file);
        for (const next of chunk.imports) add(next);
      };
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && chunk.facadeModuleId === page) add(file);
      return [...wanted]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
    },
  },
};

/** Built one by one (web/build.mjs), so that a pupil fetches nothing that is there for the staff's sake; developed together. */
const entries = { student: here('./student/index.html'), staff: here('./staff/index.html') };
const entry = process.env.USTAZ_ENTRY;

/** What a pupil's first pages need is one file beside the small one that fetches it: smaller than its parts, and one request. */
const [begin, page] = [here('./student/main.tsx'), here('./student/entry.tsx')];
const before = comesWith(begin);
const pageFiles = new Set([...comesWith(page)].filter((file) => file !== page && !before.has(file)));
const words = new Set(messagesFrom(page).map((key) => here(`./i18n/generated/messages/${key}.js`)));
const pageChunk = {
  name: 'page',
  test: (id: string) => pageFiles.has(id) || words.has(id) || /\/node_modules\/preact\//.test(id),
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
  plugins: [smallMessageRuntime, ...(entry === 'student' ? [splitWords(page), fetchEarly, precache()] : [])],
  build: {
    outDir: here('../dist/web'),
    // The pupil's page is built first.
    emptyOutDir: entry === 'student',
    target: 'es2020',
    cssTarget: ['chrome90', 'firefox90', 'safari15'],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      ...(entry === 'student'
        ? { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [pageChunk] } } }
        : {}),
      input: entry === 'student' || entry === 'staff' ? { [entry]: entries[entry] } : entries,
    },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': apiServer, '/healthz': apiServer } },
});
