import type { ImportList } from '../../../server/contract/roster.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { UndoImport } from './undo-import.tsx';

type Past = ImportList['imports'][number];

/** Lists of the last month: drafts to go on with, taken ones that can be undone. */
export function PastImports({ school }: { school: string }) {
  const list = useGet<ImportList>(`/api/schools/${school}/imports`);
  return (
    <section class="sheet stack">
      <h2>{m.roster_past_title()}</h2>
      <Loaded got={list} lines={3}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty title={m.roster_past_none()}>{m.roster_past_none_next()}</Empty>
          ) : (
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.roster_past_file()}</th>
                  <th scope="col">{m.roster_past_when()}</th>
                  <th scope="col">{m.roster_past_state()}</th>
                  <th scope="col">
                    <span class="unseen">{m.pupil_actions()}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {imports.map((past) => (
                  <PastLine key={past.id} school={school} past={past} onChanged={list.reload} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

const looks: Readonly<Record<Past['state'], readonly [Tone, () => string]>> = {
  draft: ['warn', m.roster_state_draft],
  applying: ['going', m.roster_state_applying],
  applied: ['good', m.roster_state_applied],
  undoing: ['going', m.roster_state_undoing],
  undone: ['none', m.roster_state_undone],
};

function PastLine({ school, past, onChanged }: { school: string; past: Past; onChanged: () => void }) {
  const { api } = useStaff();
  const forgetting = useSend();
  const { id, fileName, createdAt, by, state, outcome } = past;
  const [tone, words] = looks[state];
  const path = `/api/schools/${school}/imports/${id}`;
  const forget = async () => {
    if (await forgetting.run(() => api.send('DELETE', path))) onChanged();
  };
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/roster/${school}/${id}`}>{fileName}</a>
      </th>
      <td data-label={m.roster_past_when()}>
        {formatInstant(createdAt)}
        <br />
        <span class="small">{by}</span>
      </td>
      <td data-label={m.roster_past_state()}>
        <span>
          <Mark tone={tone}>{words()}</Mark>
          {outcome === null || state === 'undone' ? null : (
            <>
              <br />
              <span class="small">
                {m.roster_outcome_short({
                  added: formatNumber(outcome.added),
                  updated: formatNumber(outcome.updated),
                  left: formatNumber(outcome.left),
                })}
              </span>
            </>
          )}
        </span>
      </td>
      <td class="row-actions">
        {forgetting.failure === null ? null : (
          <Trouble failure={forgetting.failure} safe={m.staff_nothing_lost()} onRetry={() => void forget()} />
        )}
        {state === 'draft' ? (
          <button type="button" onClick={() => void forget()}>
            {m.roster_forget()}
            <span class="unseen"> {fileName}</span>
          </button>
        ) : null}
        {state === 'applied' || state === 'undoing' ? (
          <UndoImport path={path} name={fileName} onUndone={onChanged} />
        ) : null}
      </td>
    </tr>
  );
}
