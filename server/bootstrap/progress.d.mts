import type { Progress } from './mongod.d.mts';
export function createProgress(stream: NodeJS.WritableStream): Progress;
export const silent: Progress;
