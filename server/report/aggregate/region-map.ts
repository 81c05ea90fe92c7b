import { type TileColours, tileMap } from '../../../scoring/picture/tile-map.ts';
import { tileNames } from '../../../scoring/picture/tile-names.ts';
import type { CountryReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { ReportBlock } from '../../domain/report/report.ts';
import { aggregatePhrases } from './aggregate-words.ts';
import { dayWords, numberWords } from './numbers.ts';
import { regionPhrases } from './region-words.ts';

/** px; two thirds of the paper's width, so that names on tiles are read without a glass. */
const width = 560;
const paper: TileColours = {
  fills: ['#ffffff', '#dcecec', '#b9d9da', '#84bcc0', '#38909a', '#0b6b76'],
  inks: ['#1d2a2e', '#1d2a2e', '#1d2a2e', '#1d2a2e', '#06181b', '#ffffff'],
  ink: '#1d2a2e',
  soft: '#56656a',
  line: '#d5dcdc',
  edge: '#7d8890',
  here: '#f2b705',
};

/** Where the region stands in the country by pupils who have finished: the page's own map on paper. */
export function regionMap({ regions, asOf }: CountryReport, own: string, language: Language): ReportBlock {
  const { mapTitle, mapNote } = regionPhrases[language];
  const number = (value: number): string => numberWords(value, 0, language);
  const tiles = regions.map(({ id, name, column, row, submitted }) => ({
    column,
    row,
    value: submitted,
    figure: submitted === null ? `<${number(10)}` : number(submitted),
    ...tileNames(id, name[language], language),
    title: `${name[language]}: ${submitted === null ? aggregatePhrases[language].fewer : number(submitted)}`,
    isHere: id === own,
  }));
  const known = regions.reduce((sum, { submitted }) => sum + (submitted ?? 0), 0);
  return {
    kind: 'drawing',
    title: mapTitle,
    legend: mapNote(number(known), dayWords(asOf, language)),
    drawing: tileMap({ title: mapTitle, tiles, width, colours: paper }),
  };
}
