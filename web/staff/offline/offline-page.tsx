import { useState } from 'preact/hooks';
import type { Preparation } from '../../../server/contract/preparation.schema.ts';
import type { ClassList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { canPrepare } from '../../offline/prepare.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SchoolChoice } from '../ui/school-choice.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSchool } from '../ui/use-school.ts';
import { MakeSheet } from './make-sheet.tsx';
import { PutSheet } from './put-sheet.tsx';
import { TakeFileSheet } from './take-file-sheet.tsx';

/** «Tomorrow there is no internet»: computers made ready today, and what comes back from them by file. */
export function OfflinePage() {
  useLanguage();
  const { me } = useStaff();
  const { school } = useSchool();
  return (
    <Page title={m.offline_title()} lead={<p>{m.offline_lead()}</p>}>
      <SchoolChoice />
      {canPrepare() ? null : (
        <Notice tone="warn">
          <p>{m.offline_insecure()}</p>
          <a href="/certificate">{m.offline_insecure_how()}</a>
        </Notice>
      )}
      {school === null ? (
        <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty>
      ) : (
        <>
          {canPrepare() ? <Classes key={school} school={school} /> : null}
          {me.whole.includes(school) ? <TakeFileSheet key={`file ${school}`} school={school} /> : null}
        </>
      )}
    </Page>
  );
}

function Classes({ school }: { school: string }) {
  const list = useGet<ClassList>(`/api/schools/${school}/classes`);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded got={list} lines={3}>
      {({ classes }) => {
        const inOrder = [...classes].sort((a, b) => compareNames(a.name, b.name));
        const id = chosen ?? inOrder[0]?.id;
        if (id === undefined) return <Empty title={m.classes_empty()}>{m.classes_empty_next()}</Empty>;
        return (
          <>
            <Choice<string>
              label={m.offline_class()}
              value={id}
              options={inOrder.map((row) => [row.id, row.name])}
              onValue={setChosen}
            />
            <OneClass key={id} id={id} />
          </>
        );
      }}
    </Loaded>
  );
}

function OneClass({ id }: { id: string }) {
  const prepared = useGet<Preparation>(`/api/classes/${id}/preparations`);
  return (
    <>
      <MakeSheet schoolClass={id} onMade={prepared.reload} />
      <Loaded got={prepared} lines={2}>
        {(found) => <PutSheet prepared={found} />}
      </Loaded>
    </>
  );
}
