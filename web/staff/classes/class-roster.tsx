import { useState } from 'preact/hooks';
import type { PupilList as List, PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { RenameClass } from '../roll/rename-class.tsx';
import { Empty } from '../ui/empty.tsx';
import { AddPupilDialog } from './add-pupil-dialog.tsx';
import { PupilList } from './pupil-list.tsx';

/** The pupils of a class, and what can be done for all of them. `onCards` null: for everyone of the class who has none. */
export function ClassRoster({
  list,
  reload,
  onCards,
}: {
  list: List;
  reload: () => void;
  onCards: (pupil: PupilRow | null) => void;
}) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section class="sheet stack">
      <div class="row spread">
        <div class="row">
          <Button look="quiet" onPress={() => setAdding(true)}>
            {m.class_add()}
          </Button>
          <a class="button quiet" href="/staff/roster">
            {m.nav_roster()}
          </a>
          <RenameClass of={list.class} onSaved={reload} />
        </div>
        {list.pupils.length === 0 ? null : <Button onPress={() => onCards(null)}>{m.codes_make()}</Button>}
      </div>
      {list.pupils.length === 0 ? (
        <Empty title={m.class_empty()}>{m.class_empty_next()}</Empty>
      ) : (
        <PupilList pupils={list.pupils} school={list.class.schoolId} reload={reload} onCards={onCards} />
      )}
      {isAdding ? <AddPupilDialog of={list.class} onAdded={reload} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
