import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Device } from '../offline/device.ts';

/** How long the outbox may take to send what earlier visits left, before anybody is told of it. */
const quietMs = 2500;

/** What this device still holds for the server, or that it can hold nothing, told at the door; its code is fetched only where there is something to tell. */
export function UnsentHere({ device }: { device: Promise<Device> }) {
  const [notice, setNotice] = useState<VNode | null>(null);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { store, subtle } = await device;
      if (subtle === null) {
        const insecure = await import('./insecure-notice.tsx').catch(() => null);
        if (insecure !== null) setNotice(<insecure.InsecureNotice />);
        return;
      }
      const { waiting, refused } = await store.unsent();
      if (waiting + refused === 0) return;
      const part = await import('./unsent-notice.tsx').catch(() => null);
      if (part !== null) setNotice(<part.UnsentNotice count={waiting + refused} />);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [device]);
  return notice;
}
