import { keyFields, type Rows, type TableName, type Tables, type TableWork } from './records.ts';

type Store = { [Name in TableName]: Map<string, Rows[Name]> };

/** Tables in memory, for a browser that gives no storage, and for tests. One unit of work at a time; a failed one leaves no trace. */
export function memoryTables(): Tables {
  let store: Store = { sittings: new Map(), answers: new Map(), queue: new Map(), batches: new Map(), kept: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  const run = async <T>(work: (rows: TableWork) => Promise<T>): Promise<T> => {
    const draft = copyOf(store);
    const result = await work(workOn(draft));
    store = draft;
    return result;
  };
  return {
    isDurable: false,
    atomically: (work) => {
      const mine = last.then(() => run(work));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

const copyOf = (store: Store): Store => ({
  sittings: new Map(store.sittings),
  answers: new Map(store.answers),
  queue: new Map(store.queue),
  batches: new Map(store.batches),
  kept: new Map(store.kept),
});

const workOn = (store: Store): TableWork => ({
  put: async (table, row) => {
    const fields: readonly string[] = keyFields[table];
    const values = new Map(Object.entries(row));
    store[table].set(keyText(fields.map((field) => values.get(field))), { ...row });
  },
  remove: async (table, key) => {
    store[table].delete(keyText(key));
  },
  list: async (table, sitting) => {
    const rows = [...store[table].entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    return sitting === undefined ? rows : rows.filter((row) => row.sitting === sitting);
  },
});

/** Numbers are padded, so that the order of texts is the order of keys. */
const keyText = (key: readonly unknown[]): string =>
  key.map((part) => (typeof part === 'number' ? String(part).padStart(10, '0') : String(part))).join('\n');
