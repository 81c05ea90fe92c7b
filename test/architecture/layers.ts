import type { Import } from './read-imports.ts';

/**
 * Who may import whom. `code`: anything; `types`: type-only imports; `packages`: of npm; `node`: modules of Node.
 * Every folder may import itself. The longest folder that begins a path is its layer; `server` alone is the composition
 * root: the files that stand directly in it, where everything is wired and whose types (the container) others may name.
 */
export type Layer = {
  code?: readonly string[];
  types?: readonly string[];
  packages?: readonly string[];
  typesOf?: readonly string[];
  node?: readonly string[];
};

const allOfServer = [
  'server',
  'server/contract',
  'server/domain',
  'server/http',
  'server/report',
  'server/resources',
  'server/store',
  'server/task',
];
const pages = { code: ['web/charts', 'web/i18n', 'web/offline', 'web/ui'], types: ['server/contract', 'instruments'] };

// biome-ignore format: a table is read by its columns
export const layers: Readonly<Record<string, Layer>> = {
  'instruments':      { packages: ['ajv'], typesOf: ['json-schema-to-ts'], node: ['fs', 'path', 'url'] },
  'scoring':          { types: ['instruments'] },
  'server/contract':  { typesOf: ['json-schema-to-ts'] },
  'server/domain':    { code: ['scoring'], types: ['instruments', 'server/contract'], node: ['crypto'] },
  'server/report':    { code: ['server/domain', 'server/contract', 'scoring'], types: ['instruments', 'server', 'server/store'], packages: ['highs', 'csv-parse', 'fflate', 'read-excel-file', 'write-excel-file', 'pdfmake'] },
  'server/http':      { code: ['server/contract', 'server/domain'], types: ['server'], packages: ['express', 'ajv', 'jsonwebtoken', 'prom-client'], typesOf: ['pino'], node: ['crypto', 'fs', 'http', 'path', 'stream', 'stream/promises', 'zlib'] },
  'server/store':     { code: ['server/domain'], types: ['server/contract', 'scoring'], packages: ['mongoose'], node: ['crypto'] },
  'server/resources': { code: ['server/contract', 'server/domain', 'server/http', 'server/report'], types: ['server', 'server/store'], node: ['crypto', 'timers/promises'] },
  'server/task':      { code: [...allOfServer, 'instruments', 'scoring'], packages: ['commander', 'csv-parse', '@peculiar/x509', 'reflect-metadata'], node: ['crypto', 'events', 'fs', 'os', 'path', 'stream', 'stream/promises', 'timers/promises', 'tty', 'worker_threads'] },
  'server':           { code: [...allOfServer, 'server/bootstrap', 'instruments', 'scoring'], packages: ['express', 'helmet', 'pino', '@node-rs/argon2', 'otpauth', 'qrcode-generator', 'openid-client'], node: ['crypto', 'fs', 'http', 'https', 'net', 'path', 'stream', 'url', 'worker_threads'] },
  // Runs before anything is installed or built; it knows the built server only by the door it starts.
  'server/bootstrap': { code: ['server'], packages: ['mongodb-memory-server-core', 'mongoose'], node: ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'timers/promises', 'url'] },
  'web/student':      { ...pages, code: [...pages.code, 'scoring'], packages: ['preact', 'preact-iso'] },
  'web/staff':        { ...pages, packages: ['preact', 'preact-iso', 'chart.js'] },
  'web/charts':       { code: ['web/i18n', 'scoring'], types: ['server/contract', 'instruments'], packages: ['chart.js'] },
  'web/ui':           { code: ['web/charts', 'web/i18n', 'web/offline'], types: ['server/contract'], packages: ['preact'] },
  'web/offline':      { code: ['scoring'], types: ['server/contract', 'instruments', 'web/i18n'], packages: ['idb'] },
  'web/i18n':         { packages: ['@inlang/paraglide-js'], typesOf: ['vite'], node: ['crypto', 'fs', 'os', 'path', 'url'] },
  'web/worker':       { packages: [], typesOf: ['vite'], node: ['crypto', 'url'] },
  'web':              { code: ['web/i18n', 'web/worker'], packages: ['vite', '@preact/preset-vite'], node: ['child_process', 'fs', 'path', 'url'] },
};

/** The layer a file stands in; null outside the product. */
export function layerOf(file: string): string | null {
  const folder = file.split('/').slice(0, -1).join('/');
  const within = Object.keys(layers).filter((layer) => folder === layer || folder.startsWith(`${layer}/`));
  const nearest = within.sort((a, b) => b.length - a.length)[0] ?? null;
  // `server` and `web` stand for the files directly in them: a new folder needs a line of its own.
  return (nearest === 'server' || nearest === 'web') && folder !== nearest ? null : nearest;
}

/** What is wrong with an import, in words; null where it is allowed. */
export function wrongImport({ file, target, typesOnly }: Import): string | null {
  const from = layerOf(file);
  if (from === null) return `${file} stands in no layer: give its folder a line in the table`;
  const rule = layers[from] ?? {};
  const isOurs = /^(instruments|scoring|server|web|test|dist)\//.test(target) || target.startsWith('..');
  if (!isOurs) return mayUsePackage(rule, target, typesOnly) ? null : `${file} → ${target}: not a package of «${from}»`;
  const to = layerOf(target);
  const allowed = to !== null && (to === from || rule.code?.includes(to) || (typesOnly && rule.types?.includes(to)));
  const hint = to !== null && rule.types?.includes(to) ? ' (only its types)' : '';
  return allowed ? null : `${file} → ${target}: «${from}» may not import «${to ?? 'outside'}»${hint}`;
}

function mayUsePackage(rule: Layer, name: string, typesOnly: boolean): boolean {
  const lists = name.startsWith('node:') ? [rule.node] : [rule.packages, typesOnly ? rule.typesOf : []];
  const plain = name.replace(/^node:/, '');
  // Types of Node cost nothing and bind to nothing.
  return (typesOnly && name.startsWith('node:')) || lists.some((list) => list?.includes(plain));
}
