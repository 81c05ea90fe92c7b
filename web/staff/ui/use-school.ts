import { useLocation } from 'preact-iso/router';
import { useStaff } from '../session/staff-context.ts';

/** The school a page is about: the one in the address, else the first of the reader's own; null: they have none. */
export function useSchool(): { school: string | null; schools: readonly string[]; choose: (school: string) => void } {
  const { me } = useStaff();
  const { path, query, route } = useLocation();
  const school = me.schools.find((id) => id === query.school) ?? me.schools[0] ?? null;
  return { school, schools: me.schools, choose: (id) => route(`${path}?school=${encodeURIComponent(id)}`, true) };
}
