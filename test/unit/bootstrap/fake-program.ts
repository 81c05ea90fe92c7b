import { chmodSync, writeFileSync } from 'node:fs';

/** Writes a shell script that stands in for a program. */
export function fakeProgram(path: string, script: string): string {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

export const claimsVersion = (version: string): string => `echo 'db version v${version}'`;
export const lacksLibrary = (library: string): string =>
  `echo "$0: error while loading shared libraries: ${library}: cannot open shared object file" >&2; exit 127`;
