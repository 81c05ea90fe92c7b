export function isAlive(pid: number): boolean;
export function identityOf(pid: number): string;
export function isStillRunning(identity: string): boolean;
