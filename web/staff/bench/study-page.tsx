import { useLocation } from 'preact-iso/router';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { BenchInstruments } from '../../../server/contract/bench.schema.ts';
import type { StudyDetail } from '../../../server/contract/study-report.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useFollow } from '../ui/use-follow.ts';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { StudyReportView } from './study-report-view.tsx';
import { StudyStanding } from './study-standing.tsx';
import { focalWords, groupWords, isUnderWay, kindWords, modelWords, sourceWords, studyPath } from './study-words.ts';

/** «What did this study find?» While it is computed the page follows it. */
export function StudyPage({ instrument, study: id }: { instrument: string; study: string }) {
  const language = useLanguage();
  const { route } = useLocation();
  const got = useGet<StudyDetail>(`/api/studies/${id}`);
  const bench = useGet<BenchInstruments>('/api/bench');
  const study = got.value;
  const version = study?.instrumentVersion;
  const text = useGet<InstrumentText>(
    version === undefined ? null : `/api/instruments/${instrument}/${version}/texts/${language}`,
  );
  const known = bench.value?.instruments.find((one) => one.id === instrument);
  useFollow(got, study !== null && isUnderWay(study));
  return (
    <Page
      title={study === null ? m.bench_study() : `${kindWords[study.kind]()}: ${known?.name ?? instrument}`}
      crumbs={<a href={`/staff/bench/${instrument}`}>{known?.name ?? instrument}</a>}
      lead={study === null ? undefined : <p>{sourceWords(study, known)}</p>}
    >
      <Loaded got={got} lines={10}>
        {(value) => (
          <>
            <section class="sheet stack">
              <StudyStanding study={value} onChange={got.reload} onAgain={(next) => route(studyPath(next))} />
              <Facts study={value} />
            </section>
            {value.report === null ? null : (
              <StudyReportView study={value} report={value.report} instrument={known} text={text.value} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ study }: { study: StudyDetail }) {
  const { settings } = study;
  const facts: [string, string][] = [
    ['n', study.n === null ? '–' : formatNumber(study.n)],
    [m.bench_version(), study.instrumentVersion],
    [m.bench_engine(), study.engine],
    ...(hasChance(study) ? [[m.bench_seed(), String(settings.seed)] as [string, string]] : []),
    ...(settings.model === undefined ? [] : [[m.bench_model(), modelWords[settings.model]] as [string, string]]),
    ...(settings.language === undefined
      ? []
      : [[m.norms_language(), languageWords[settings.language]()] as [string, string]]),
    ...(settings.group === undefined
      ? []
      : [
          [m.bench_group(), `${groupWords[settings.group]()}: ${focalWords(settings.focal ?? '')}`] as [string, string],
        ]),
    ...((settings.dropped ?? []).length === 0
      ? []
      : [[m.bench_dropped(), (settings.dropped ?? []).join(', ')] as [string, string]]),
    [m.bench_asked(), `${formatInstant(study.askedAt)}, ${study.askedBy}`],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {study.report === null ? null : <Files study={study} />}
    </>
  );
}

/** What is computed for a decision is computed without chance: its seed says nothing. */
const hasChance = ({ kind }: StudyDetail): boolean =>
  kind !== 'norm' && kind !== 'key-effect' && kind !== 'rescore-preview';

/** The kept report as files: for a reader, and for a program. */
function Files({ study }: { study: StudyDetail }) {
  const { session } = useStaff();
  const sending = useSend();
  const json = () =>
    download(`ustaz-study-${study.id}.json`, new Blob([JSON.stringify(study, null, 2)], { type: 'application/json' }));
  const html = () =>
    void sending.run(async () => {
      download(`ustaz-study-${study.id}.html`, await fetchFile(session, `/api/studies/${study.id}/file`));
    });
  return (
    <p class="row no-print">
      <button type="button" class="link" onClick={html}>
        {m.bench_report_html()}
      </button>
      <button type="button" class="link" onClick={json}>
        {m.bench_report_json()}
      </button>
    </p>
  );
}
