import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { ShelvedInstrument } from '../../instrument-shelf.ts';

/** A column of the research data: its name in the CSV and in SPSS, what it means, its codes. */
export type ResearchColumn = {
  name: string;
  label: string;
  /** SPSS: `F8.0` a number, `A16` a text. */
  format: string;
  values?: readonly (readonly [code: number | string, label: string])[];
  missing: string;
};

const text = (name: string, width: number, label: string, missing = 'empty: not told'): ResearchColumn => ({
  name,
  label,
  format: `A${width}`,
  missing,
});

const coarsened = 'empty: coarsened, because fewer than k pupils would have looked the same';

/** Who, where, when; never a name, a birth date, or a school of fewer than k. */
const person: readonly ResearchColumn[] = [
  text('pupil', 12, 'Pseudonym of the pupil, drawn anew for this export'),
  text('school', 8, 'Pseudonym of the school, drawn anew for this export', coarsened),
  text('district', 16, 'District', coarsened),
  text('region', 8, 'Region, ISO 3166-2'),
  text('locality', 8, 'Rural or urban school', coarsened),
  {
    ...text('language', 4, 'Language of the sitting', coarsened),
    values: [
      ['kk', 'Kazakh'],
      ['ru', 'Russian'],
      ['en', 'English'],
    ],
  },
  {
    ...text('sex', 12, 'Sex', coarsened),
    values: [
      ['female', 'Female'],
      ['male', 'Male'],
      ['undisclosed', 'Not told'],
    ],
  },
  { name: 'age', label: 'Age in full years on the day of submission', format: 'F3.0', missing: coarsened },
  { name: 'year', label: 'Year of the campaign', format: 'F4.0', missing: 'never' },
  text('quality', 20, 'How the answers came about: verdict of the quality rules', 'empty: engine before 1.1'),
];

export type ResearchLayout = {
  person: readonly ResearchColumn[];
  items: readonly { id: string; column: ResearchColumn }[];
  scales: readonly { id: string; mean: ResearchColumn; t: ResearchColumn }[];
  columns: readonly ResearchColumn[];
};

/** SPSS takes letters, digits and underscores, a letter first. */
const variable = (prefix: string, id: string): string => `${prefix}_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 60);

export function researchLayout(shelved: ShelvedInstrument): ResearchLayout {
  const english = shelved.text('en');
  const items = shelved.instrument.items.map(({ id, format }) => ({
    id,
    column: {
      name: variable('i', id),
      label: itemWords(english, id),
      format: 'F2.0',
      values: pointsOf(shelved.instrument, format),
      missing: 'empty: not answered',
    },
  }));
  const scales = shelved.instrument.scales
    .filter(({ use }) => use === 'profile')
    .map(({ id }) => ({
      id,
      mean: {
        name: variable('m', id),
        label: `${english.scales[id]?.name ?? id}: mean keyed answer`,
        format: 'F8.4',
        missing: 'empty: too few answers',
      },
      t: {
        name: variable('t', id),
        label: `${english.scales[id]?.name ?? id}: T score`,
        format: 'F8.2',
        missing: 'empty: no norm applies',
      },
    }));
  const columns = [...person, ...items.map(({ column }) => column), ...scales.flatMap(({ mean, t }) => [mean, t])];
  return { person, items, scales, columns };
}

function itemWords({ items }: InstrumentText, id: string): string {
  const words = items[id];
  return words === undefined ? id : typeof words === 'string' ? words : `a: ${words.a} / b: ${words.b}`;
}

const pointsOf = ({ formats }: Instrument, format: string): [number, string][] =>
  (formats[format]?.points ?? []).map((point) => [point, String(point)]);
