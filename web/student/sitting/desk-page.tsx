import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import type { Language } from '../../i18n/language.ts';
import { useLoad } from '../../ui/use-load.ts';
import { Frame } from '../frame.tsx';
import { LoadedPart } from '../loaded-part.tsx';
import type { Road } from '../use-road.ts';
import { openDesk } from './desk.ts';
import { SittingPage } from './sitting-page.tsx';

type Props = { road: Road; session: PupilSession; language: Language; foot: ComponentChildren };

/** Opens the sitting on the server and on this device, then lets it be answered. */
export function DeskPage({ road, session, language, foot }: Props) {
  const demo = session.campaign.demo;
  const opened = useLoad(session.sitting.id, async () => {
    const device = await road.device;
    return { device, desk: await openDesk(road.api, device, session, language) };
  });
  const isClosed = opened.state === 'ready' && opened.value.desk.sitting.state === 'submitted';
  // A sitting begun elsewhere has another id: entering the code again leads to it.
  const isEnded = opened.state === 'failed' && [401, 409].includes(opened.failure.status);
  useEffect(() => {
    if (isClosed) road.toResult();
    if (isEnded) road.askCodeAgain();
  }, [isClosed, isEnded]);
  if (opened.state !== 'ready' || isClosed) {
    return (
      <Frame demo={demo} foot={foot}>
        <LoadedPart load={opened}>{() => <p />}</LoadedPart>
      </Frame>
    );
  }
  const isResumed = road.isResumed;
  return (
    <SittingPage
      {...opened.value}
      {...{ language, demo, foot, isResumed }}
      onBusy={road.signOfLife}
      onResult={road.toResult}
      onLeave={road.leave}
    />
  );
}
