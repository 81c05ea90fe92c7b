import type { Language } from '../language.ts';
import { addFigures, type Figures, noFigures } from './figures.ts';

/** Whose figures a cell of a school holds. */
export type CellKey = {
  campaign: string;
  region: string;
  district: string;
  school: string;
  locality: 'rural' | 'urban';
  language: Language;
  sex: 'female' | 'male' | 'undisclosed';
};

/** `live`: of the results there are; `kept`: of erased pupils whose cell was large enough to hide them. Reports add both. */
export type Cell = CellKey & { live: Figures; kept: Figures };

/** A cell of a region: the same, with schools and districts added up. */
export type RegionKey = Omit<CellKey, 'district' | 'school'>;
export type RegionCell = RegionKey & { figures: Figures };

/** Fewer pupils than this in a cell, and the counts of an erased one go too. */
export const keptFrom = 10;

export const cellId = ({ campaign, school, locality, language, sex }: Omit<CellKey, 'region' | 'district'>): string =>
  `${campaign}|${school}|${locality}|${language}|${sex}`;

export const regionCellId = ({ campaign, region, locality, language, sex }: RegionKey): string =>
  `${campaign}|${region}|${locality}|${language}|${sex}`;

export const wholeOf = ({ live, kept }: Pick<Cell, 'live' | 'kept'>): Figures => addFigures(live, kept);

export const emptyCell = ({ campaign, region, district, school, locality, language, sex }: CellKey): Cell => ({
  campaign,
  region,
  district,
  school,
  locality,
  language,
  sex,
  live: noFigures(),
  kept: noFigures(),
});

export const regionOf = ({ campaign, region, locality, language, sex }: CellKey): RegionKey => ({
  campaign,
  region,
  locality,
  language,
  sex,
});
