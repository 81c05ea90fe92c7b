import type { RescorePreviewReport } from '../../contract/study-report.ts';
import type { RescorePreviewSource } from '../../domain/rescore/rescore-preview.ts';
import { rescoreTally } from '../../domain/rescore/summary.ts';
import { instrumentShelf } from '../../instrument-shelf.ts';
import { rescoreOne } from '../../resources/rescore/rescore-one.ts';

/** Between two tellings so many results are computed again. */
const toldEvery = 25;

/** Computes every result again as a run would, and adds up what would change; a thread's own shelf, so nobody waits for it. */
export function rescorePreviewPart(
  source: RescorePreviewSource,
  tell: (done: number, total: number) => void,
): RescorePreviewReport {
  const instruments = instrumentShelf();
  instruments.admit(source.earlier);
  instruments.admitKeys(source.keys);
  const { inForce, norms, demo, rows, erased, results, now } = source;
  const tally = rescoreTally();
  let otherItems = 0;
  for (const [at, { before, sitting }] of rows.entries()) {
    const { change, isTodays } = rescoreOne({ instruments, inForce, norms, demo }, before, sitting, now);
    if (!isTodays) otherItems++;
    if (change !== null) tally.add(change);
    if ((at + 1) % toldEvery === 0) tell(at + 1, rows.length);
  }
  return {
    kind: 'rescore-preview',
    results,
    looked: rows.length + erased,
    skipped: { erased, otherItems },
    summary: tally.summary(),
  };
}
