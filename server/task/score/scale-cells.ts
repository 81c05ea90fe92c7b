import { FIELDS, MEAN, type Plan, RAW, STANINE, T } from '../../../scoring/index.ts';
import { fewNumberText, numberText } from './number-text.ts';

/** The five columns of each scale; `cells` begins with a comma. */
export function scaleCells({ scales }: Plan): { columns: string[]; cells(out: Float64Array): string } {
  const names = ['raw', 'mean', 't', 'stanine', 'sem'];
  // Distances from a key are nearly all different; everything else is one of few numbers.
  const texts = scales.map(({ sjt }) => (sjt === null ? fewNumberText : numberText));
  const sems = scales.map(({ sem }) => numberText(sem));
  return {
    columns: scales.flatMap(({ id }) => names.map((name) => `${id}.${name}`)),
    cells(out) {
      let cells = '';
      for (let index = 0; index < sems.length; index++) {
        const at = index * FIELDS;
        if (Number.isNaN(out[at + MEAN])) {
          cells += ',,,,,';
          continue;
        }
        const text = texts[index] ?? numberText;
        cells += `,${text(out[at + RAW])},${text(out[at + MEAN])},${text(out[at + T])},${text(out[at + STANINE])},${sems[index]}`;
      }
      return cells;
    },
  };
}
