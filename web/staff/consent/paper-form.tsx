import { useState } from 'preact/hooks';
import type { ConsentSummary, PaperConsent, Wording } from '../../../server/contract/consent.schema.ts';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useStaff } from '../session/staff-context.ts';
import { wrongFields } from '../ui/field-errors.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { type PaperDraft, PaperFields } from './paper-fields.tsx';
import { WordingCheck } from './wording-check.tsx';

/** What a guardian or a pupil signed on paper: written down with the day, the name as signed and the form's version. */
export function PaperForm({
  pupil,
  onRecorded,
  onClose,
}: {
  pupil: Pick<PupilRow, 'pid' | 'language'>;
  onRecorded: () => void;
  onClose: () => void;
}) {
  const { api } = useStaff();
  const blank: PaperDraft = {
    purpose: 'assessment',
    party: 'guardian',
    action: 'given',
    language: pupil.language,
    signedOn: todayInKazakhstan(new Date()),
    signedBy: '',
    knownBy: 'in-person',
  };
  const [draft, setDraft] = useState(blank);
  const sending = useSend();
  const wording = useGet<Wording>(`/api/wordings/${draft.purpose}/${draft.party}/${draft.language}`);
  const submit = async (event: Event) => {
    event.preventDefault();
    const version = wording.value?.id;
    if (version === undefined) return;
    const body: PaperConsent = { ...draft, signedBy: draft.signedBy.trim(), wording: version };
    const isSent = await sending.run(async () => {
      await api.send<ConsentSummary>('POST', `/api/pupils/${pupil.pid}/consents`, body);
    });
    if (!isSent) return;
    setDraft({ ...blank, purpose: draft.purpose });
    onRecorded();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <PaperFields draft={draft} wrong={wrongFields(sending.failure)} onChange={setDraft} />
      <WordingCheck wording={wording} />
      <FormEnd
        send={draft.action === 'given' ? m.paper_record() : m.paper_record_withdrawal()}
        isBusy={sending.isBusy || wording.value === null}
        onClose={onClose}
      />
    </form>
  );
}
