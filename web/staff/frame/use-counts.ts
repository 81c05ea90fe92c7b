import { useEffect } from 'preact/hooks';
import type { Waiting } from '../../../server/contract/waiting.schema.ts';
import { useStaff } from '../session/staff-context.ts';
import { useGet } from '../ui/use-get.ts';

/** What waits for the reader, counted anew on every page they come to; nothing for whom nothing can wait. */
export function useCounts(path: string): { appeals: number; unattended: number } {
  const { me } = useStaff();
  const { value, reload } = useGet<Waiting>(me.may.includes('appeal.answer') ? '/api/me/waiting' : null);
  useEffect(reload, [path]);
  const { appeals = 0, unattended = [] } = value ?? {};
  return { appeals, unattended: unattended.reduce((sum, { cases }) => sum + cases, 0) };
}
