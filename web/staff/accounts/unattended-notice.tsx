import type { Waiting } from '../../../server/contract/waiting.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useGet } from '../ui/use-get.ts';

/** Cases that nobody at the school may look after, and what to do about it; nothing where there are none. */
export function UnattendedNotice() {
  const language = useLanguage();
  const { value } = useGet<Waiting>('/api/me/waiting');
  if (value === null || value.unattended.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{m.staff_unattended()}</p>
      <ul>
        {value.unattended.map(({ school, name, cases }) => (
          <li key={school}>{m.staff_unattended_at({ school: name[language], n: formatNumber(cases) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
