import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedMongod } from '../../../server/bootstrap/embedded-mongod.mjs';
import { createProgress } from '../../../server/bootstrap/progress.mjs';
import { type Service, serve } from '../../../server/serve.ts';
import { type Country, makeCountry } from './country.ts';

export type Bench = {
  service: Service;
  uri: string;
  country: Country;
  count: number;
  /** Releases without disclosure control. */
  isOpen: boolean;
  folder: string;
  now: Date;
  close(): Promise<void>;
};

/** The service on a mongod of its own whose data stays in the folder. */
export async function openBench(folder: string, count: number, isOpen: boolean): Promise<Bench> {
  mkdirSync(folder, { recursive: true });
  const mongod = await startEmbeddedMongod(join(folder, 'data'), createProgress(process.stderr));
  const uri = mongod.uri.replace('/?', '/bench_report?');
  const service = await serve({
    mongoUri: uri,
    secretsFile: secretsIn(folder),
    host: '127.0.0.1',
    port: 0,
    mostInFlight: 64,
    trustProxy: false,
    checkReplies: false,
    logLevel: 'silent',
  });
  const now = new Date();
  return {
    service,
    uri,
    count,
    isOpen,
    folder,
    now,
    country: makeCountry(now),
    close: async () => {
      await service.stop();
      await mongod.stop();
    },
  };
}

function secretsIn(folder: string): string {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return file;
  const key = () => randomBytes(32).toString('base64');
  const secrets = {
    masterKeys: [{ id: 'k', key: key() }],
    tokenKeys: [{ id: 't', key: key() }],
    codeKey: key(),
    lookupKey: key(),
    auditKey: key(),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return file;
}
