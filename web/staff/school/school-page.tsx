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
  const { school } = useSchool();
  const list = useGet<SchoolPupilList>(school === null ? null : `/api/schools/${encodeURIComponent(school)}/pupils`);
  return (
    <Page
      title={m.school_title()}
      crumbs={<a href="/staff/classes">{m.nav_classes()}</a>}
      lead={list.value === null ? <p class="waiting short" /> : <p>{list.value.school[language]}</p>}
    >
      <SchoolChoice />
      {school === null ? (
        <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty>
      ) : (
        <Loaded got={list} lines={12}>
          {({ pupils }) => (
            <section class="sheet stack">
              {pupils.length === 0 ? (
                <Empty title={m.school_empty()}>
                  <a href="/staff/roster">{m.nav_roster()}</a>
                </Empty>
              ) : (
                <PupilList pupils={pupils} ofSchool reload={list.reload} />
              )}
            </section>
          )}
        </Loaded>
      )}
    </Page>
  );
}
