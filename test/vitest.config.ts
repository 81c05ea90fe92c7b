import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/**
 * Four kinds of test, each its own project: `unit` needs nothing, `api` a real mongod, `browser` and `faults` Chromium too.
 * The database is started once per run by test/mongod.ts; each file takes a database of its own.
 */
const project = (name: string, timeoutMs: number, order: number, include = [`test/${name}/**/*.test.{ts,tsx}`]) => ({
  test: {
    name,
    sequence: { groupOrder: order },
    root: '.',
    include,
    testTimeout: timeoutMs,
    hookTimeout: 120_000,
    globalSetup: ['test/mongod.ts'],
    // One load of the service's modules for all files of a worker; what differs is in databases of their own.
    isolate: false,
  },
});

/** What goes wrong on the pupil's device: harms nothing beside it. */
const onPupilsDevice = 'test/faults/pupil-*.test.ts';
const browser = project('browser', 180_000, 2, ['test/browser/**/*.test.ts', onPupilsDevice]).test;

/** Its instruments stand in another folder, which a process is told before it loads anything. */
const otherInstruments = 'test/browser/student-aloud.test.ts';

export default defineConfig({
  test: {
    root: '.',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/oracle/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 120_000,
          isolate: false,
        },
      },
      // They wait for a database or a screen more than they work: one more at a time than there are cores.
      { test: { ...project('api', 60_000, 1).test, maxWorkers: 3 } },
      { test: { ...browser, exclude: [otherInstruments], maxWorkers: 3 } },
      { test: { ...browser, name: 'browser, alone', include: [otherInstruments], isolate: true, maxWorkers: 3 } },
      // One at a time: they kill databases and take back ports that another would take meanwhile.
      { test: { ...project('faults', 240_000, 3).test, exclude: [onPupilsDevice], maxWorkers: 1 } },
    ],
  },
});
