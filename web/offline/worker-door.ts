/**
 * Brings the worker that lets the page open without a network. A new version of it waits until nobody sits at any tab: it takes
 * over only when `isNobodyHere`, and the page is then loaded anew.
 */
export async function bringWorker(isNobodyHere: () => boolean): Promise<void> {
  const workers = navigator.serviceWorker;
  // A page without TLS has none.
  if (workers === undefined) return;
  const registration = await workers.register('/sw.js').catch(() => undefined);
  if (registration === undefined) return;
  const offer = async () => {
    const { waiting } = registration;
    if (waiting === null || !isNobodyHere() || (await isAnySittingOpen())) return;
    workers.addEventListener('controllerchange', () => isNobodyHere() && location.reload(), { once: true });
    waiting.postMessage('take-over');
  };
  await offer();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    void registration.update().catch(() => undefined);
    void offer();
  });
}

/** In any tab of this device; each holds a lock as long as a sitting is open in it. */
async function isAnySittingOpen(): Promise<boolean> {
  if (navigator.locks === undefined) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name = '' }) => name.startsWith('ustaz-sitting-'));
}
