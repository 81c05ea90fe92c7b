import type { Purpose } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { WindowedTable } from '../ui/windowed-table.tsx';
import { ConsentMark } from './consent-mark.tsx';
import type { OverviewPupil } from './use-overview.ts';

/** Who is missing what, for one purpose. */
export function ConsentTable({
  pupils,
  purpose,
  onAsk,
}: {
  pupils: readonly OverviewPupil[];
  purpose: Purpose;
  onAsk: (pupil: OverviewPupil) => void;
}) {
  const isAsked = purpose === 'assessment';
  return (
    <WindowedTable
      rows={pupils}
      keyOf={({ pid }) => pid}
      columns={5}
      head={
        <tr>
          <th scope="col">{m.pupil_name()}</th>
          <th scope="col">{m.classes_class()}</th>
          <th scope="col">{m.pupil_guardian_consent()}</th>
          <th scope="col">{m.pupil_own_consent()}</th>
          <th scope="col">
            <span class="unseen">{m.pupil_actions()}</span>
          </th>
        </tr>
      }
      line={(row, place) => (
        <tr key={row.pid} {...place}>
          <th scope="row">
            <a href={`/staff/pupils/${row.pid}`}>{row.name}</a>
          </th>
          <td data-label={m.classes_class()}>{row.className}</td>
          <td data-label={m.pupil_guardian_consent()}>
            <ConsentMark state={row.guardian} isAsked={isAsked} />
          </td>
          <td data-label={m.pupil_own_consent()}>
            <ConsentMark state={row.pupil} isAsked={isAsked} />
          </td>
          <td class="row-actions">
            <button type="button" onClick={() => onAsk(row)}>
              {m.pupil_consent_action()}
              <span class="unseen"> {row.name}</span>
            </button>
          </td>
        </tr>
      )}
    />
  );
}
