import { useEffect, useRef, useState } from 'preact/hooks';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import type { Language } from '../../i18n/language.ts';
import type { Device } from '../../offline/device.ts';
import { ApiFailure } from '../../offline/failure.ts';
import { holdTab } from '../../offline/writer.ts';
import { type Load, useLoad } from '../../ui/use-load.ts';
import type { Road } from '../use-road.ts';
import { type Desk, openDesk } from './desk.ts';

/** Where else the sitting is open: in another tab here, on another device. */
export type Elsewhere = 'tab' | 'device';

export type DeskState = {
  opened: Load<{ device: Device; desk: Desk }>;
  /** Null while it is open here, or nowhere yet. */
  elsewhere: Elsewhere | null;
  takeOver: () => void;
  /** Another device has taken over. */
  onLost: () => void;
};

const busyTab = new ApiFailure({ type: 'about:blank', slug: 'tab-busy', title: '', status: 409, requestId: '' });

/** Opens the sitting here as its one writer; keeps telling the server so; notices when another has taken over. */
export function useDesk(road: Road, session: PupilSession, language: Language): DeskState {
  const { id } = session.sitting;
  const [attempt, setAttempt] = useState(0);
  const [lost, setLost] = useState<Elsewhere | null>(null);
  const takesOver = attempt > 0;
  const hold = useRef<() => void>(() => undefined);
  const isGone = useRef(false);

  const opened = useLoad(`${id} ${attempt}`, async () => {
    const device = await road.device;
    await road.settled();
    const release = await holdTab(id, takesOver, () => setLost('tab'));
    if (release === null) throw busyTab;
    if (isGone.current) release();
    hold.current = release;
    const desk = await openDesk({ api: road.api, device, session, language, takeOver: takesOver });
    return { device, desk };
  });
  useEffect(
    () => () => {
      isGone.current = true;
      hold.current();
    },
    [],
  );

  const slug = opened.state === 'failed' ? opened.failure.slug : '';
  const refused = slug === 'tab-busy' ? 'tab' : slug === 'sitting-busy' ? 'device' : null;
  return {
    opened,
    elsewhere: lost ?? refused,
    onLost: () => setLost('device'),
    takeOver: () => {
      hold.current();
      setLost(null);
      setAttempt((n) => n + 1);
    },
  };
}
