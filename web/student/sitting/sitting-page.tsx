import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import type { Device } from '../../offline/device.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Frame } from '../frame.tsx';
import type { Desk } from './desk.ts';
import { IntroPage } from './intro-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { SaveLine } from './save-line.tsx';
import { SubmittedPage } from './submitted-page.tsx';
import { type Asking, useAsking } from './use-asking.ts';
import { useOutbox } from './use-outbox.ts';
import { usePresence } from './use-presence.ts';
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
};

/** The sitting from its first screen to the moment the server has all of it. */
export function SittingPage(props: Props) {
  const { desk, device, language } = props;
  const { text, failure, retry } = useText(desk, language);
  const outbox = useOutbox(device.outbox);
  const asking = useAsking(desk, language, props.isResumed);
  usePresence(device, desk.sitting.id, outbox.submission === 'confirmed');
  useEffect(props.onBusy, [asking.index, asking.answers]);
  useEffect(() => {
    if (outbox.submission === 'confirmed') props.onResult();
  }, [outbox.submission]);
  return (
    <Frame demo={props.demo} foot={props.foot}>
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {text === null ? <p role="status">{failure === null ? m.loading() : ''}</p> : null}
      {text !== null && outbox.submission === 'none' ? <Step {...props} asking={asking} text={text} /> : null}
      {outbox.submission === 'none' ? null : <SubmittedPage state={outbox} onTry={() => void device.outbox.flush()} />}
      <SaveLine state={outbox} isDurable={device.store.isDurable} answered={asking.answers.size} />
    </Frame>
  );
}

function Step({ desk, device, asking, text }: Props & { asking: Asking; text: InstrumentText }) {
  const { questions } = desk;
  const { answers, index, go, goOn, keep } = asking;
  const submit = async () => {
    await device.store.askSubmission(desk.sitting.id);
    await device.outbox.flush();
  };
  if (index < 0) return <IntroPage questions={questions} text={text} hasBegun={answers.size > 0} onStart={goOn} />;
  if (index >= questions.length) {
    return <ReviewPage questions={questions} answers={answers} text={text} onGo={go} onSubmit={submit} />;
  }
  return <QuestionPage key={index} {...{ questions, answers, text, index }} onAnswer={keep} onGo={go} />;
}
