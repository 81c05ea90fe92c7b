import { useRef } from 'preact/hooks';
import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';

import { chartPng } from '../../charts/chart-png.ts';
import { histogramConfig } from '../../charts/histogram.ts';
import { readPalette } from '../../charts/palette.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { ChartCanvas } from '../ui/chart-canvas.tsx';
import type { CsvCell } from '../ui/csv.ts';
import { download } from '../ui/download.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { bandLabels, bandWords, endsOf } from './bands.ts';
import { type ShownCell, shownCell } from './place-tree.ts';
import { type Lean, leanOf, marginOf } from './scale-figures.ts';

type Scale = CampaignReport['scales'][number];

const findings: Readonly<Record<Lean, (scale: { scale: string }) => string>> = {
  high: m.chart_lean_high,
  low: m.chart_lean_low,
  middle: m.chart_lean_middle,
  untold: m.chart_lean_untold,
};

/** One scale in one place: the finding as its title, the histogram, n and source beneath. */
export function ScaleChart({
  scale,
  place,
  region,
  top,
}: {
  scale: Scale;
  place: ReportRow;
  region: ReportRow | null;
  top: number;
}) {
  const language = useLanguage();
  const cell = shownCell(place, scale.id);
  const name = scale.name[language];
  if (cell === null) {
    return (
      <section class="sheet">
        <h3>{name}</h3>
        <p class="soft">{m.hidden_distribution()}</p>
      </section>
    );
  }
  return (
    <Histogram
      // Where a scale asks for a note, its middle is not where answers balance.
      title={scale.note === undefined ? findings[leanOf(cell, scale)]({ scale: name }) : name}
      scale={scale}
      cell={cell}
      place={place}
      region={region}
      regionCell={region === null ? null : shownCell(region, scale.id)}
      top={top}
    />
  );
}

type HistogramProps = {
  title: string;
  scale: Scale;
  cell: ShownCell;
  place: ReportRow;
  region: ReportRow | null;
  regionCell: ShownCell | null;
  top: number;
};

function Histogram({ title, scale, cell, place, region, regionCell, top }: HistogramProps) {
  const language = useLanguage();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const source = `${m.chart_source({ place: place.name[language], n: formatNumber(cell.n) })} ${meanWords(cell)}`;
  const compare =
    region === null || regionCell === null
      ? {}
      : { compare: { name: region.name[language], counts: regionCell.histogram, n: regionCell.n } };
  const save = async () => {
    if (canvas.current === null) return;
    const png = await chartPng(canvas.current, title, source, readPalette(canvas.current));
    if (png !== null) download(`ustaz-${place.id}-${cell.scale}.png`, png);
  };
  return (
    <section class="sheet chart-sheet">
      <h3>{title}</h3>
      <ChartCanvas
        name={`${language} ${place.id} ${cell.scale} ${top}`}
        label={`${title}. ${bandWords(cell, scale)}`}
        onCanvas={(drawn) => {
          canvas.current = drawn;
        }}
        config={(palette) =>
          histogramConfig({
            labels: bandLabels(scale),
            counts: cell.histogram,
            n: cell.n,
            ...compare,
            top,
            axis: axisWords(scale),
            hiddenWord: m.hidden_word(),
            formatShare,
            palette,
          })
        }
      />
      {scale.note === undefined ? null : <p class="small">{scale.note[language]}</p>}
      <p class="small">
        {source} {region === null ? '' : m.chart_dots({ region: region.name[language] })}{' '}
        {cell.histogram.includes(null) ? m.chart_hatched() : ''}{' '}
        <button type="button" class="link no-print" onClick={() => void save()}>
          {m.download_png()}
        </button>{' '}
        <DownloadCsv name={`ustaz-${place.id}-${cell.scale}.csv`} rows={() => csvRows(cell, scale)} />
      </p>
    </section>
  );
}

/** Answers run from 1 to 5; other scales by their own points. */
function axisWords(scale: Scale): string {
  const { lowest, highest } = endsOf(scale);
  return lowest === 1 && highest === 5 ? m.chart_axis_answer() : `${formatNumber(lowest)}…${formatNumber(highest)}`;
}

const csvRows = (cell: ShownCell, scale: Scale): CsvCell[][] => [
  ['', m.funnel_count()],
  ...bandLabels(scale).map((label, band): CsvCell[] => [label, cell.histogram[band] ?? m.hidden_cell()]),
];

function meanWords(cell: ShownCell): string {
  const margin = marginOf(cell);
  if (cell.mean === null) return m.chart_mean_hidden();
  return margin === null
    ? m.chart_mean_alone({ mean: formatNumber(cell.mean, 2) })
    : m.chart_mean({ mean: formatNumber(cell.mean, 2), margin: formatNumber(margin, 2) });
}
