import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { ClassForm } from './class-form.tsx';

/** The button that adds a class to a school, and its form. */
export function AddClass({ school, onAdded }: { school: string; onAdded: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="row">
      <a class="button" href={`/staff/roster?school=${encodeURIComponent(school)}`}>
        {m.nav_roster()}
      </a>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {m.roll_add_class()}
      </Button>
      {isOpen ? (
        <ClassForm
          title={m.roll_add_class()}
          method="POST"
          path={`/api/schools/${encodeURIComponent(school)}/classes`}
          start={{ name: '', language: 'kk' }}
          onSaved={onAdded}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
