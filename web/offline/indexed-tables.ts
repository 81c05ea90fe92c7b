import { openDB } from 'idb';
import { keyFields, type TableName, type Tables } from './records.ts';

const tableNames: readonly TableName[] = ['sittings', 'answers', 'queue', 'batches'];

/**
 * Tables in IndexedDB. Writing waits until the disk has it (`strict`): what a pupil has answered survives the battery
 * running out. Rejects where the browser gives no storage (some private modes, a policy, a full disk).
 */
export async function indexedTables(name = 'ustaz'): Promise<Tables> {
  const database = await openDB(name, 1, {
    upgrade: (fresh) => {
      for (const table of tableNames) fresh.createObjectStore(table, { keyPath: [...keyFields[table]] });
    },
    // A newer version of this page, in another tab, wants to change the tables: let it.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return {
    isDurable: true,
    atomically: async (work) => {
      const transaction = database.transaction([...tableNames], 'readwrite', { durability: 'strict' });
      const result = work({
        put: async (table, row) => {
          await transaction.objectStore(table).put(row);
        },
        remove: async (table, key) => {
          await transaction.objectStore(table).delete([...key]);
        },
        list: (table, sitting) =>
          transaction.objectStore(table).getAll(sitting === undefined ? undefined : keysOf(sitting)),
      });
      // A failed unit of work takes everything it wrote back with it.
      result.catch(() => abandon(transaction));
      const [value] = await Promise.all([result, transaction.done]);
      return value;
    },
  };
}

function abandon(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the same failure.
  }
}

/** Every key that begins with this sitting: in the order of IndexedDB an array stands after every text and number. */
const keysOf = (sitting: string): IDBKeyRange => IDBKeyRange.bound([sitting], [sitting, []]);
