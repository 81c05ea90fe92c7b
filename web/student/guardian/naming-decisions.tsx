import { useState } from 'preact/hooks';
import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { LoadedPart } from '../loaded-part.tsx';
import '../naming.css';
import { type NamingPurpose, namingPurposes, receiverName } from '../naming.ts';
import { WordingText } from '../wording-text.tsx';
import { standingOf } from './consent-standing.tsx';
import { Decision } from './decision.tsx';
import type { Decide } from './guardian-consent.tsx';

type Props = { api: PupilApi; language: Language; summary: ConsentSummary; isBusy: boolean; decide: Decide };

/** Naming the child to others: each receiver is a question of its own, read before it is decided. */
export function NamingDecisions(props: Props) {
  const [open, setOpen] = useState<NamingPurpose | null>(null);
  return (
    <Sheet title={m.guardian_naming_title()}>
      <p class="small">{m.guardian_naming_lead()}</p>
      <ul class="naming">
        {namingPurposes.map((purpose) => (
          <li key={purpose}>
            <h3>{receiverName(purpose)}</h3>
            <p class="soft">{stateWords[standingOf(props.summary, purpose)]()}</p>
            {open === purpose ? (
              <Question {...props} purpose={purpose} onDone={() => setOpen(null)} />
            ) : (
              <Button look="plain" onPress={() => setOpen(purpose)}>
                {isDecided(props.summary, purpose) ? m.guardian_decide_again() : m.guardian_decide()}
                <span class="unseen">: {receiverName(purpose)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const isDecided = (summary: ConsentSummary, purpose: NamingPurpose): boolean => {
  const standing = standingOf(summary, purpose);
  return standing === 'given' || standing === 'withdrawn';
};

const stateWords = {
  given: m.guardian_state_given,
  withdrawn: m.guardian_state_withdrawn,
  expired: m.guardian_state_expired,
  missing: m.guardian_state_missing,
};

function Question(props: Props & { purpose: NamingPurpose; onDone: () => void }) {
  const { api, language, summary, purpose, isBusy, decide, onDone } = props;
  const wording = useLoad(`${purpose} ${language}`, () => api.wording('guardian', language, purpose));
  return (
    <LoadedPart load={wording}>
      {(text) => (
        <div class="stack">
          <p>
            <strong>{text.title}</strong>
          </p>
          <WordingText text={text} fieldsTitle={m.naming_fields()} />
          <Decision
            standing={standingOf(summary, purpose)}
            text={text}
            isBusy={isBusy}
            onDecide={async (action) => {
              if (await decide(purpose, action, text.id)) onDone();
            }}
          />
        </div>
      )}
    </LoadedPart>
  );
}
