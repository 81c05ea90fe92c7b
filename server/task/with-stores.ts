import { type Container, makeContainer } from '../container.ts';
import { keepForms } from '../keep-forms.ts';
import { readSecrets, type Secrets } from '../secrets.ts';
import { openDatabase } from '../store/database.ts';
import { ensureIndexes } from '../store/indexes.ts';

/** What the door of the command line hands over: a database to open, and how to leave it. */
export type DatabaseDoor = {
  openDatabase(): Promise<{
    mongoUri: string;
    secretsFile: string;
    wasRunning?: boolean;
    close(): Promise<void>;
    leave(): void;
  }>;
};

/** Runs a task on the service's database, beside a running service or on its own; leaves everything as it was found. */
export async function withStores<Outcome>(
  door: DatabaseDoor,
  task: (stores: Container, secrets: Secrets) => Promise<Outcome>,
): Promise<Outcome> {
  const place = await door.openDatabase();
  try {
    const database = await openDatabase(place.mongoUri);
    try {
      await ensureIndexes(database.db);
      const secrets = readSecrets(place.secretsFile);
      const stores = makeContainer(database, secrets);
      await keepForms(stores);
      return await task(stores, secrets);
    } finally {
      await database.close();
    }
  } finally {
    if (place.wasRunning) place.leave();
    else await place.close();
  }
}
