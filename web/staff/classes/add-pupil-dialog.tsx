import { useRef, useState } from 'preact/hooks';
import type { CreatedPupil, NewPupil, PupilList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { type NewPupilDraft, NewPupilFields } from './new-pupil-fields.tsx';

/** A pupil typed in by hand; the form stays open for the next one. */
export function AddPupilDialog({
  of,
  onAdded,
  onClose,
}: {
  of: PupilList['class'];
  onAdded: () => void;
  onClose: () => void;
}) {
  const { api } = useStaff();
  const empty: NewPupilDraft = {
    familyName: '',
    givenName: '',
    birthDate: '',
    sex: 'undisclosed',
    language: of.language,
    iin: '',
  };
  const [draft, setDraft] = useState(empty);
  const [added, setAdded] = useState<string | null>(null);
  const sending = useSend();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const name = `${draft.familyName.trim()} ${draft.givenName.trim()}`;
    setAdded(null);
    const isSent = await sending.run(async () => {
      await api.send<CreatedPupil>('POST', `/api/classes/${of.id}/pupils`, toBody(draft));
    });
    if (!isSent) return;
    setAdded(name);
    setDraft(empty);
    form.current?.querySelector('input')?.focus();
    onAdded();
  };
  return (
    <Dialog title={m.add_title({ name: of.name })} onClose={onClose}>
      {added === null ? null : (
        <Notice tone="good">
          <p>
            <strong>{m.add_done({ name: added })}</strong> {m.add_done_next()}
          </p>
        </Notice>
      )}
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form ref={form} class="stack" onSubmit={submit}>
        <NewPupilFields draft={draft} wrong={wrongFields(sending.failure)} onChange={setDraft} />
        <FormEnd send={m.add_submit()} isBusy={sending.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function toBody({ iin, familyName, givenName, ...rest }: NewPupilDraft): NewPupil {
  const named = { ...rest, familyName: familyName.trim(), givenName: givenName.trim() };
  return iin.trim() === '' ? named : { ...named, iin: iin.trim() };
}
