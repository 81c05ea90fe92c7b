import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { SchoolChoice } from '../ui/school-choice.tsx';
import { useSchool } from '../ui/use-school.ts';
import { LoadFile } from './load-file.tsx';
import { PastImports } from './past-imports.tsx';

/** «Where do I put the class list I have?» */
export function RosterPage() {
  useLanguage();
  const { school } = useSchool('whole');
  return (
    <Page
      title={m.roster_title()}
      lead={<p>{m.roster_lead()}</p>}
      crumbs={<a href="/staff/classes">{m.nav_classes()}</a>}
    >
      <SchoolChoice of="whole" />
      {school === null ? (
        <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty>
      ) : (
        <>
          <LoadFile key={school} school={school} />
          <PastImports key={`past ${school}`} school={school} />
        </>
      )}
    </Page>
  );
}
