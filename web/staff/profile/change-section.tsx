import type { Profile } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { Details } from '../ui/details.tsx';

type Change = NonNullable<NonNullable<Profile['result']>['change']>;

/** What changed since the sitting before, in words; the whole comparison on demand. */
export function ChangeSection({ change }: { change: Change | null }) {
  if (change === null) return null;
  const real = change.changes.filter(({ verdict }) => verdict === 'up' || verdict === 'down');
  return (
    <Sheet title={m.profile_change()}>
      {change.summary.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {real.length === 0 ? null : <ChangeTable rows={real} caption={m.profile_change_real()} />}
      <Details summary={m.profile_change_all()}>
        <ChangeTable rows={change.changes} caption={m.profile_change_all()} />
      </Details>
    </Sheet>
  );
}

function ChangeTable({ rows, caption }: { rows: Change['changes']; caption: string }) {
  return (
    <table class="cards-when-narrow">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.profile_scale()}</th>
          <th scope="col">{m.profile_before()}</th>
          <th scope="col">{m.profile_now()}</th>
          <th scope="col">{m.profile_change_says()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ scale, name, before, after, text }) => (
          <tr key={scale}>
            <th scope="row">{name}</th>
            <td data-label={m.profile_before()}>{before}</td>
            <td data-label={m.profile_now()}>{after}</td>
            <td data-label={m.profile_change_says()}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
