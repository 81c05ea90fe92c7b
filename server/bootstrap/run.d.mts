export function run(
  command: string,
  args: readonly string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number; stream?: NodeJS.WritableStream },
): Promise<{ code: number | null; output: string }>;
export function lastLines(output: string, count?: number): string[];
