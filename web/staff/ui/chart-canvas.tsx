import type { ChartConfiguration } from 'chart.js';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type Palette, readPalette } from '../../charts/palette.ts';

export type ChartConfig = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

/**
 * A chart.js chart, its place kept while the library loads. Drawn anew when `name` changes or the page turns dark or light.
 * `name` tells one picture from another: everything `config` depends on but the palette.
 */
export function ChartCanvas({
  name,
  label,
  config,
  onCanvas,
}: {
  name: string;
  label: string;
  config: (palette: Palette) => ChartConfig;
  onCanvas?: (canvas: HTMLCanvasElement | null) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scheme, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const turn = () => redraw(undefined);
    dark.addEventListener('change', turn);
    return () => dark.removeEventListener('change', turn);
  }, []);
  useEffect(() => {
    let isWanted = true;
    let end: () => void = () => undefined;
    void import('../../charts/chart-library.ts').then(({ Chart }) => {
      if (!isWanted || canvas.current === null) return;
      const chart = new Chart(canvas.current, config(readPalette(canvas.current)));
      onCanvas?.(canvas.current);
      end = () => chart.destroy();
    });
    return () => {
      isWanted = false;
      end();
    };
  }, [name, scheme]);
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
