import { keyFields, type Tables, type TableWork, tableNames } from './records.ts';

/**
 * Tables in IndexedDB, spoken to directly: four requests do not need a package on a pupil's phone. Writing waits until the
 * disk has it (`strict`): what a pupil has answered survives the battery running out. Rejects where the browser gives no
 * storage (some private modes, a policy, a full disk).
 */
export async function indexedTables(name = 'ustaz'): Promise<Tables> {
  const opening = indexedDB.open(name, 2);
  opening.onupgradeneeded = () => {
    // What stood there before the first release was not closed; no pupil's device has it.
    for (const table of Array.from(opening.result.objectStoreNames)) opening.result.deleteObjectStore(table);
    for (const table of tableNames) opening.result.createObjectStore(table, { keyPath: [...keyFields[table]] });
  };
  const database = await resultOf(opening);
  // A newer version of this page, in another tab, wants to change the tables: let it.
  database.onversionchange = () => database.close();
  return {
    isDurable: true,
    atomically: async (work) => {
      const transaction = database.transaction([...tableNames], 'readwrite', { durability: 'strict' });
      const ended = endOf(transaction);
      const result = work(workOn(transaction));
      // A failed unit of work takes everything it wrote back with it.
      result.catch(() => abandon(transaction));
      const [value] = await Promise.all([result, ended]);
      return value;
    },
  };
}

const workOn = (transaction: IDBTransaction): TableWork => ({
  put: async (table, row) => {
    await resultOf(transaction.objectStore(table).put(row));
  },
  remove: async (table, key) => {
    await resultOf(transaction.objectStore(table).delete([...key]));
  },
  list: (table, sitting) =>
    resultOf(transaction.objectStore(table).getAll(sitting === undefined ? undefined : keysOf(sitting))),
});

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });

function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the same failure.
  }
}

/** Every key that begins with this sitting: in the order of IndexedDB an array stands after every text and number. */
const keysOf = (sitting: string): IDBKeyRange => IDBKeyRange.bound([sitting], [sitting, []]);
