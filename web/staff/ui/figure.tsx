import { type Ink, pageInk } from '../../charts/curve-chart.ts';
import { readPalette } from '../../charts/palette.ts';
import type { SvgNode } from '../../charts/svg.ts';
import { svgPng } from '../../charts/svg-png.ts';
import { m } from '../../i18n/generated/messages.js';
import { SvgView } from '../../ui/svg-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { CsvCell } from './csv.ts';
import { download } from './download.ts';
import { DownloadCsv } from './download-csv.tsx';

/** A picture with its finding as the title, its source beneath, and both as files: the drawing as PNG, the numbers as CSV. */
export function Figure({
  name,
  title,
  source,
  draw,
  rows,
}: {
  name: string;
  title: string;
  source: string;
  draw: (width: number, ink: Ink) => SvgNode;
  rows: () => readonly (readonly CsvCell[])[];
}) {
  const { place, width } = useWidth<HTMLDivElement>(560);
  const save = async () => {
    if (place.current === null) return;
    const palette = readPalette(place.current);
    const png = await svgPng(draw(width, palette), { title, source, sheet: palette.sheet, ink: palette.ink });
    if (png !== null) download(`${name}.png`, png);
  };
  return (
    <figure class="figure">
      <figcaption>{title}</figcaption>
      <div ref={place}>
        <SvgView node={draw(width, pageInk)} />
      </div>
      <p class="small">
        {source}{' '}
        <button type="button" class="link no-print" onClick={() => void save()}>
          {m.download_png()}
        </button>{' '}
        <DownloadCsv name={`${name}.csv`} rows={rows} />
      </p>
    </figure>
  );
}
