import type { StudyDetail } from '../../../server/contract/study-report.ts';
import { m } from '../../i18n/generated/messages.js';

/** What a specialist would ask after a study of a form; where it is asked, the form is filled in with it. */
export function NextStep({ study }: { study: StudyDetail }) {
  const steps = stepsAfter(study);
  if (study.state !== 'done' || steps.length === 0) return null;
  return (
    <section class="sheet stack no-print">
      <h2>{m.bench_next()}</h2>
      <ul class="plain-list">
        {steps.map(([href, words]) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Step = readonly [href: string, words: string];

function stepsAfter(study: StudyDetail): Step[] {
  const { kind, source, settings, id, instrument } = study;
  const ask = (next: string, more: Record<string, string> = {}): string => {
    const { scale, dropped = [] } = settings;
    const asked = {
      kind: next,
      source: `${source.kind}:${source.id}`,
      scale: scale ?? '',
      dropped: dropped.join(', '),
      ...more,
    };
    return `/staff/bench/${instrument}?${new URLSearchParams(asked)}#ask`;
  };
  const norms: Step[] = source.kind === 'campaign' ? [[`/staff/norms/${source.id}`, m.bench_next_norm()]] : [];
  switch (kind) {
    case 'items':
      return [[ask('calibration'), m.bench_next_calibration()], ...norms];
    case 'calibration':
      return [
        [ask('dif'), m.bench_next_dif()],
        [ask('adaptive', { calibration: id }), m.bench_next_adaptive()],
      ];
    case 'dif':
      return [[ask('items'), m.bench_next_items()], ...norms];
    case 'adaptive':
      return [[`/staff/bench/${instrument}#ask`, m.bench_next_other()], ...norms];
    default:
      return [];
  }
}
