import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The tombstones once more, in a file beside the keys: a restored backup of the database is older than the erasures since,
 * and its tombstones too. Keyed hashes, one a line.
 */
export type ErasureLedger = { add(hashes: readonly string[]): void; all(): string[]; file: string };

export function erasureLedger(file: string): ErasureLedger {
  return {
    file,
    add: (hashes) => {
      if (hashes.length > 0) appendFileSync(file, `${hashes.join('\n')}\n`, { mode: 0o600 });
    },
    all: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []),
  };
}

export const ledgerBeside = (secretsFile: string): string => join(dirname(secretsFile), 'erasures.ledger');

/** Where nothing is to be kept outside the database. */
export const noLedger: ErasureLedger = { add: () => undefined, all: () => [], file: '' };
