import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../server/task/cli.ts';
import type { DatabaseDoor } from '../../server/task/with-stores.ts';

export interface Ran {
  readonly out: string;
  readonly told: string;
  readonly code: number;
  // biome-ignore lint/suspicious/noExplicitAny: a parser; each test knows the command it ran
  readonly json: () => any;
}

/** A folder of files for commands to read; `remove` takes it away again. */
export function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-bench-'));
  return {
    file(name: string, content: string | Buffer): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}

const noDatabase: DatabaseDoor = {
  openDatabase: () => Promise.reject(new Error('the bench needs no database')),
};

/** Runs `ustaz …` in this process; without a database, as the bench promises. A failure is thrown. */
export const ustaz = (...argv: string[]): Promise<Ran> => ustazOn(noDatabase, ...argv);

/** The same on a database. */
export async function ustazOn(door: DatabaseDoor, ...argv: string[]): Promise<Ran> {
  let [out, told] = ['', ''];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    out += String(piece);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((piece) => {
    told += String(piece);
    return true;
  });
  // A wrong option ends the process; here that is a failure like others, and the worker goes on to its next file.
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`left with ${code}: ${told}`);
  });
  const before = process.exitCode;
  const listeners = process.stdout.listenerCount('error');
  try {
    process.exitCode = 0;
    await main(['node', 'ustaz', ...argv], door);
    const code = Number(process.exitCode ?? 0);
    return { out, told, code, json: () => JSON.parse(out) };
  } finally {
    process.exitCode = before;
    if (listeners === 0) process.stdout.removeAllListeners('error');
    exit.mockRestore();
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
