import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { prepareLanguages } from '../../i18n/locale.ts';
import type { Device } from '../../offline/device.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Frame } from '../frame.tsx';
import { Later } from '../later-page.tsx';
import type { Desk } from './desk.ts';
import { IntroPage } from './intro-page.tsx';
import { LeadPage } from './lead-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { SaveLine } from './save-line.tsx';
import { partOf } from './stops.ts';
import { minutesLeft } from './time-left.ts';
import { useAloud } from './use-aloud.ts';
import { type Asking, useAsking } from './use-asking.ts';
import { useOutbox } from './use-outbox.ts';
import { usePresence } from './use-presence.ts';
import { useRoomy } from './use-roomy.ts';
import { useText } from './use-text.ts';

type Props = {
  desk: Desk;
  device: Device;
  language: Language;
  demo: boolean;
  /** Straight to the question, after a reload. */
  isResumed: boolean;
  foot: ComponentChildren;
  /** A sign of life. */
  onBusy: () => void;
  onResult: () => void;
  onLeave: () => void;
  /** Another device has taken over. */
  onLost: () => void;
};

// Not needed for the first question; fetched as soon as its words are here, so that they are here when the line is not.
const breakPage = () => import('./break-page.tsx');
const reviewPage = () => import('./review-page.tsx');
const submittedPage = () => import('./submitted-page.tsx');
const leftPage = () => import('../left-page.tsx');

/** The sitting from its first screen to the moment the server has all of it. */
export function SittingPage(props: Props) {
  const { desk, device, language } = props;
  const { text, failure, retry } = useText(desk, language);
  const outbox = useOutbox(device.outbox);
  const isRoomy = useRoomy();
  const asking = useAsking(desk, text?.language ?? language, isRoomy, props.isResumed);
  usePresence(device, desk.sitting.id, outbox.submission === 'confirmed', props.onLost);
  // The page and its questions change their language together, or not at all.
  useEffect(() => prepareLanguages(desk.text), [desk]);
  const isReadable = text !== null;
  useEffect(() => {
    if (isReadable) for (const page of [reviewPage, submittedPage, breakPage, leftPage]) page().catch(() => undefined);
  }, [isReadable]);
  useEffect(props.onBusy, [asking.spot, asking.answers]);
  useEffect(() => {
    if (outbox.submission === 'confirmed') props.onResult();
  }, [outbox.submission]);
  const isAsked = asking.stop?.kind === 'questions';
  return (
    <Frame demo={props.demo} foot={props.foot} roomy={isRoomy && isAsked}>
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {text === null ? <p role="status">{failure === null ? m.loading() : ''}</p> : null}
      {text !== null && outbox.submission === 'none' ? <Step {...props} {...{ asking, text, isRoomy }} /> : null}
      {outbox.submission === 'none' ? null : (
        <Later load={submittedPage}>
          {({ SubmittedPage }) => <SubmittedPage state={outbox} onTry={() => void device.outbox.flush()} />}
        </Later>
      )}
      <SaveLine state={outbox} isDurable={device.store.isDurable} answered={asking.answers.size} />
    </Frame>
  );
}

type StepProps = Props & { asking: Asking; text: InstrumentText; isRoomy: boolean };

function Step({ desk, device, asking, text, isRoomy, onLeave }: StepProps) {
  const { questions, answers, spot, stop, ask, onward, back, goOn, keep } = asking;
  const aloud = useAloud(desk.tellReadAloud);
  const submit = async () => {
    await device.store.askSubmission(desk.sitting.id);
    await device.outbox.flush();
  };
  if (spot.kind === 'intro') return <IntroPage {...{ desk, text, answers }} onStart={goOn} />;
  if (stop === null) {
    return (
      <Later load={reviewPage}>
        {({ ReviewPage }) => <ReviewPage {...{ questions, answers, text }} onGo={ask} onSubmit={submit} />}
      </Later>
    );
  }
  const ways = { onward, onBack: back };
  switch (stop.kind) {
    case 'lead':
      return <LeadPage key={stop.at} {...ways} {...{ text }} block={stop.block} part={partOf(questions, stop.at)} />;
    case 'break': {
      const left = minutesLeft(questions, [...answers.values()]);
      return (
        <Later load={breakPage}>
          {({ BreakPage }) => <BreakPage {...ways} {...{ left, onLeave }} minutes={stop.minutes} />}
        </Later>
      );
    }
    case 'questions':
      return (
        <QuestionPage
          key={`${stop.at} ${isRoomy}`}
          {...ways}
          {...{ questions, answers, text, stop, isRoomy, aloud }}
          most={desk.adaptive?.most ?? null}
          at={spot.at}
          onAnswer={keep}
          onAsk={ask}
        />
      );
  }
}
