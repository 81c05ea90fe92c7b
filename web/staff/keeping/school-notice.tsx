import type { RetentionPlan } from '../../../server/contract/retention.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useGet } from '../ui/use-get.ts';

/** Told to the counsellor before anything goes; nothing while nothing does. */
export function SchoolNotice({ school }: { school: string }) {
  const { value } = useGet<RetentionPlan>(`/api/schools/${school}/retention`);
  const first = value?.leaving[0];
  if (value === null || first === undefined) return null;
  const pupils = value.leaving.reduce((sum, row) => sum + row.pupils, 0);
  return <Notice tone="warn">{m.leaving_notice({ pupils: formatNumber(pupils), day: formatDay(first.day) })}</Notice>;
}
