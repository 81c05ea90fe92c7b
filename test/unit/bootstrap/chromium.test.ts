import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium } from '../../../server/bootstrap/chromium.mjs';
import { silent } from '../../../server/bootstrap/progress.mjs';
import { fakeProgram } from './fake-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

let bin: string;

beforeEach(() => {
  bin = temporaryFolder();
  vi.stubEnv('PATH', bin);
  vi.stubEnv('CHROMIUM_PATH', '');
  return () => vi.unstubAllEnvs();
});

describe('ensureChromium', () => {
  it('takes CHROMIUM_PATH, and no other where that one is wrong', async () => {
    fakeProgram(join(bin, 'chromium'), 'echo Chromium 1');
    const named = fakeProgram(join(bin, 'mine'), 'echo Chromium 2');
    vi.stubEnv('CHROMIUM_PATH', named);
    expect(await ensureChromium(silent)).toBe(named);
    vi.stubEnv('CHROMIUM_PATH', join(bin, 'absent'));
    await expect(ensureChromium(silent)).rejects.toThrow('set CHROMIUM_PATH');
  });

  it('takes what is on PATH, if it runs', async () => {
    const chrome = fakeProgram(join(bin, 'google-chrome'), 'echo Chrome 1');
    expect(await ensureChromium(silent)).toBe(chrome);
    fakeProgram(join(bin, 'google-chrome'), 'exit 127');
    await expect(ensureChromium(silent)).rejects.toThrow('none that runs was found');
  });

  it.skipIf(process.getuid?.() !== 0)('makes do with what is there where apt does not have it', async () => {
    const chrome = fakeProgram(join(bin, 'chromium'), 'echo Chromium 1');
    fakeProgram(join(bin, 'apt-get'), 'exit 100');
    expect(await ensureChromium(silent)).toBe(chrome);
  });

  it('says how to install it where it may not', async () => {
    await expect(ensureChromium(silent)).rejects.toThrow(
      '--no-install-recommends chromium-headless-shell fonts-noto-core',
    );
  });

  it.skipIf(process.getuid?.() !== 0)('installs it by apt as root, after an update of the lists', async () => {
    const path = join(bin, 'chromium-headless-shell');
    fakeProgram(
      join(bin, 'apt-get'),
      `if [ "$1" = update ]; then : > ${bin}/lists; exit; fi
[ -e ${bin}/lists ] || exit 100
case "$*" in *"--no-install-recommends chromium-headless-shell fonts-noto-core") printf '#!/bin/sh\\n' > ${path}; /bin/chmod +x ${path};; esac`,
    );
    expect(await ensureChromium(silent)).toBe(path);
  });
});
