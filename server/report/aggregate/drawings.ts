import type { PanelColours } from '../../../scoring/picture/panels.ts';
import { type HistogramPanel, smallHistograms } from '../../../scoring/picture/small-histograms.ts';
import { trendPanels } from '../../../scoring/picture/trend-panels.ts';
import type { ComparisonReport, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { ReportBlock } from '../../domain/report/report.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { numberWords, shareWords } from './numbers.ts';

type Scale = CampaignReport['scales'][number];
type Years = readonly Pick<ComparisonReport['trend'][number], 'year' | 'scales'>[];
type Drawing = Extract<ReportBlock, { kind: 'drawing' }>;

/** px of a drawing that fills the width of the paper, and holds four small histograms side by side. */
const width = 732;
const paper: PanelColours = {
  ink: '#1d2a2e',
  soft: '#56656a',
  line: '#d5dcdc',
  mark: '#0b6b76',
};

/** One scale in several groups as small histograms; null where no group tells it. */
export function histogramDrawing(scale: Scale, groups: readonly ReportGroup[], language: Language): Drawing | null {
  const { lowest = 1, highest = 5 } = scale;
  const panels = groups.flatMap((group): HistogramPanel[] => {
    const one = group.scales.find((summary) => summary.scale === scale.id);
    if (one === undefined) return [];
    const { n, histogram, mean, margin, norm } = one;
    return [
      {
        name: groupName(group, language),
        note: `n = ${numberWords(n, 0, language)}`,
        counts: histogram,
        n,
        mean,
        margin,
        norm,
      },
    ];
  });
  if (panels.length === 0) return null;
  const phrases = aggregatePhrases[language];
  const title = scale.name[language];
  const drawing = smallHistograms({
    title,
    panels,
    lowest,
    highest,
    width,
    hiddenWord: phrases.fewer,
    formatShare: (share) => shareWords(share, language),
    formatPoint: (value) => numberWords(value, Number.isInteger(value) ? 0 : 1, language),
    colours: paper,
  });
  const legend = [scale.note?.[language] ?? [], phrases.histogramNote].flat().join(' ');
  return { kind: 'drawing', title, legend, drawing };
}

/** Every scale's mean over the years; null where there is one year only. */
export function trendDrawing(
  { trend }: { readonly trend: Years },
  scales: readonly Scale[],
  language: Language,
): Drawing | null {
  if (trend.length < 2) return null;
  const phrases = aggregatePhrases[language];
  const panels = scales.map(({ id, name }) => ({
    name: name[language],
    note: '',
    span: 0.8,
    format: (value: number) => numberWords(value, 2, language),
    points: trend.map(({ year, scales: cells }) => {
      const cell = cells.find(({ scale }) => scale === id);
      return { year, value: cell?.mean ?? null, margin: cell?.margin ?? null };
    }),
  }));
  const drawing = trendPanels({
    title: phrases.trend,
    panels,
    width,
    colours: paper,
  });
  return { kind: 'drawing', title: phrases.trend, legend: phrases.trendNote, drawing };
}
