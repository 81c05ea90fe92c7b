import { useState } from 'preact/hooks';
import type { Candidate, CandidateList, CandidateSchools } from '../../../server/contract/appeal.schema.ts';
import type { CandidateFilter } from '../../../server/contract/candidate-view.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { CandidateTable } from './candidate-table.tsx';
import { OpenNameForm } from './open-name-form.tsx';
import { PoolFilter } from './pool-filter.tsx';
import { ReserveForm } from './reserve-form.tsx';
import { SavedViews } from './saved-views.tsx';
import { mostBeside, SideBySide } from './side-by-side.tsx';

/** «Who would like to become a teacher?»: a department's pool, first without names. */
export function CandidatesPage() {
  const language = useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const [filter, setFilter] = useState<CandidateFilter>({});
  const [beside, setBeside] = useState<readonly Candidate[]>([]);
  const got = useGet<CandidateList>(pathOf(filter, after));
  const [asked, setAsked] = useState<Candidate | null>(null);
  const [reserving, setReserving] = useState<Candidate | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const next = got.value?.next ?? null;
  const schools = useGet<CandidateSchools>('/api/candidates/schools');
  const named = (schools.value?.schools ?? []).map(({ id, name }) => [id, name[language]] as const);
  const narrow = (wanted: CandidateFilter) => {
    setFilter(wanted);
    setAfter(null);
  };
  const toggle = (pid: string) => {
    const found = got.value?.candidates.find((one) => one.pid === pid);
    const without = beside.filter((one) => one.pid !== pid);
    setBeside(
      without.length < beside.length || found === undefined ? without : [...beside, found].slice(0, mostBeside),
    );
  };
  return (
    <Page title={m.pool_title()} lead={<p>{m.pool_lead()}</p>}>
      <PoolFilter filter={filter} schools={named.sort(byName)} onFilter={narrow} />
      <SavedViews filter={filter} onFilter={narrow} />
      {beside.length < 2 ? null : <SideBySide candidates={beside} names={names} onRemove={toggle} />}
      <Loaded got={got} lines={8}>
        {({ candidates }) =>
          candidates.length === 0 ? (
            <Empty title={m.pool_none()}>
              {Object.keys(filter).length === 0 ? m.pool_none_next() : m.pool_none_filtered()}
            </Empty>
          ) : (
            <>
              <p class="filter-count">{m.pool_count({ n: formatNumber(candidates.length) })}</p>
              <CandidateTable
                candidates={candidates}
                names={names}
                beside={new Set(beside.map(({ pid }) => pid))}
                onOpen={setAsked}
                onReserve={setReserving}
                onBeside={toggle}
              />
            </>
          )
        }
      </Loaded>
      {next === null ? null : (
        <div class="row">
          <Button look="quiet" onPress={() => setAfter(next)}>
            {m.pool_next()}
          </Button>
        </div>
      )}
      {reserving === null ? null : <ReserveForm candidate={reserving} onClose={() => setReserving(null)} />}
      {asked === null ? null : (
        <OpenNameForm
          candidate={asked}
          onOpened={(pid, name) => setNames(new Map([...names, [pid, name]]))}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  );
}

const byName = ([, a]: readonly [string, string], [, b]: readonly [string, string]): number =>
  a.localeCompare(b, undefined, { numeric: true });

function pathOf(filter: CandidateFilter, after: string | null): string {
  const query = new URLSearchParams(Object.entries(filter));
  if (after !== null) query.set('after', after);
  return query.size === 0 ? '/api/candidates' : `/api/candidates?${query}`;
}
