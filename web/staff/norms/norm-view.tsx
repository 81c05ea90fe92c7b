import type { NormDetail } from '../../../server/contract/norm.schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { studyPath } from '../bench/study-words.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { type Act, DecisionForm } from './decision-form.tsx';
import { NormComparison } from './norm-comparison.tsx';

/** One norm beside the one in force: what would move, its tables, and the decision about it. */
export function NormView({ id, onDecided }: { id: string; onDecided: () => void }) {
  const language = useLanguage();
  const got = useGet<NormDetail>(`/api/norms/${id}`);
  const decided = () => {
    got.reload();
    onDecided();
  };
  return (
    <Loaded got={got} lines={8}>
      {(norm) => (
        <section class="sheet stack">
          <h2>{m.norms_view_title({ language: languageWords[norm.language](), version: norm.setVersion })}</h2>
          <p>{m.norms_population({ population: norm.population[language] })}</p>
          <p class="soft">
            {norm.demo ? `${m.norms_simulated()} ` : null}
            {m.norms_sample({ used: formatNumber(norm.sample.used), submitted: formatNumber(norm.sample.submitted) })}
          </p>
          {norm.effect === null ? null : (
            <p>
              {m.norms_effect({
                before: formatShare(norm.effect.invitedBefore, 1),
                after: formatShare(norm.effect.invitedAfter, 1),
              })}
            </p>
          )}
          <NormComparison scales={norm.scales} nameOf={nameIn(norm, language)} />
          <p>
            <DownloadCsv name={`ustaz-${norm.id}.csv`} label={m.norms_tables()} rows={() => tableRows(norm)} />
          </p>
          {norm.study === null ? null : (
            <p>
              <a href={studyPath({ instrument: norm.instrument, id: norm.study })}>{m.norms_study()}</a>
            </p>
          )}
          <DecisionForm
            of={norm}
            path={`/api/norms/${norm.id}`}
            act={acts[norm.state] ?? null}
            words={{ publish: m.norms_publish(), withdraw: m.norms_withdraw() }}
            onDecided={decided}
          />
        </section>
      )}
    </Loaded>
  );
}

const acts: Readonly<Partial<Record<NormDetail['state'], Act>>> = { draft: 'publication', published: 'withdrawal' };

const nameIn =
  ({ scales }: NormDetail, language: Language) =>
  (scale: string): string =>
    scales.find((one) => one.scale === scale)?.names[language] ?? scale;

const tableRows = (norm: NormDetail) => [
  ['scale', 'raw', 'percentile'],
  ...norm.scales.flatMap(({ scale, table }) => table.map(([raw = 0, p = 0]) => [scale, raw, p])),
];
