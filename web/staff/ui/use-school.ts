import { useLocation } from 'preact-iso/router';
import { useStaff } from '../session/staff-context.ts';

/** `of`: of which of the reader's schools, all or those they reach whole. The school a page is about: the one in the address, else the first of the reader's own; null: they have none. */
export function useSchool(of: 'any' | 'whole' = 'any'): {
  school: string | null;
  schools: readonly string[];
  choose: (school: string) => void;
} {
  const { me } = useStaff();
  const { path, query, route } = useLocation();
  const schools = of === 'whole' ? me.whole : me.schools;
  const school = schools.find((id) => id === query.school) ?? schools[0] ?? null;
  return { school, schools, choose: (id) => route(`${path}?school=${encodeURIComponent(id)}`, true) };
}
