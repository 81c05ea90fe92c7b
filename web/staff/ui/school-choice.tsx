import { useEffect, useState } from 'preact/hooks';
import type { ClassList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice } from './field.tsx';
import { useSchool } from './use-school.ts';

/** Which of the reader's schools, where there is more than one. */
export function SchoolChoice({ of = 'any' }: { of?: 'any' | 'whole' }) {
  const { school, schools, choose } = useSchool(of);
  const names = useNames(schools.length > 1 ? schools : []);
  if (school === null || schools.length < 2) return null;
  return (
    <div class="narrow-field">
      <Choice
        label={m.school_choice()}
        value={school}
        options={schools.map((id) => [id, names.get(id) ?? id] as const)}
        onValue={choose}
      />
    </div>
  );
}

function useNames(schools: readonly string[]): ReadonlyMap<string, string> {
  const { api } = useStaff();
  const language = useLanguage();
  const [lists, setLists] = useState<readonly ClassList[]>([]);
  const wanted = schools.join(' ');
  useEffect(() => {
    if (schools.length === 0) return;
    const ask = (id: string) => api.get<ClassList>(`/api/schools/${encodeURIComponent(id)}/classes`).catch(() => null);
    void Promise.all(schools.map(ask)).then((all) => setLists(all.flatMap((list) => list ?? [])));
  }, [wanted]);
  return new Map(lists.map((list) => [list.school.id, list.school.name[language]]));
}
