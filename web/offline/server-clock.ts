/**
 * The server's time on this page: its last reply, and the device's monotonic clock since then. The device's own clock, which
 * may be wrong by a day, is never asked. Unknown (null) until the server has answered once since the page was opened.
 */
let heard: { server: number; at: number } | null = null;

/** `date`: the header of a reply; a second's accuracy is enough to tell «before closing». */
export function hearServerTime(date: string | null): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isFinite(server)) heard = { server, at: performance.now() };
}

export const serverNow = (): number | null =>
  heard === null ? null : Math.round(heard.server + performance.now() - heard.at);
