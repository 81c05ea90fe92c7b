/// <reference lib="webworker" />
/**
 * The pupil's page without a network. Keeps the student entry (the page, its scripts and styles) as one version, whole; answers
 * with that version and no other until no tab is open any more, so that code is never swapped in the middle of a sitting.
 * Staff's pages and everything of the API pass by.
 */
declare const self: ServiceWorkerGlobalScope;

// Put in by the build (web/worker/precache.mjs): what belongs to this version, and a digest of it.
declare const __PRECACHE__: { version: string; files: readonly string[] };
const { version, files } = __PRECACHE__;

const prefix = 'ustaz-page-';
const cacheName = prefix + version;
const page = '/';
const own = new Set(files);

self.addEventListener('install', (event) => {
  event.waitUntil(takeIn());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(clearOlder());
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && pathname === page) event.respondWith(kept(page, event.request));
  else if (own.has(pathname)) event.respondWith(kept(pathname, event.request));
});

// Said by a page on which nobody sits, when no other tab has a sitting open.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

async function takeIn(): Promise<void> {
  const cache = await caches.open(cacheName);
  // The page itself is asked anew; what carries a hash in its name may come from the browser's own store.
  await cache.addAll([new Request(page, { cache: 'reload' }), ...files]);
}

async function clearOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}
