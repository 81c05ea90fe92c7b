import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { ShareColumns } from './share-columns.tsx';

/** Scale by scale: how many, the mean, and the shares from low to high; what is hidden says so. */
export function ScaleLines({ scales, row }: { scales: CampaignReport['scales']; row: ReportRow }) {
  const language = useLanguage();
  const cells = new Map(row.scales.map((cell) => [cell.scale, cell]));
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.numbers_scale()}</th>
          <th scope="col" class="number">
            {m.numbers_n()}
          </th>
          <th scope="col" class="number">
            {m.numbers_mean()}
          </th>
          <th scope="col">{m.numbers_distribution()}</th>
        </tr>
      </thead>
      <tbody>
        {scales.map(({ id, name }) => {
          const cell = cells.get(id);
          if (cell?.kind !== 'shown') return null;
          const { n, mean, histogram } = cell;
          return (
            <tr key={id}>
              <th scope="row">{name[language]}</th>
              <td class="number" data-label={m.numbers_n()}>
                {formatNumber(n)}
              </td>
              <td class="number" data-label={m.numbers_mean()}>
                {mean === null ? m.hidden_word() : formatNumber(mean, 2)}
              </td>
              <td data-label={m.numbers_distribution()}>
                <ShareColumns counts={histogram} n={n} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
