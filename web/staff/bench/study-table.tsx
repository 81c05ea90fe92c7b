import type { BenchInstrument, StudyHead } from '../../../server/contract/bench.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark } from '../ui/mark.tsx';
import { focalWords, groupWords, kindWords, modelWords, sourceWords, stateWords, studyPath } from './study-words.ts';

export function StudyTable({ instrument, studies }: { instrument: BenchInstrument; studies: readonly StudyHead[] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_study()}</th>
          <th scope="col">{m.bench_source()}</th>
          <th scope="col">n</th>
          <th scope="col">{m.bench_asked()}</th>
          <th scope="col">{m.bench_state()}</th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => {
          const [tone, words] = stateWords[study.state];
          const { dropped = [] } = study.settings;
          const which = whatOf(instrument, study.settings);
          return (
            <tr key={study.id}>
              <th scope="row">
                <a href={studyPath(study)}>{kindWords[study.kind]()}</a>{' '}
                <span class="soft">
                  {[which, dropped.length > 0 ? m.bench_without({ items: dropped.join(', ') }) : '']
                    .filter((part) => part !== '')
                    .join(', ')}
                </span>
              </th>
              <td data-label={m.bench_source()}>{sourceWords(study, instrument)}</td>
              <td data-label="n">{study.n === null ? '–' : formatNumber(study.n)}</td>
              <td data-label={m.bench_asked()}>
                {formatInstant(study.askedAt)}, {study.askedBy}
              </td>
              <td data-label={m.bench_state()}>
                <Mark tone={tone}>{words()}</Mark>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What a study was about, in the reader's words. */
function whatOf({ scales }: BenchInstrument, { scale, model, group, focal, language }: StudyHead['settings']): string {
  const parts = [
    scale === undefined ? undefined : (scales.find(({ id }) => id === scale)?.name ?? scale),
    model === undefined ? undefined : modelWords[model],
    group === undefined ? undefined : `${groupWords[group]()}: ${focalWords(focal ?? '')}`,
    language === undefined ? undefined : focalWords(language),
  ];
  return parts.filter((one) => one !== undefined).join(', ');
}
