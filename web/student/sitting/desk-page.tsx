import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import type { Language } from '../../i18n/language.ts';
import { Frame } from '../frame.tsx';
import { Later } from '../later-page.tsx';
import { LoadedPart } from '../loaded-part.tsx';
import type { Road } from '../use-road.ts';
import { SittingPage } from './sitting-page.tsx';
import { useDesk } from './use-desk.ts';

type Props = { road: Road; session: PupilSession; language: Language; foot: ComponentChildren };

/** Opens the sitting on the server and on this device, then lets it be answered: here, and nowhere else at the same time. */
export function DeskPage({ road, session, language, foot }: Props) {
  const demo = session.campaign.demo;
  const { opened, elsewhere, takeOver, onLost } = useDesk(road, session, language);
  const isClosed = opened.state === 'ready' && opened.value.desk.sitting.state === 'submitted';
  // A sitting begun elsewhere has another id: entering the code again leads to it.
  const isEnded = elsewhere === null && opened.state === 'failed' && [401, 409].includes(opened.failure.status);
  useEffect(() => {
    if (isClosed) road.toResult();
    if (isEnded) road.askCodeAgain();
  }, [isClosed, isEnded]);
  if (elsewhere !== null) {
    return (
      <Frame demo={demo} foot={foot}>
        <Later load={() => import('./elsewhere-page.tsx')}>
          {({ ElsewherePage }) => <ElsewherePage where={elsewhere} onTakeOver={takeOver} />}
        </Later>
      </Frame>
    );
  }
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
      onLost={onLost}
      onLeave={road.leave}
    />
  );
}
