import { mayScore } from '../../domain/kept-form.ts';
import type { PublishedKey } from '../../domain/panel/keyed-form.ts';
import { compareResults, type ResultChange } from '../../domain/rescore/compare-results.ts';
import type { SatSitting } from '../../domain/rescore/rescore-preview.ts';
import { deriveResult, type StoredResult } from '../../domain/result.ts';
import type { InstrumentShelf, ShelvedInstrument } from '../../instrument-shelf.ts';
import type { NormsInForce } from '../norms/norms-in-force.ts';

/** By what results are computed again: the forms, the keys and the norms that count today. */
export type Today = {
  instruments: InstrumentShelf;
  inForce: readonly PublishedKey[];
  norms: NormsInForce;
  demo: boolean;
};

/** A result computed again from its answers. `change` null: it is the same. Asks no store. */
export function rescoreOne(
  today: Today,
  before: StoredResult,
  sitting: SatSitting,
  now: Date,
): { fresh: StoredResult; change: ResultChange | null; isTodays: boolean } {
  const { form, isTodays } = formFor(today, sitting);
  const { language } = sitting;
  const analysis = form.analysisFor({ language, demo: today.demo, own: today.norms[language] ?? null });
  const fresh = deriveResult(sitting, before, analysis, now);
  return { fresh, change: compareResults(before, fresh), isTodays };
}

/** Today's form by the key in force, where it asks for nothing that the sat one did not; otherwise the one that was sat. */
function formFor(
  { instruments, inForce }: Today,
  { instrument, instrumentVersion }: SatSitting,
): { form: ShelvedInstrument; isTodays: boolean } {
  const sat = instruments.version(instrument, instrumentVersion);
  const current = instruments.ids().includes(instrument) ? instruments.current(instrument) : null;
  const isTodays = current !== null && mayScore(sat.instrument, current.instrument);
  const { version } = (isTodays ? current : sat).instrument;
  return { form: instruments.keyed(instrument, version, inForce), isTodays };
}
