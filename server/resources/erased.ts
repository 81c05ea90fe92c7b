import type { Container } from '../container.ts';

/**
 * Was the child of this device erased? What such a device still sends is acknowledged, so that it lets go of it, and dropped.
 */
export async function isErased(stores: Container, sitting: string, pid: string): Promise<boolean> {
  return (await stores.tombstones.erasedAmong([`pid|${pid}`, `sitting|${sitting}`])).size > 0;
}
