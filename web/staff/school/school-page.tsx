import { useState } from 'preact/hooks';
import type { SchoolPupilList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { PupilList } from '../classes/pupil-list.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SchoolChoice } from '../ui/school-choice.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSchool } from '../ui/use-school.ts';

/** «Where is the pupil I am looking for?»: everyone of the school, over its classes. */
export function SchoolPage() {
  const language = useLanguage();
  const { school } = useSchool('whole');
  const [isLeft, setLeft] = useState(false);
  const path = school === null ? null : `/api/schools/${encodeURIComponent(school)}/pupils${isLeft ? '?left=yes' : ''}`;
  const list = useGet<SchoolPupilList>(path);
  return (
    <Page
      title={m.school_title()}
      crumbs={<a href="/staff/classes">{m.nav_classes()}</a>}
      lead={list.value === null ? <p class="waiting short" /> : <p>{list.value.school[language]}</p>}
    >
      <SchoolChoice of="whole" />
      {school === null ? (
        <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty>
      ) : (
        <Loaded got={list} lines={12}>
          {({ pupils }) => (
            <section class="sheet stack">
              <p>
                <button type="button" class="link" onClick={() => setLeft(!isLeft)}>
                  {isLeft ? m.roll_present_list() : m.roll_left_list()}
                </button>
              </p>
              {pupils.length === 0 ? (
                <Empty title={isLeft ? m.consents_none() : m.school_empty()}>
                  <a href="/staff/roster">{m.nav_roster()}</a>
                </Empty>
              ) : (
                <PupilList pupils={pupils} school={school} ofSchool reload={list.reload} />
              )}
            </section>
          )}
        </Loaded>
      )}
    </Page>
  );
}
