import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printCode } from '../../server/domain/access-code.ts';
import { readSecrets, type Secrets } from '../../server/secrets.ts';
import { type DemoCode, demoCode } from '../../server/task/demo-sign-in.ts';
import { freshDatabase } from '../database.ts';

import { writeTestSecrets } from '../secrets.ts';

export type ServiceProcess = {
  url: string;
  mongoUri: string;
  secrets: Secrets;
  code(name: DemoCode): string;
  /** Everything it has written to its two outputs so far. */
  output(): string;
  /** Ends it with a signal; gives its exit code, null where the signal killed it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Starts it again at the same address on the same database. */
  again(): Promise<void>;
  remove(): void;
};

export type ProcessOptions = { mongoUri?: string; env?: Readonly<Record<string, string>> };

/** The service in a process of its own, with the demo country. */
export async function startProcess({
  mongoUri = freshDatabase().uri,
  env = {},
}: ProcessOptions = {}): Promise<ServiceProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-process-'));
  const secretsFile = writeTestSecrets(folder);
  const secrets = readSecrets(secretsFile);
  const settings = {
    TEST_MONGO_URI: mongoUri,
    TEST_SECRETS_FILE: secretsFile,
    TEST_FOLDER: folder,
    USTAZ_CHECK_REPLIES: '1',
    ...env,
  };
  let output = '';
  const take = (bytes: Buffer): void => {
    output += bytes.toString();
  };
  let { child, url } = await launch(settings, take);
  return {
    url,
    mongoUri,
    secrets,
    code: (name) => printCode(demoCode(secrets, name)),
    output: () => output,
    end: async (signal) => {
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
    again: async () => {
      ({ child, url } = await launch({ ...settings, TEST_PORT: new URL(url).port }, take));
    },
    remove: () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(
  settings: Readonly<Record<string, string>>,
  take: (bytes: Buffer) => void,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'run-service.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Not the test runner's own environment: it tells libraries that they are under test.
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings },
  });
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const failed = once(child, 'exit').then(() => {
    throw new Error('the service did not start');
  });
  const [{ url }] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  return { child, url };
}
