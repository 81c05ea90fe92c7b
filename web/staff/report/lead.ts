import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { endsOf } from './bands.ts';
import { shownCell, topRow } from './place-tree.ts';
import { highestScales, marginOf } from './scale-figures.ts';

/** The sentences under the headline: the exact numbers, which district is behind, what stands out in the answers. */
export function leadOf(report: CampaignReport, language: Language): string[] {
  const region = topRow(report);
  if (region === null || region.participation.pupils === 0) return [m.report_no_pupils_next()];
  const { submitted, pupils } = region.participation;
  return [
    m.report_lead_numbers({
      done: formatNumber(submitted),
      of: formatNumber(pupils),
      share: formatShare(submitted / pupils),
    }),
    ...districtWords(report, language),
    answersWords(report, region, language),
  ];
}

const shareOf = ({ participation: { submitted, pupils } }: ReportRow): number =>
  pupils === 0 ? 1 : submitted / pupils;

/** Named only where the districts really differ: by more than a tenth of their pupils. */
function districtWords({ rows }: CampaignReport, language: Language): string[] {
  const districts = rows.filter(({ level }) => level === 'district').sort((a, b) => shareOf(a) - shareOf(b));
  const [behind, ahead] = [districts[0], districts.at(-1)];
  if (behind === undefined || ahead === undefined || shareOf(ahead) - shareOf(behind) < 0.1) return [];
  return [m.report_lead_behind({ place: behind.name[language], share: formatShare(shareOf(behind)) })];
}

function answersWords({ scales, minimumForHistogram }: CampaignReport, region: ReportRow, language: Language): string {
  // Only answers from 1 to 5 stand side by side; a share of right ones or an index is another measure.
  const answers = scales
    .map((scale) => ({ ...scale, ...endsOf(scale) }))
    .filter((one) => one.lowest === 1 && one.highest === 5);
  const named = answers.flatMap(({ id, name }) => {
    const cell = shownCell(region, id);
    return cell === null ? [] : [{ name: name[language], cell }];
  });
  const [first, second] = highestScales(named);
  if (first === undefined || first.cell.mean === null)
    return m.report_lead_untold({ minimum: formatNumber(minimumForHistogram) });
  if (second !== undefined) return m.report_lead_tie({ first: first.name, second: second.name });
  return m.report_lead_highest({
    scale: first.name,
    mean: formatNumber(first.cell.mean, 1),
    margin: formatNumber(marginOf(first.cell) ?? 0, 1),
  });
}
