import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Bench } from './open-bench.ts';

/** The service in a process of its own: what it spends is its own, and not the reader's. */
export type Served = { url: string; cpuUs(): Promise<number>; close(): Promise<void> };

export async function serveApart({ uri, folder }: Bench): Promise<Served> {
  const variant = new URL('../ingest/variant.ts', import.meta.url);
  const child = fork(variant, ['ours', uri, join(folder, 'secrets.json')], { execArgv: ['--import', 'tsx'] });
  const url = await answerOf<string>(child, 'url');
  return {
    url,
    cpuUs: async () => {
      child.send('cpu');
      const { user, system } = await answerOf<NodeJS.CpuUsage>(child, 'cpu');
      return user + system;
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function answerOf<T>(child: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the service ended with ${code}`));
    child.once('exit', ended);
    const take = (message: Record<string, T>): void => {
      const value = message[field];
      if (value === undefined) return;
      child.off('message', take);
      child.off('exit', ended);
      resolve(value);
    };
    child.on('message', take);
  });
}
