import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';

/**
 * What a data folder was written with. Another port would leave the replica set without a primary, and one version's
 * files do not open in another.
 * @typedef {{ port: number, replicaSet: string, host: string, binary: string, version: string, process: string | null }} MongodRecord
 *   `process` is the identity of the mongod that was started last
 */
const pathOf = (dataDir) => join(dataDir, 'mongod.json');

/** @returns {MongodRecord | null} null before the first start. @throws {Advice} when the file is damaged */
export function readRecord(dataDir) {
  let text;
  try {
    text = readFileSync(pathOf(dataDir), 'utf8');
  } catch {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Advice(
      `${pathOf(dataDir)} is damaged. It records the port and the mongod this data folder was written with; put back a ` +
        'copy of it, or write it anew by hand: {"port": 27720, "replicaSet": "ustaz0", "host": "127.0.0.1:27720", ' +
        '"binary": "/path/to/mongod", "version": "6.0.5", "process": null} with the port that data/mongod.log names.',
    );
  }
}

/** @param {MongodRecord} record */
export function writeRecord(dataDir, record) {
  const beside = `${pathOf(dataDir)}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(beside, pathOf(dataDir));
}
