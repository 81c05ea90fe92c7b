import { useState } from 'preact/hooks';
import type { CandidateFilter, CandidateView, CandidateViews } from '../../../server/contract/candidate-view.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';

/** Filters that have got a name, kept with the account: they are there at the next computer too. */
export function SavedViews({
  filter,
  onFilter,
}: {
  filter: CandidateFilter;
  onFilter: (filter: CandidateFilter) => void;
}) {
  useLanguage();
  const { api } = useStaff();
  const got = useGet<CandidateViews>('/api/candidate-views');
  const { isBusy, failure, run } = useSend();
  const [name, setName] = useState('');
  const views = got.value?.views ?? [];
  const put = (all: readonly CandidateView[]) =>
    run(async () => {
      await api.send<CandidateViews>('PUT', '/api/candidate-views', { views: all });
      got.reload();
    });
  const save = async (event: Event) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    if (await put([...views.filter((view) => view.name !== wanted), { name: wanted, filter }])) setName('');
  };
  return (
    <section class="stack-tight" aria-label={m.pool_views()}>
      {views.length === 0 ? null : (
        <ul class="row views">
          {views.map((view) => (
            <li key={view.name}>
              <button type="button" class="link" onClick={() => onFilter(view.filter)}>
                {view.name}
              </button>{' '}
              <button
                type="button"
                class="link small"
                disabled={isBusy}
                onClick={() => void put(views.filter((one) => one.name !== view.name))}
              >
                {m.pool_view_remove()}
                <span class="unseen">: {view.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {Object.keys(filter).length === 0 ? null : (
        <form class="row bottom" onSubmit={(event) => void save(event)}>
          <div class="narrow-field">
            <Field
              label={m.pool_view_name()}
              value={name}
              onValue={setName}
              input={{ required: true, maxLength: 60 }}
            />
          </div>
          <Button type="submit" look="quiet" busy={isBusy}>
            {m.pool_view_save()}
          </Button>
        </form>
      )}
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
    </section>
  );
}
