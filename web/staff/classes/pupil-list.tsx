import { useEffect, useState } from 'preact/hooks';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { ConsentDialog } from '../consent/consent-dialog.tsx';
import { PupilCardDialog } from '../roll/pupil-card-dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { foldAhead } from '../ui/name-search.ts';
import { compareNames } from './compare-names.ts';
import { pupilsShown } from './pupil-filter.ts';
import { PupilTable } from './pupil-table.tsx';
import { StandingFilter } from './standing-filter.tsx';
import { useStanding } from './use-standing.ts';

/** Pupils of a class or of a school: found by what they miss, by name or by class, and what can be done for one of them. */
export function PupilList({
  pupils,
  school,
  ofSchool = false,
  reload,
  onCards,
}: {
  pupils: readonly PupilRow[];
  school: string;
  ofSchool?: boolean;
  reload: () => void;
  /** Absent: cards are made class by class. */
  onCards?: (pupil: PupilRow) => void;
}) {
  const [standing, choose] = useStanding();
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState('');
  const [edited, setEdited] = useState<PupilRow | null>(null);
  const [asked, setAsked] = useState<PupilRow | null>(null);
  useEffect(() => foldAhead(pupils.map(({ name }) => name)), [pupils]);
  const ofClass = only === '' ? pupils : pupils.filter((row) => row.class === only);
  const shown = pupilsShown(ofClass, standing, query);
  return (
    <>
      <StandingFilter pupils={ofClass} chosen={standing} onChoose={choose} />
      <div class="row bottom">
        <div class="narrow-field">
          <Field label={m.class_search()} type="search" value={query} onValue={setQuery} />
        </div>
        {ofSchool ? <ClassChoice pupils={pupils} chosen={only} onChoose={setOnly} /> : null}
      </div>
      <p class="small" role="status">
        {m.class_shown({ count: formatNumber(shown.length), of: formatNumber(pupils.length) })}
      </p>
      {shown.length === 0 ? (
        <Empty title={m.class_none_found()}>{m.class_none_found_next()}</Empty>
      ) : (
        <PupilTable
          pupils={shown}
          withClass={ofSchool}
          onConsent={setAsked}
          onCard={setEdited}
          {...(onCards === undefined ? {} : { onCards })}
        />
      )}
      {edited === null ? null : (
        <PupilCardDialog pupil={edited} school={school} onChanged={reload} onClose={() => setEdited(null)} />
      )}
      {asked === null ? null : <ConsentDialog pupil={asked} onRecorded={reload} onClose={() => setAsked(null)} />}
    </>
  );
}

function ClassChoice({
  pupils,
  chosen,
  onChoose,
}: {
  pupils: readonly PupilRow[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const names = new Map(pupils.map((row) => [row.class, row.className]));
  const classes = [...names].sort(([, a], [, b]) => compareNames(a, b));
  return (
    <Choice
      label={m.classes_class()}
      value={chosen}
      options={[['', m.standing_all()] as const, ...classes]}
      onValue={onChoose}
    />
  );
}
