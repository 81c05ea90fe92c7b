import type { PupilSession } from '../../contract/session.schema.ts';
import { printCode } from '../../domain/access-code.ts';
import type { DerivedIds } from './derived-ids.ts';
import type { ReplayRow } from './read-rows.ts';
import type { Sender } from './sender.ts';

/** Answers a page sends together. */
const batchSize = 10;

/** One row sits as the web page does: code, open, batches, submission. `order` is the order of presentation. */
export async function sendSitting(
  send: Sender,
  ids: DerivedIds,
  { number, answers }: ReplayRow,
  order: readonly string[],
  language: 'kk' | 'ru' | 'en',
): Promise<'sent' | 'was there'> {
  const code = printCode(ids.code(number));
  const session = await send<PupilSession>('POST', '/api/pupil-sessions', { code, sitting: ids.sitting(number) });
  const { token, uploadToken, sitting } = session;
  if (sitting.state === 'submitted') return 'was there';
  await send('PUT', `/api/sittings/${sitting.id}`, { language }, token);
  const given = order
    .filter((item) => answers[item] !== undefined)
    .map((item, index) => ({ item, value: answers[item], seq: index + 1, atMs: 6000 * (index + 1), language }));
  for (let from = 0; from < given.length; from += batchSize) {
    const path = `/api/sittings/${sitting.id}/batches/${ids.batch(number, from / batchSize)}`;
    await send('PUT', path, { answers: given.slice(from, from + batchSize) }, uploadToken);
  }
  const body = { submission: ids.submission(number), lastSeq: given.length };
  await send('PUT', `/api/sittings/${sitting.id}/submission`, body, uploadToken);
  return 'sent';
}
