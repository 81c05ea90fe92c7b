import { start } from '../../server/index.ts';

/**
 * The service in a process of its own, as it is deployed: tests stop it, kill it and read what it logs.
 * Told by its environment where the database and the secrets are; tells its parent where it listens.
 */
const { TEST_MONGO_URI = '', TEST_SECRETS_FILE = '', TEST_FOLDER = '', TEST_DEMO = '1', TEST_PORT = '0' } = process.env;

const service = await start({
  mongoUri: TEST_MONGO_URI,
  secretsFile: TEST_SECRETS_FILE,
  dataDir: TEST_FOLDER,
  host: '127.0.0.1',
  port: Number(TEST_PORT),
  embedded: TEST_DEMO === '1',
});
process.once('SIGTERM', async () => {
  await service.stop();
  process.exit(0);
});
process.send?.({ url: service.url });
