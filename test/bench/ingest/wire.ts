import { connect, type Socket } from 'node:net';

/** An HTTP/1.1 client that costs next to nothing: the machine's two cores belong to what is measured. One request at a time a connection. */
/** `status`: 0 where the connection broke. */
export type Heard = { status: number; retryAfterS: number };
export type Wire = { send(request: string): Promise<Heard>; close(): void };

export function openWire(url: string): Wire {
  const { hostname, port } = new URL(url);
  let socket: Socket | null = null;
  let said = '';
  let settle: ((heard: Heard) => void) | null = null;
  const end = (status: number): void => {
    const done = settle;
    const retryAfterS = Number(/\r\nretry-after: (\d+)/i.exec(said)?.[1] ?? 0);
    settle = null;
    said = '';
    done?.({ status, retryAfterS });
  };
  const open = (): Socket => {
    const opened = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
    opened.on('data', (text: string) => {
      said += text;
      if (isWhole(said)) end(Number(said.slice(9, 12)));
    });
    opened.on('error', () => undefined);
    opened.on('close', () => {
      socket = null;
      end(0);
    });
    return opened;
  };
  return {
    send: (request) =>
      new Promise((resolve) => {
        settle = resolve;
        socket ??= open();
        socket.write(request);
      }),
    close: () => socket?.destroy(),
  };
}

/** A reply has ended where its length, or its last chunk, says so. */
function isWhole(said: string): boolean {
  const head = said.indexOf('\r\n\r\n');
  if (head < 0) return false;
  // Nothing has changed: there is no body, and no length.
  if (said.startsWith('304', 9)) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(said.slice(0, head + 2));
  return length === null ? said.endsWith('0\r\n\r\n') : said.length >= head + 4 + Number(length[1]);
}
