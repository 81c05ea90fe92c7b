import { backgroundJobs } from './background.ts';
import { readTuning } from './config.ts';
import { readProviders } from './oidc-providers.ts';
import { startScheduler } from './scheduler.ts';
import { readSecrets } from './secrets.ts';
import { serve } from './serve.ts';
import { demoSignIn, type SignIn } from './task/demo-sign-in.ts';
import { seedDemo } from './task/seed-demo.ts';

export type StartOptions = {
  mongoUri: string;
  secretsFile: string;
  dataDir: string;
  host: string;
  port: number;
  /** The service's own mongod: an empty database gets the demo country. */
  embedded: boolean;
  log?: (line: string) => void;
};

/** After the start, when the first people have their pages. */
const firstPdfMs = 5000;

export type Started = { url: string; stop(): Promise<void>; signIn: readonly SignIn[] };

/** Starts the service; what `npm start` calls once there is a database. */
export async function start(options: StartOptions): Promise<Started> {
  const { mongoUri, secretsFile, host, port, embedded, log = () => undefined } = options;
  const providers = readProviders(process.env.USTAZ_OIDC);
  const service = await serve({ ...readTuning(process.env), providers, mongoUri, secretsFile, host, port });
  const secrets = readSecrets(secretsFile);
  if (embedded && (await service.stores.staff.count()) === 0) {
    await seedDemo(service.stores, secrets, log);
    // The demo's studies are computed beside the service, once it is there.
    service.stores.studyRunner.wake();
  }
  if ((await service.stores.staff.count()) === 0)
    log('Nobody can sign in yet: «npx ustaz operator --email … --name …» lets the first operator in.');
  const jobs = startScheduler(service.stores, backgroundJobs(service.stores), (name, error) =>
    log(`${name}: ${error instanceof Error ? error.name : 'failed'}`),
  );
  setTimeout(() => service.stores.press.warm(), firstPdfMs).unref();
  const signIn = await demoSignIn(service.stores, secrets);
  return { url: service.url, stop: () => jobs.stop().then(service.stop), signIn };
}
