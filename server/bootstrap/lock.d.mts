export function withLock<T>(path: string, work: () => Promise<T>, onWait?: () => void): Promise<T>;
export function tryLock(path: string): (() => void) | null;
export function ownerOf(path: string): number | null;
