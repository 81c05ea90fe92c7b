import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';

/**
 * A norm speaks of the raw scores of one instrument in one major version; a new major version is a change of items or keys.
 * @throws RangeError otherwise
 */
export function checkNorm(instrument: Instrument, norm: NormSet): void {
  const same = norm.instrument === instrument.id && major(norm.instrumentVersion) === major(instrument.version);
  if (same) return;
  throw new RangeError(
    `Norm ${norm.id} is for ${norm.instrument} ${norm.instrumentVersion}, not for ${instrument.id} ${instrument.version}`,
  );
}

function major(version: string): string {
  return version.split('.', 1)[0] ?? '';
}
