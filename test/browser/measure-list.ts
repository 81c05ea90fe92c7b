import type { CDPSession, Page } from 'playwright';

/**
 * How long a list of pupils takes in the page, in ms. `wall`: by the clock, which on a crowded machine counts the others' work too;
 * `cpu`: what the page's own thread worked.
 */
export type ListTrace = { paint: Spent; search: Spent[]; rowsDrawn: number };
export type Spent = { wall: number; cpu: number };

/** Goes to a list from another page of the staff and types a name letter by letter. */
export async function measureList(page: Page, path: string, typed: string): Promise<ListTrace> {
  const cdp = await page.context().newCDPSession(page);
  // Chromium then counts the time of the page's thread, not of the clock.
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  const before = await busy(cdp);
  const wall = await page.evaluate(goAndWait, path);
  const paint = { wall, cpu: (await busy(cdp)) - before };
  const rowsDrawn = await page.locator('tbody tr[data-row]').count();
  await page.locator('input[type=search]').focus();
  const search: Spent[] = [];
  for (const letter of typed) {
    const from = await busy(cdp);
    const took = await page.evaluate(typeAndWait, letter);
    search.push({ wall: took, cpu: (await busy(cdp)) - from });
  }
  return { paint, search, rowsDrawn };
}

/** The work of the page's thread so far, in ms. */
async function busy(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Follows a link of the page's own; resolves with the time from the list's reply to the frame after its rows were drawn. */
const goAndWait = (path: string): Promise<number> =>
  new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (document.querySelector('tbody tr[data-row]') === null) return;
      look.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const lists = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/pupils'));
          const reply = lists.at(-1);
          const end = reply instanceof PerformanceResourceTiming ? reply.responseEnd : Number.NaN;
          resolve(performance.now() - end);
        }),
      );
    });
    look.observe(document, { childList: true, subtree: true });
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  });

/** Types a letter; resolves with the time until the frame after the rows that fit were drawn. */
const typeAndWait = (letter: string): Promise<number> =>
  new Promise((resolve) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('no search field');
    const startedAt = performance.now();
    field.value += letter;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)));
  });
