import { memoryTables } from './memory-tables.ts';
import { type Tables, type TableWork, tableNames } from './records.ts';

/**
 * Tables on disk, until the disk gives up in the middle of it (full, or taken away by the browser): from then on the page works
 * on a copy in memory and says so. What is on disk stays there; sent twice, it is the same answers.
 */
export function sturdyTables(disk: Tables): Tables {
  let memory: Promise<Tables> | null = null;
  const inMemory = () => {
    memory ??= copyOf(disk);
    return memory;
  };
  let isFull = false;
  return {
    get isDurable() {
      return !isFull;
    },
    atomically: async <T>(work: (rows: TableWork) => Promise<T>): Promise<T> => {
      if (memory !== null) return (await memory).atomically(work);
      try {
        return await disk.atomically(work);
      } catch (thrown) {
        // What the work itself found wrong is no fault of the disk.
        if (!(thrown instanceof DOMException)) throw thrown;
        isFull = true;
        return (await inMemory()).atomically(work);
      }
    },
  };
}

async function copyOf(disk: Tables): Promise<Tables> {
  const copy = memoryTables();
  const read = await disk.atomically((rows) => readAll(rows)).catch(() => []);
  await copy.atomically(async (rows) => {
    for (const put of read) await put(rows);
  });
  return copy;
}

/** Every row, each as the work that puts it elsewhere: its table and its type stay together. */
async function readAll(rows: TableWork): Promise<((into: TableWork) => Promise<void>)[]> {
  const all = [];
  for (const table of tableNames) {
    for (const row of await rows.list(table)) all.push((into: TableWork) => into.put(table, row));
  }
  return all;
}
