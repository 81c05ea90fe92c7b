import { useState } from 'preact/hooks';
import type { Candidate, CandidateList } from '../../../server/contract/appeal.schema.ts';
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

/** «Who would like to become a teacher?»: a department's pool, first without names. */
export function CandidatesPage() {
  useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const got = useGet<CandidateList>(after === null ? '/api/candidates' : `/api/candidates?after=${after}`);
  const [asked, setAsked] = useState<Candidate | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const next = got.value?.next ?? null;
  return (
    <Page title={m.pool_title()} lead={<p>{m.pool_lead()}</p>}>
      <Loaded got={got} lines={8}>
        {({ candidates }) =>
          candidates.length === 0 ? (
            <Empty title={m.pool_none()}>{m.pool_none_next()}</Empty>
          ) : (
            <>
              <p class="filter-count">{m.pool_count({ n: formatNumber(candidates.length) })}</p>
              <CandidateTable candidates={candidates} names={names} onOpen={setAsked} />
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
