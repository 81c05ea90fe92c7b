import { useState } from 'preact/hooks';
import type { PupilList, PupilRow } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { ConsentDialog } from '../consent/consent-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field } from '../ui/field.tsx';
import { AddPupilDialog } from './add-pupil-dialog.tsx';
import { pupilsShown } from './pupil-filter.ts';
import { PupilTable } from './pupil-table.tsx';
import { StandingFilter } from './standing-filter.tsx';
import { useStanding } from './use-standing.ts';

type Open = { kind: 'add' } | { kind: 'consent'; pupil: PupilRow } | null;

/** The pupils of a class: found by what they miss or by name, and what can be done for them. */
export function ClassRoster({
  list,
  reload,
  onCards,
}: {
  list: PupilList;
  reload: () => void;
  onCards: (pupils: readonly PupilRow[]) => void;
}) {
  const [standing, choose] = useStanding();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const shown = pupilsShown(list.pupils, standing, query);
  return (
    <section class="sheet stack">
      <div class="row spread">
        <Button look="quiet" onPress={() => setOpen({ kind: 'add' })}>
          {m.class_add()}
        </Button>
        {shown.length === 0 ? null : (
          <Button look="quiet" onPress={() => onCards(shown)}>
            {m.class_cards({ count: formatNumber(shown.length) })}
          </Button>
        )}
      </div>
      {list.pupils.length === 0 ? (
        <Empty title={m.class_empty()}>{m.class_empty_next()}</Empty>
      ) : (
        <>
          <StandingFilter pupils={list.pupils} chosen={standing} onChoose={choose} />
          <div class="narrow-field">
            <Field label={m.class_search()} type="search" value={query} onValue={setQuery} />
          </div>
          <p class="small" role="status">
            {m.class_shown({ count: formatNumber(shown.length), of: formatNumber(list.pupils.length) })}
          </p>
          {shown.length === 0 ? (
            <Empty title={m.class_none_found()}>{m.class_none_found_next()}</Empty>
          ) : (
            <PupilTable
              pupils={shown}
              onCards={(pupil) => onCards([pupil])}
              onConsent={(pupil) => setOpen({ kind: 'consent', pupil })}
            />
          )}
        </>
      )}
      {open?.kind === 'add' ? <AddPupilDialog of={list.class} onAdded={reload} onClose={close} /> : null}
      {open?.kind === 'consent' ? <ConsentDialog pupil={open.pupil} onRecorded={reload} onClose={close} /> : null}
    </section>
  );
}
