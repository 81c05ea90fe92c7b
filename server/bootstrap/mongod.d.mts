export interface Progress {
  say(line: string): void;
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
}
export function findMongod(progress: Progress, preferred?: string | null): Promise<{ path: string; version: string }>;
