import { useState } from 'preact/hooks';
import type { NeedsTable } from '../../../server/contract/alliance.schema.ts';
import type { Role } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { GrantLines } from './grant-lines.tsx';
import { NeedLines } from './need-lines.tsx';
import { NeedsSheet } from './needs-sheet.tsx';
import { Outcomes } from './outcomes.tsx';
import { SeatLines } from './seat-lines.tsx';
import { useNames } from './use-names.ts';

/** Whose own lines stand before the table: they come for these; the table is long, on a phone above all. */
const whoseOwn: readonly Role[] = ['principal', 'university', 'sponsor'];
const isOneOf = (role: Role, roles: readonly Role[]): boolean => roles.includes(role);

/** «Where are teachers missing: at the school, among the seats, or in the money?» */
export function AlliancePage() {
  useLanguage();
  const { me } = useStaff();
  const [year, setYear] = useState('');
  const table = useGet<NeedsTable>(`/api/alliance/table${year === '' ? '' : `?year=${year}`}`);
  const { got: catalogue, nameOf } = useNames();
  const shown = year === '' ? String(table.value?.year ?? '') : year;
  const own =
    shown === '' ? null : (
      <Loaded got={catalogue} lines={4}>
        {(names) => (
          <>
            {isOneOf(me.role, ['department', 'principal', 'operator']) ? (
              <NeedLines year={shown} names={names} nameOf={nameOf} onChanged={table.reload} />
            ) : null}
            {isOneOf(me.role, ['university', 'department', 'operator']) ? (
              <SeatLines year={shown} names={names} nameOf={nameOf} onChanged={table.reload} />
            ) : null}
            {isOneOf(me.role, ['sponsor', 'department', 'operator']) ? (
              <GrantLines year={shown} names={names} nameOf={nameOf} onChanged={table.reload} />
            ) : null}
          </>
        )}
      </Loaded>
    );
  return (
    <Page title={m.al_title()} lead={<p>{m.al_lead()}</p>}>
      <Loaded got={table} lines={8}>
        {(value) => (
          <>
            <div class="row bottom">
              <Choice
                label={m.al_year()}
                value={shown}
                options={value.years.map((one) => [String(one), String(one)] as const)}
                onValue={setYear}
              />
            </div>
            {isOneOf(me.role, whoseOwn) ? own : null}
            <NeedsSheet table={value} nameOf={nameOf} own={me.region} />
            {isOneOf(me.role, whoseOwn) ? null : own}
          </>
        )}
      </Loaded>
      <Outcomes nameOf={nameOf} />
    </Page>
  );
}
