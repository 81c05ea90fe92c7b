import { useState } from 'preact/hooks';
import type { GuardianSession, ProofParams, ProvenGuardian } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';

type How = ProofParams['how'];
type Props = { api: PupilApi; session: GuardianSession; onProven: (proven: ProvenGuardian) => void };

/** How we know that it is the guardian; beyond the code only where the service has someone to ask. */
export function GuardianProof({ api, session, onProven }: Props) {
  const [begun, setBegun] = useState<{ how: How; address: string | null } | null>(null);
  const [isProven, setProven] = useState(false);
  const [answer, setAnswer] = useState('');
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    await work().catch((thrown: unknown) => setFailure(asFailure(thrown)));
  };
  const begin = (how: How) => attempt(async () => setBegun({ how, ...(await api.beginProof(how)) }));
  const finish = (event: Event) => {
    event.preventDefault();
    if (begun === null || answer.trim() === '') return;
    void attempt(async () => {
      onProven(await api.finishProof(begun.how, answer.trim()));
      setProven(true);
    });
  };
  if (isProven) return <Notice tone="good">{m.guardian_proof_done()}</Notice>;
  return (
    <div class="stack">
      <p class="small">{m.guardian_proof_code()}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {begun === null ? (
        session.proofs.map((how) => (
          <Button key={how} look="plain" onPress={() => void begin(how)}>
            {how === 'verified-phone' ? m.guardian_proof_phone() : m.guardian_proof_state()}
          </Button>
        ))
      ) : (
        <form class="field" onSubmit={finish}>
          {begun.address === null ? null : (
            <a href={begun.address} target="_blank" rel="noreferrer">
              {m.guardian_proof_open()}
            </a>
          )}
          <label for="proof">
            {begun.how === 'verified-phone' ? m.guardian_proof_sent() : m.guardian_proof_ticket()}
          </label>
          <input
            id="proof"
            class="input"
            autocomplete="one-time-code"
            value={answer}
            onInput={({ currentTarget }) => setAnswer(currentTarget.value)}
          />
          <div>
            <Button type="submit" look="quiet">
              {m.guardian_proof_send()}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
