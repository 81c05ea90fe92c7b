// axe itself, not its Playwright wrapper: that one opens another page for each look.
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { ensureChromium } from '../../server/bootstrap/chromium.mjs';
import { createProgress } from '../../server/bootstrap/progress.mjs';
import type { Language } from '../../server/domain/language.ts';

/** Debian's Chromium (or the one `CHROMIUM_PATH` names), never a download of Playwright's own. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await ensureChromium(createProgress(process.stderr));
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...more] });
}

export type Device = { width: 360 | 1280; language: Language; dark?: boolean; reducedMotion?: boolean };

/** A phone (360 px, touch) or a school computer (1280 px, mouse and keyboard), its person's language already chosen. */
export async function openDevice(browser: Browser, device: Device): Promise<BrowserContext> {
  const isPhone = device.width === 360;
  const context = await browser.newContext({
    viewport: isPhone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme: device.dark === true ? 'dark' : 'light',
    reducedMotion: device.reducedMotion === true ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript((language) => {
    if (localStorage.getItem('ustaz.language') === null) localStorage.setItem('ustaz.language', language);
  }, device.language);
  return context;
}

/** What a page did wrong while it was open: scripts that threw, and everything its content policy had to stop. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A request that fails on purpose is written to the console by the browser itself.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(text);
  });
  return faults;
}

/** Nothing an automatic check can find against WCAG 2.2 AA, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const first = await findings(page);
  // A colour may have begun to change after the look began: what was only on its way is gone at the second look.
  if (first.length > 0) await page.waitForTimeout(400);
  expect(first.length > 0 ? await findings(page) : []).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide, 'px wider than the screen').toBeLessThanOrEqual(0);
}

async function findings(page: Page): Promise<string[]> {
  // A page that is still fading in has paler words than it will have.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
