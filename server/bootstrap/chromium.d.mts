import type { Progress } from './mongod.d.mts';
export function ensureChromium(progress: Progress): Promise<string>;
