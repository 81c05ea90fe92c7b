import { useState } from 'preact/hooks';
import type { AddedOrganisation, NewOrganisation } from '../../../server/contract/organisation.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/field.tsx';
import { useSend } from '../ui/use-send.ts';
import { DialogForm, isThere } from './dialog-form.tsx';
import { filled, NamesFields, noNames } from './names-fields.tsx';
import { kindWords } from './organisation-words.ts';

const kinds: readonly NewOrganisation['kind'][] = ['university', 'college', 'sponsor'];

/** A university, a college or a sponsor that takes part from now on. */
export function OrganisationDialog({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [names, setNames] = useState(noNames);
  const [kind, setKind] = useState<NewOrganisation['kind']>('university');
  const [wasTried, setTried] = useState(false);
  const isUnnamed = filled(names).kk.length < 2;
  const submit = async () => {
    setTried(true);
    if (isUnnamed) return;
    const body: NewOrganisation = { kind, names: filled(names) };
    const isSent = await sending.run(async () => {
      await api.send<AddedOrganisation>('POST', '/api/organisations', body);
    });
    if (isSent) onAdded();
  };
  const wrong = wasTried && isUnnamed ? m.place_name_wrong() : undefined;
  return (
    <Dialog title={m.org_add()} onClose={onClose}>
      <DialogForm sending={sending} send={m.org_add()} onSend={submit} onClose={onClose}>
        <NamesFields
          label={m.org_name_label()}
          names={names}
          error={isThere(sending) ? m.org_there() : wrong}
          onNames={setNames}
        />
        <Choice
          label={m.org_kind()}
          value={kind}
          options={kinds.map((each) => [each, kindWords[each]()] as const)}
          onValue={setKind}
        />
      </DialogForm>
    </Dialog>
  );
}
