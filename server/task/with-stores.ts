import { type Container, makeContainer } from '../container.ts';
import { keepForms } from '../keep-forms.ts';
import { readSecrets, type Secrets } from '../secrets.ts';
import { openDatabase } from '../store/database.ts';
import { ensureIndexes } from '../store/indexes.ts';
import { inWords } from './command-problem.ts';
import { notice } from './commands/notice.ts';

/** The database a command works on. `wasRunning`: the command found it running and did not start it itself. */
export type Place = {
  mongoUri: string;
  secretsFile: string;
  wasRunning?: boolean;
  /** The folder looked in, where the database is its own mongod. */
  dataDir?: string;
  embedded?: boolean;
  /** Nothing was there before. */
  isNew?: boolean;
};

/** What the door of the command line hands over: a database to open, and how to leave it. */
export type DatabaseDoor = { openDatabase(): Promise<Place & { close(): Promise<void>; leave(): void }> };

/** Runs a task on the service's database, beside a running service or on its own; leaves everything as it was found. */
export async function withStores<Outcome>(
  door: DatabaseDoor,
  task: (stores: Container, secrets: Secrets, place: Place) => Promise<Outcome>,
): Promise<Outcome> {
  const place = await door.openDatabase();
  if (place.isNew && !place.wasRunning) notice(newDatabase(place));
  try {
    const database = await openDatabase(place.mongoUri);
    try {
      await ensureIndexes(database.db);
      const secrets = readSecrets(place.secretsFile);
      const stores = makeContainer(database, secrets);
      await keepForms(stores);
      return await task(stores, secrets, place);
    } finally {
      await database.close();
    }
  } catch (cause) {
    throw inWords(cause, whereLooked(place));
  } finally {
    if (place.wasRunning) place.leave();
    else await place.close();
  }
}

/**
 * Where a command looked and how to make it look elsewhere; empty where there is nothing to wonder about: the database was named, or
 * a service runs on it.
 */
export function whereLooked({ embedded, wasRunning, dataDir }: Place): string {
  if (!embedded || wasRunning) return '';
  return `Looked in the data folder ${dataDir}, on which no service runs. ${howElsewhere}`;
}

const howElsewhere =
  'If the service has its data elsewhere, give the command the same USTAZ_DATA (or MONGODB_URI and USTAZ_SECRETS) as the service.';

const newDatabase = ({ dataDir }: Place): string =>
  `There was no database in the data folder ${dataDir}; an empty one was begun there. ${howElsewhere}`;
