import type { Browser } from 'playwright';
import type { Pages } from './serve-pages.ts';

export type Line = { name: string; kilobits: number; latencyMs: number; slowdown: number };
export type Measured = { bytes: number; requests: number; ms: number };

/** The line of a village school, and one that is no hindrance with the processor of a cheap phone. */
export const lines: readonly Line[] = [
  { name: '100 kbit/s + 400 ms', kilobits: 100, latencyMs: 400, slowdown: 1 },
  { name: '10 Mbit/s, CPU ÷ 4', kilobits: 10_000, latencyMs: 40, slowdown: 4 },
];

const firstQuestion = { ustaz: '.question input', surveyjs: '.sd-question input' };

/** From an empty cache to the first question that can be answered. */
export async function measure(
  browser: Browser,
  pages: Pages,
  page: 'ustaz' | 'surveyjs',
  { kilobits, latencyMs, slowdown }: Line,
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  await context.addInitScript((session) => {
    localStorage.setItem('ustaz.language', 'kk');
    const kept = { session, screen: 'sitting', seenAt: Date.now() };
    sessionStorage.setItem('ustaz.session', JSON.stringify(kept));
  }, pages.session);
  const tab = await context.newPage();
  tab.setDefaultTimeout(180_000);
  const wire = await context.newCDPSession(tab);
  await wire.send('Network.enable');
  const throughput = (kilobits * 1000) / 8;
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: latencyMs, downloadThroughput: throughput, uploadThroughput: throughput },
  });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let [bytes, requests] = [0, 0];
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  const begun = performance.now();
  await tab.goto(pages[page], { waitUntil: 'commit' });
  await tab.locator(firstQuestion[page]).first().waitFor();
  const ms = performance.now() - begun;
  const taken = { bytes, requests, ms };
  await context.close();
  return taken;
}
