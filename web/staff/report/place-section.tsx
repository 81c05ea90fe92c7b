import { useMemo, useState } from 'preact/hooks';
import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import type { CsvCell } from '../ui/csv.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { Choice } from '../ui/field.tsx';
import { type Measure, measuresOf } from './measures.ts';
import { PlaceTable } from './place-table.tsx';
import { allPlaces, type PlaceNode, placesInSight, placeTree } from './place-tree.ts';
import { localityWords } from './place-words.ts';

/** Region → district → school as a table that opens, with participation or one scale; the file holds all places of it. */
export function PlaceSection({ report }: { report: CampaignReport }) {
  const language = useLanguage();
  const tree = useMemo(() => placeTree(report.rows), [report]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(tree.map(({ row }) => row.id)));
  const [chosen, choose] = useState('participation');
  const measures = measuresOf(report, language);
  const measure = measures.find(({ id }) => id === chosen) ?? measures[0];
  if (measure === undefined) return null;
  const toggle = (id: string) =>
    setOpen(new Set(open.has(id) ? [...open].filter((each) => each !== id) : [...open, id]));
  const openAll = () => setOpen(new Set(report.rows.map(({ id }) => id)));
  return (
    <section class="sheet stack" aria-labelledby="places">
      <h2 id="places">{m.places_title()}</h2>
      <div class="row spread bottom">
        <div class="narrow-field">
          <Choice
            label={m.places_measure()}
            value={measure.id}
            options={measures.map(({ id, name }) => [id, name] as const)}
            onValue={choose}
          />
        </div>
        <div class="row">
          <button type="button" class="link no-print" onClick={openAll}>
            {m.places_open_all()}
          </button>
          <DownloadCsv
            name={`ustaz-${report.campaign.id}-${measure.id}.csv`}
            label={m.places_csv()}
            rows={() => csvRows(allPlaces(tree), measure, language)}
          />
        </div>
      </div>
      <PlaceTable places={placesInSight(tree, open)} measure={measure} open={open} onToggle={toggle} />
    </section>
  );
}

const levelWords: Readonly<Record<ReportRow['level'], () => string>> = {
  region: m.level_region,
  district: m.level_district,
  cluster: m.level_cluster,
  school: m.level_school,
};

/** Every place with its level and its ids, so that the file can be joined with another. */
function csvRows(places: readonly PlaceNode[], measure: Measure, language: 'kk' | 'ru' | 'en'): CsvCell[][] {
  const heads = [
    m.places_level(),
    m.places_id(),
    m.places_parent(),
    m.places_place(),
    m.places_locality(),
    ...measure.heads,
  ];
  const rows = places.map(({ row }) => {
    const cells = measure.cells(row)?.map(({ plain }) => plain) ?? measure.heads.map(() => m.hidden_cell());
    return [levelWords[row.level](), row.id, row.parent, row.name[language], localityWords(row.locality), ...cells];
  });
  return [heads, ...rows];
}
