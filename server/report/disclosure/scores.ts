import type { ScaleDefinition } from './report-counts.ts';

/** Scores a pupil in a band can have. */
export interface BandScores {
  readonly least: number;
  readonly middle: number;
  readonly greatest: number;
  /** Distance of neighbouring scores. */
  readonly step: number;
}

/**
 * The possible scores of each band: from its lower edge up to, and in the last band including, the upper one.
 * @throws RangeError when there are no edges, or a band holds no score
 */
export function scoresPerBand({ edges, step }: ScaleDefinition): readonly BandScores[] {
  const [lowest] = edges;
  const highest = edges.at(-1);
  if (lowest === undefined || highest === undefined || !(step > 0)) {
    throw new RangeError('a scale needs edges and a step above 0');
  }
  const stepsTo = (edge: number): number => Math.ceil((edge - lowest) / step - 1e-6);
  return edges.slice(1).map((upper, band) => {
    const first = stepsTo(edges[band] ?? lowest);
    const last = upper === highest ? stepsTo(upper) : stepsTo(upper) - 1;
    if (last < first) throw new RangeError(`the band up to ${upper} holds no score`);
    const at = (steps: number): number => lowest + steps * step;
    return { least: at(first), middle: at(Math.floor((first + last) / 2)), greatest: at(last), step };
  });
}
