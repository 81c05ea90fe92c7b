import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SchoolChoice } from '../ui/school-choice.tsx';
import { useSchool } from '../ui/use-school.ts';
import { ConsentDesk } from './consent-desk.tsx';
import { useOverview } from './use-overview.ts';

/** «Whose consent is missing, and what do I do about it?» */
export function ConsentsPage() {
  useLanguage();
  const { school } = useSchool();
  return (
    <Page
      title={m.consents_title()}
      crumbs={<a href="/staff/classes">{m.nav_classes()}</a>}
      lead={<p>{m.consents_lead()}</p>}
    >
      <SchoolChoice />
      {school === null ? (
        <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty>
      ) : (
        <OfSchool key={school} school={school} />
      )}
    </Page>
  );
}

function OfSchool({ school }: { school: string }) {
  const overview = useOverview(school);
  return (
    <Loaded got={overview.got} lines={12}>
      {(found) => <ConsentDesk school={school} found={found} overview={overview} />}
    </Loaded>
  );
}
