import type { Progress } from './mongod.d.mts';
export function probeMongod(
  path: string,
  progress: Progress,
): Promise<{ path: string; version: string } | { path: string; problem: string }>;
export function missingLibrary(output: string): string | null;
