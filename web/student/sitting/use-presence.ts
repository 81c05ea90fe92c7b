import { useEffect } from 'preact/hooks';
import { currentLanguage } from '../../i18n/locale.ts';
import type { Device } from '../../offline/device.ts';
import { tellPresence } from '../../offline/uplink.ts';

/** The counsellor's live room takes a device that is silent for a minute for gone. */
const everyMs = 20_000;

/**
 * While the sitting is on the screen, the device says now and then that it is there, and so stays the one that writes.
 * `isOver`: the server has everything. `onLost`: another device has taken over.
 */
export function usePresence(device: Device, sitting: string, isOver: boolean, onLost: () => void): void {
  useEffect(() => {
    if (isOver) return;
    const tell = async () => {
      if (document.visibilityState === 'hidden' || !navigator.onLine) return;
      const held = await device.store.find(sitting).catch(() => null);
      if (held !== null && !held.isLeft && !(await tellPresence(currentLanguage, held))) onLost();
    };
    void tell();
    const timer = setInterval(() => void tell(), everyMs);
    return () => clearInterval(timer);
  }, [sitting, isOver]);
}
