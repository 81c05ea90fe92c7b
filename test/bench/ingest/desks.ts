import { randomUUID } from 'node:crypto';

export type Sitting = { id: string; token: string };

/** A batch on its way, with all of its bytes: one that was refused comes again as it is, as from a device. */
export type Sending = { sitting: Sitting; done: number; request: string };

const answersInBatch = 5;
/** So many pupils answer at the same time; whoever has answered everything goes, and the next sits down. */
const atOnce = 600;

/** Pupils at their desks. Each has one batch on its way at most, and sends as many as the form has answers for. */
export function desks(all: readonly Sitting[], items: readonly string[], host: string) {
  const coming = all.values();
  const batches = Math.floor(items.length / answersInBatch);
  const free: Sending[] = [];
  const sitDown = (): void => {
    const { value: sitting } = coming.next();
    if (sitting !== undefined) free.push(batchOf(sitting, 0));
  };
  const batchOf = (sitting: Sitting, done: number): Sending => ({
    sitting,
    done,
    request: requestOf(host, sitting, answersOf(items, done)),
  });
  for (let place = 0; place < atOnce; place += 1) sitDown();
  return {
    take: (): Sending => {
      const next = free.shift();
      if (next === undefined) throw new RangeError('nobody is left to send: prepare more sittings');
      return next;
    },
    giveBack: (sent: Sending, status: number): void => {
      if (status !== 200) free.push(sent);
      else if (sent.done + 1 < batches) free.push(batchOf(sent.sitting, sent.done + 1));
      else sitDown();
    },
  };
}
export type Desks = ReturnType<typeof desks>;

function answersOf(items: readonly string[], done: number): string {
  const from = done * answersInBatch;
  const answers = Array.from({ length: answersInBatch }, (_, index) => {
    const seq = from + index + 1;
    return { item: items[seq - 1], value: 1 + (seq % 5), seq, atMs: 6000 * seq, language: 'kk' };
  });
  return JSON.stringify({ answers });
}

const requestOf = (host: string, { id, token }: Sitting, body: string): string =>
  `PUT /api/sittings/${id}/batches/${randomUUID()} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n` +
  `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
