import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { BenchInstrument } from '../../../server/contract/bench.schema.ts';
import type {
  KeyEffectReport,
  RescorePreviewReport,
  StudyDetail,
  StudyReport,
} from '../../../server/contract/study-report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { RescorePreview } from '../norms/rescore-preview.tsx';
import { KeyEffectList } from '../panel/key-effect-list.tsx';
import { AdaptiveReport } from './adaptive-report.tsx';
import { CalibrationReport } from './calibration-report.tsx';
import { DifReport } from './dif-report.tsx';
import { failureWords } from './failure-words.ts';
import { HowToRead } from './how-to-read.tsx';
import { ItemsReportView } from './items-report.tsx';
import { NextStep } from './next-step.tsx';
import { NormReport } from './norm-report.tsx';

/** What every part of a report knows: where it is from, and what scales are called. */
export type ReportFrame = {
  source: string;
  nameOf: (scale: string) => string;
  /** The statement an item asks; null where it has none of its own, as a pair. */
  wordsOf: (item: string) => string | null;
  file: string;
};

export function StudyReportView({
  study,
  report,
  instrument,
  text,
}: {
  study: StudyDetail;
  report: StudyReport;
  instrument: BenchInstrument | undefined;
  text: InstrumentText | null;
}) {
  const frame: ReportFrame = {
    source: m.bench_figure_source({
      instrument: `${study.instrument} ${study.instrumentVersion}`,
      n: study.n === null ? '–' : formatNumber(study.n),
      engine: study.engine,
    }),
    nameOf: (scale) => instrument?.scales.find(({ id }) => id === scale)?.name ?? scale,
    wordsOf: (item) => {
      const words = text?.items[item];
      return typeof words === 'string' ? words : null;
    },
    file: `ustaz-${study.instrument}-${study.kind}`,
  };
  return (
    <>
      {(report.kind === 'calibration' || report.kind === 'dif') && report.skipped.length > 0 ? (
        <Skipped skipped={report.skipped} frame={frame} />
      ) : null}
      <HowToRead kind={report.kind} />
      <Body study={study} report={report} frame={frame} />
      <NextStep study={study} />
    </>
  );
}

function Body({ study, report, frame }: { study: StudyDetail; report: StudyReport; frame: ReportFrame }) {
  switch (report.kind) {
    case 'items':
      return <ItemsReportView report={report} frame={frame} />;
    case 'calibration':
      return <CalibrationReport report={report} frame={frame} />;
    case 'dif':
      return <DifReport report={report} frame={frame} />;
    case 'adaptive':
      return <AdaptiveReport report={report} frame={frame} />;
    case 'norm':
      return <NormReport report={report} campaign={study.source.id} frame={frame} />;
    case 'key-effect':
      return <KeyEffectReportView report={report} panel={study.settings.panel ?? ''} />;
    case 'rescore-preview':
      return <RescorePreviewView report={report} campaign={study.source.id} frame={frame} />;
  }
}

function KeyEffectReportView({ report, panel }: { report: KeyEffectReport; panel: string }) {
  return (
    <section class="sheet stack">
      <h2>{m.panel_effect_title()}</h2>
      <KeyEffectList effect={report.effect} />
      <p>
        <a href={`/staff/bench/panels/${panel}`}>{m.bench_panel({ number: report.panel })}</a>
      </p>
    </section>
  );
}

function RescorePreviewView({
  report,
  campaign,
  frame,
}: {
  report: RescorePreviewReport;
  campaign: string;
  frame: ReportFrame;
}) {
  return (
    <section class="sheet stack">
      <h2>{m.norms_rescore_title()}</h2>
      <RescorePreview report={report} nameOf={frame.nameOf} />
      <p>
        <a href={`/staff/norms/${campaign}`}>{m.norms_preview_decide()}</a>
      </p>
    </section>
  );
}

function Skipped({ skipped, frame }: { skipped: readonly { scale: string; reason: string }[]; frame: ReportFrame }) {
  return (
    <Notice tone="warn">
      <p>{m.bench_skipped()}</p>
      <ul>
        {skipped.map(({ scale, reason }) => (
          <li key={scale}>
            {frame.nameOf(scale)}: {failureWords(reason)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
