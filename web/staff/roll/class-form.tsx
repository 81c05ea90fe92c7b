import { useState } from 'preact/hooks';
import type { ClassChange, SavedClass } from '../../../server/contract/roll.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languages } from '../../i18n/language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** A class to add (at `path` of a school) or to rename (at its own). */
export function ClassForm({
  title,
  method,
  path,
  start,
  onSaved,
  onClose,
}: {
  title: string;
  method: 'POST' | 'PUT';
  path: string;
  start: ClassChange;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const [draft, setDraft] = useState(start);
  const submit = async (event: Event) => {
    event.preventDefault();
    const saved = await sending.run(async () => {
      await api.send<SavedClass>(method, path, { ...draft, name: draft.name.trim() });
    });
    if (!saved) return;
    onSaved();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form class="stack" onSubmit={submit}>
        <div class="fields">
          <Field
            label={m.roll_class_name()}
            hint={m.roll_class_name_hint()}
            value={draft.name}
            onValue={(name) => setDraft({ ...draft, name })}
            error={wrongFields(sending.failure).has('name') ? m.roll_class_name_wrong() : undefined}
            input={{ required: true, maxLength: 20 }}
          />
          <Choice<Language>
            label={m.language()}
            value={draft.language}
            options={languages.map((each) => [each, languageWords[each]()] as const)}
            onValue={(language) => setDraft({ ...draft, language })}
          />
        </div>
        <FormEnd send={m.roll_save()} isBusy={sending.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
