import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { tileMap, tileNames } from '../../charts/tile-map.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { SvgView } from '../../ui/svg-view.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useWidth } from '../../ui/use-width.ts';

/** The tile map with what it shows, its source and n; `own` is marked as «you are here». */
export function CountryMap({ report, own }: { report: CountryReport; own: string | null }) {
  const language = useLanguage();
  const { place, width } = useWidth<HTMLElement>(296);
  const tiles = report.regions.map(({ id, name, column, row, submitted }) => ({
    column,
    row,
    value: submitted,
    figure: submitted === null ? m.few() : formatNumber(submitted),
    ...tileNames(id, name[language], language),
    title: `${name[language]}: ${submitted === null ? m.fewer_than_ten() : formatNumber(submitted)}`,
    isHere: id === own,
  }));
  const known = report.regions.reduce((sum, { submitted }) => sum + (submitted ?? 0), 0);
  return (
    <section class="sheet">
      <h2>{m.country_map_title()}</h2>
      <figure ref={place}>
        <SvgView node={tileMap({ title: m.country_map_label(), tiles, width: Math.min(width, 720) })} />
        <figcaption>
          {m.country_map_source({ n: formatNumber(known) })} {own === null ? '' : m.country_map_here()}
        </figcaption>
      </figure>
    </section>
  );
}
