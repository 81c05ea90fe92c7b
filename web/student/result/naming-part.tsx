import { useState } from 'preact/hooks';
import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { LoadedPart } from '../loaded-part.tsx';
import '../naming.css';
import { type NamingPurpose, namingPurposes as purposes, receiverName } from '../naming.ts';

type Props = { api: PupilApi; language: Language; onChanged: () => void };

/** Naming the pupil to others: three questions, one after the other, each with exactly what would go. */
export function NamingPart({ api, language, onChanged }: Props) {
  const consents = useLoad('consents', api.ownConsents);
  return (
    <Sheet title={m.naming_title()}>
      <p>{m.naming_lead()}</p>
      <LoadedPart load={consents}>{(first) => <Asked {...{ api, language, first, onChanged }} />}</LoadedPart>
    </Sheet>
  );
}

function Asked({ api, language, first, onChanged }: Props & { first: ConsentSummary }) {
  const [summary, setSummary] = useState(first);
  const [changing, setChanging] = useState<NamingPurpose | null>(null);
  const stateOf = (purpose: NamingPurpose) => summary.purposes.find((one) => one.purpose === purpose);
  const open = changing ?? purposes.find((purpose) => stateOf(purpose)?.pupil === 'missing') ?? null;
  const take = (next: ConsentSummary) => {
    setSummary(next);
    setChanging(null);
    onChanged();
  };
  return (
    <ul class="naming">
      {purposes.map((purpose) => {
        const state = stateOf(purpose);
        const isAsked = purpose === open;
        return (
          <li key={purpose}>
            <h3>{receiverName(purpose)}</h3>
            {isAsked ? <NamingQuestion key={language} {...{ api, language, purpose }} onSaid={take} /> : null}
            {!isAsked && state !== undefined && state.pupil !== 'missing' ? (
              <div class="row">
                <span>{standingWords(state)}</span>
                <Button look="plain" onPress={() => setChanging(purpose)}>
                  {m.naming_change()}
                </Button>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function standingWords({ pupil, open }: ConsentSummary['purposes'][number]): string {
  if (pupil !== 'given') return m.naming_refused();
  return open ? m.naming_given() : m.naming_waits();
}

type QuestionProps = {
  api: PupilApi;
  language: Language;
  purpose: NamingPurpose;
  onSaid: (next: ConsentSummary) => void;
};

function NamingQuestion({ api, language, purpose, onSaid }: QuestionProps) {
  const wording = useLoad(`${purpose} ${language}`, () => api.wording('pupil', language, purpose));
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const say = async (action: 'given' | 'withdrawn', id: string) => {
    setBusy(true);
    setFailure(null);
    await api
      .assent({ purpose, action, wording: id, language })
      .then(onSaid, (thrown: unknown) => setFailure(asFailure(thrown)));
    setBusy(false);
  };
  return (
    <LoadedPart load={wording}>
      {(text) => (
        <div class="stack">
          <p>
            <strong>{text.title}</strong>
          </p>
          <p class="soft">{m.naming_fields()}</p>
          <ul class="points">
            {text.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
          {text.paragraphs.map((paragraph) => (
            <p key={paragraph} class="small">
              {paragraph}
            </p>
          ))}
          {failure === null ? null : <FailureNotice failure={failure} />}
          <div class="row">
            <Button look="quiet" busy={isBusy} onPress={() => void say('given', text.id)}>
              {text.agree}
            </Button>
            <Button look="quiet" busy={isBusy} onPress={() => void say('withdrawn', text.id)}>
              {text.refuse}
            </Button>
          </div>
        </div>
      )}
    </LoadedPart>
  );
}
