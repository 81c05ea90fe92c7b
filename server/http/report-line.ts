import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** What a region or the country is told in: pages, PDF, spreadsheet. */
const report = /^\/api\/(?:country\/report|campaigns\/[^/?]+\/(?:report|comparison))(?![^.?])/;
export const isReport = (url: string | undefined): boolean => url !== undefined && report.test(url);

/** Reports answered at once; while the service is busy with everything else, one after the other. */
const atOnce = { usually: 4, busy: 1 };
const mostWaiting = 32;
const longestWaitMs = 10_000;

type Waiting = { start: () => void; timer: NodeJS.Timeout };

/**
 * Reports wait in a line of their own: whoever reads them can wait a moment, a class that answers cannot. Whoever waits too long,
 * or finds too many before them, is turned away.
 */
export function reportLine(next: RequestListener, isBusy: () => boolean, turnAway: RequestListener) {
  const waiting = new Set<Waiting>();
  let inFlight = 0;
  const isFree = (): boolean => inFlight < (isBusy() ? atOnce.busy : atOnce.usually);
  const leave = (): void => {
    inFlight -= 1;
    for (const one of waiting) {
      if (!isFree()) return;
      drop(one);
      one.start();
    }
  };
  const drop = (one: Waiting): void => {
    waiting.delete(one);
    clearTimeout(one.timer);
  };
  const start = (request: IncomingMessage, response: ServerResponse): void => {
    inFlight += 1;
    response.once('close', leave);
    next(request, response);
  };
  const wait = (request: IncomingMessage, response: ServerResponse): void => {
    const giveUp = (): void => drop(one);
    const one: Waiting = {
      start: () => {
        response.off('close', giveUp);
        start(request, response);
      },
      timer: setTimeout(() => {
        drop(one);
        turnAway(request, response);
      }, longestWaitMs),
    };
    response.once('close', giveUp);
    waiting.add(one);
  };
  return {
    inFlight: () => inFlight,
    take(request: IncomingMessage, response: ServerResponse): void {
      if (waiting.size === 0 && isFree()) start(request, response);
      else if (waiting.size < mostWaiting) wait(request, response);
      else turnAway(request, response);
    },
  };
}
