import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { SchoolClasses } from './school-classes.tsx';

/** «Which class do I look at?» */
export function ClassesPage() {
  useLanguage();
  const { me } = useStaff();
  return (
    <Page title={m.classes_title()}>
      {me.schools.length === 0 ? <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty> : null}
      {me.schools.map((school) => (
        <SchoolClasses key={school} school={school} />
      ))}
    </Page>
  );
}
