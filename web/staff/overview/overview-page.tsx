import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { ClassOverview } from '../../../server/contract/overview.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { OverviewPupils } from './overview-pupils.tsx';
import { OverviewScales } from './overview-scales.tsx';

/** «What does this class tell about itself, and who needs a look?» */
export function OverviewPage() {
  const { params } = useRoute();
  const language = useLanguage();
  const id = params.class ?? '';
  const got = useGet<ClassOverview>(`/api/classes/${encodeURIComponent(id)}/overview?language=${language}`);
  const [chosen, setChosen] = useState<string | null>(null);
  const overview = got.value;
  return (
    <Page
      title={m.overview_title()}
      crumbs={
        <>
          <a href="/staff/classes">{m.nav_classes()}</a>
          <a href={`/staff/classes/${encodeURIComponent(id)}`}>{overview?.class.name ?? m.overview_class()}</a>
        </>
      }
      lead={
        overview === null ? (
          <p class="waiting short" />
        ) : (
          <p>{`${overview.class.name} · ${overview.class.school[language]}`}</p>
        )
      }
    >
      <Loaded got={got} lines={12}>
        {(found) => (
          <div class="stack wide-gap">
            <Counts pupils={found.pupils} />
            <div class="overview">
              <OverviewPupils pupils={found.pupils} chosen={chosen} onChoose={setChosen} />
              {found.scales.length === 0 ? (
                <Empty title={m.overview_nothing()}>{m.overview_nothing_next()}</Empty>
              ) : (
                <OverviewScales overview={found} chosen={chosen} onChoose={setChosen} />
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** How far the class is, in a sentence. */
function Counts({ pupils }: Pick<ClassOverview, 'pupils'>) {
  const of = (...states: ClassOverview['pupils'][number]['state'][]) =>
    formatNumber(pupils.filter(({ state }) => states.includes(state)).length);
  return (
    <p>
      {m.overview_counts({
        all: formatNumber(pupils.length),
        done: of('submitted', 'hidden'),
        going: of('open'),
        not: of('not-begun'),
      })}
    </p>
  );
}
