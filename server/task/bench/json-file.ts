import { readFileSync } from 'node:fs';
import { CommandProblem } from '../command-problem.ts';

/** What a JSON file holds. @throws CommandProblem that names the file when it is not there or no JSON */
export function jsonFile(path: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandProblem(`${path}: not JSON (${cause instanceof Error ? cause.message : 'unreadable'})`, { cause });
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const numberOr = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
