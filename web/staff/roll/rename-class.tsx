import { useState } from 'preact/hooks';
import type { PupilList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { ClassForm } from './class-form.tsx';

/** The button that renames a class, and its form. */
export function RenameClass({ of, onSaved }: { of: PupilList['class']; onSaved: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" onPress={() => setOpen(true)}>
        {m.roll_rename_class()}
      </Button>
      {isOpen ? (
        <ClassForm
          title={m.roll_rename_class()}
          method="PUT"
          path={`/api/classes/${encodeURIComponent(of.id)}`}
          start={{ name: of.name, language: of.language }}
          onSaved={onSaved}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
