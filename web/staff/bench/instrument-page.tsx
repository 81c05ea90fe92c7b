import type { BenchInstrument, BenchInstruments, StudyList } from '../../../server/contract/bench.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { askedWords } from './asked-words.ts';
import { PilotForm } from './pilot-form.tsx';
import { StudyForm } from './study-form.tsx';
import { StudyTable } from './study-table.tsx';

/** «What do we know about this instrument, and what shall we find out next?» */
export function InstrumentPage({ instrument: id }: { instrument: string }) {
  useLanguage();
  const bench = useGet<BenchInstruments>('/api/bench');
  const studies = useGet<StudyList>(`/api/studies?instrument=${id}`);
  const known = bench.value?.instruments.find((one) => one.id === id);
  return (
    <Page
      title={known === undefined ? id : m.bench_instrument_title({ name: known.name, version: known.version })}
      crumbs={<a href="/staff/bench">{m.nav_bench()}</a>}
      lead={
        <>
          <p>{m.bench_instrument_lead()}</p>
          {known === undefined ? null : <p>{askedWords(known.asked)}</p>}
        </>
      }
    >
      <Loaded got={bench} lines={8}>
        {({ instruments }) => {
          const instrument = instruments.find((one) => one.id === id);
          if (instrument === undefined) return <Empty title={m.bench_no_instrument()} />;
          return (
            <>
              <Loaded got={studies} lines={4}>
                {(list) => <Studies instrument={instrument} list={list} />}
              </Loaded>
              <StudyForm instrument={instrument} studies={studies.value?.studies ?? []} />
              <PilotForm instrument={instrument} onTaken={bench.reload} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Studies({ instrument, list }: { instrument: BenchInstrument; list: StudyList }) {
  return (
    <section class="sheet stack">
      <h2>{m.bench_studies()}</h2>
      {list.studies.length === 0 ? (
        <Empty title={m.bench_no_studies()}>{m.bench_no_studies_next()}</Empty>
      ) : (
        <StudyTable instrument={instrument} studies={list.studies} />
      )}
    </section>
  );
}
