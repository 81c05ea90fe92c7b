import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { BenchInstruments, StudyHead } from '../../../server/contract/bench.schema.ts';
import type { StudyDetail } from '../../../server/contract/study-report.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { failureWords } from './failure-words.ts';
import { StudyReportView } from './study-report-view.tsx';
import { groupWords, kindWords, sourceWords, stateWords } from './study-words.ts';

const everyMs = 1200;
const isUnderWay = ({ state }: StudyHead): boolean => state === 'waiting' || state === 'running';

/** «What did this study find?» While it is computed the page follows it. */
export function StudyPage({ instrument, study: id }: { instrument: string; study: string }) {
  useLanguage();
  const got = useGet<StudyDetail>(`/api/studies/${id}`);
  const bench = useGet<BenchInstruments>('/api/bench');
  const known = bench.value?.instruments.find((one) => one.id === instrument);
  const study = got.value;
  useEffect(() => {
    if (study === null || !isUnderWay(study)) return;
    const timer = setTimeout(got.reload, everyMs);
    return () => clearTimeout(timer);
  }, [study]);
  return (
    <Page
      title={study === null ? m.bench_study() : `${kindWords[study.kind]()}: ${known?.name ?? instrument}`}
      crumbs={<a href={`/staff/bench/${instrument}`}>{known?.name ?? instrument}</a>}
      lead={study === null ? undefined : <p>{sourceWords(study, known)}</p>}
    >
      <Loaded got={got} lines={10}>
        {(value) => (
          <>
            <Standing study={value} onChange={got.reload} />
            {value.report === null ? null : <StudyReportView study={value} report={value.report} instrument={known} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ study, onChange }: { study: StudyDetail; onChange: () => void }) {
  const { api } = useStaff();
  const { route } = useLocation();
  const sending = useSend();
  const [tone, words] = stateWords[study.state];
  const { done, total } = study.progress;
  const cancel = () =>
    void sending.run(async () => void (await api.send('DELETE', `/api/studies/${study.id}/run`))).then(onChange);
  const again = () =>
    void sending.run(async () => {
      const next = await api.send<StudyHead>('POST', `/api/studies/${study.id}/run`);
      route(`/staff/bench/${next.instrument}/${next.id}`);
    });
  return (
    <section class="sheet stack" aria-live="polite">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <div class="row spread">
        <Mark tone={tone}>{words()}</Mark>
        <div class="row no-print">
          {isUnderWay(study) ? (
            <Button look="quiet" busy={sending.isBusy} onPress={cancel}>
              {m.bench_cancel()}
            </Button>
          ) : (
            <Button look="quiet" busy={sending.isBusy} onPress={again}>
              {m.bench_again()}
            </Button>
          )}
        </div>
      </div>
      {isUnderWay(study) ? (
        <p class="with-bar">
          <ProgressBar done={done} of={total} />{' '}
          {m.bench_progress({ done: formatNumber(done), total: formatNumber(total) })}
        </p>
      ) : null}
      {study.failure === null ? null : (
        <Notice tone="bad">
          <p>{failureWords(study.failure)}</p>
        </Notice>
      )}
      <Facts study={study} />
    </section>
  );
}

function Facts({ study }: { study: StudyDetail }) {
  const { settings } = study;
  const facts: [string, string][] = [
    ['n', study.n === null ? '–' : formatNumber(study.n)],
    [m.bench_version(), study.instrumentVersion],
    [m.bench_engine(), study.engine],
    [m.bench_seed(), String(settings.seed)],
    ...(settings.model === undefined ? [] : [[m.bench_model(), settings.model.toUpperCase()] as [string, string]]),
    ...(settings.group === undefined
      ? []
      : [[m.bench_group(), `${groupWords[settings.group]()}: ${settings.focal ?? ''}`] as [string, string]]),
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
