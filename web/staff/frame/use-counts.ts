import type { Waiting } from '../../../server/contract/waiting.schema.ts';
import { useStaff } from '../session/staff-context.ts';
import { useGet } from '../ui/use-get.ts';
import { useOnChange } from '../ui/use-on-change.ts';

/** What waits for the reader, counted anew on every page they come to; nothing for whom nothing can wait. */
export function useCounts(path: string): { appeals: number; unattended: number } {
  const { me } = useStaff();
  const { value, reload } = useGet<Waiting>(me.may.includes('appeal.answer') ? '/api/me/waiting' : null);
  useOnChange(path, reload);
  const { appeals = 0, unattended = [] } = value ?? {};
  return { appeals, unattended: unattended.reduce((sum, { cases }) => sum + cases, 0) };
}
