import { benjaminiHochberg, normalCdf, normalQuantile } from '../../../scoring/index.ts';
import type { Difference, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { ReportBlock } from '../../domain/report/report.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { type FindingsPhrases, findingsPhrases } from './findings-words.ts';
import { numberWords, shareWords } from './numbers.ts';

/** As many as one reads at once. */
const mostClasses = 3;
const mostDifferences = 5;

/** What a region's answers say, in sentences made from nothing but what its release tells. */
export function findingsBlock(report: CampaignReport, groups: readonly ReportGroup[], language: Language): ReportBlock {
  const said = findingsPhrases[language];
  const region = groups.find(({ kind }) => kind === 'region');
  const points =
    region === undefined
      ? []
      : [
          ...choicePoints(report, region, said, language),
          ...highestPoints(report, region, said, language),
          ...differencePoints(report, groups, said, language),
        ];
  const told = points.length > 0 ? [...points, said.limits] : [untold(report, said, language)];
  return { kind: 'points', title: said.title, points: told };
}

const untold = ({ minimumForHistogram }: CampaignReport, said: FindingsPhrases, language: Language): string =>
  said.untold(numberWords(minimumForHistogram, 0, language));

/** How many are invited to talk, and what is nearest to most; a count that is hidden is not spoken of. */
function choicePoints(
  { choices = [] }: CampaignReport,
  region: ReportGroup,
  said: FindingsPhrases,
  language: Language,
): string[] {
  const number = (value: number): string => numberWords(value, 0, language);
  return choices.flatMap(({ id, name, classes }) => {
    const cell = region.choices.find(({ choice }) => choice === id);
    if (cell?.kind !== 'shown') return [];
    const counts = classes.flatMap((one, index) => {
      const count = cell.counts[index] ?? null;
      return count === null ? [] : [{ ...one, count }];
    });
    if (id === 'invitation') {
      const invited = counts.find((one) => one.id === 'invited-to-talk')?.count;
      return invited === undefined
        ? []
        : [said.invited(number(invited), number(cell.n), shareWords(invited / cell.n, language))];
    }
    const most = counts.sort((a, b) => b.count - a.count).slice(0, mostClasses);
    const list = most.map(({ name: words, count }) => `«${words[language]}» (${number(count)})`).join(', ');
    return list === '' ? [] : [said.nearest(name[language], list)];
  });
}

/** Only answers from 1 to 5 stand side by side. The same pupils gave all of them: the error is taken at its largest. */
function highestPoints(
  { scales }: CampaignReport,
  region: ReportGroup,
  said: FindingsPhrases,
  language: Language,
): string[] {
  const means = scales.flatMap(({ id, name, lowest = 1, highest = 5 }) => {
    const one = region.scales.find(({ scale }) => scale === id);
    return lowest !== 1 || highest !== 5 || one === undefined || one.mean === null || one.margin === null
      ? []
      : [{ name: name[language], mean: one.mean, margin: one.margin }];
  });
  const [first, second] = means.sort((a, b) => b.mean - a.mean);
  if (first === undefined) return [];
  if (second !== undefined && first.mean - second.mean <= first.margin + second.margin)
    return [said.tie(first.name, second.name)];
  const number = (value: number): string => numberWords(value, 2, language);
  return [said.highest(first.name, `${number(first.mean)} ± ${number(first.margin)}`)];
}

const level = 0.05;

type Compared = { group: ReportGroup; scale: string; toRest: Difference; p: number };

/**
 * Which groups differ from the rest of the region by more than error, the clearest first. Many are compared at once: the
 * level is kept over all of them (Benjamini and Hochberg), or one in twenty would be news by chance.
 */
export function clearDifferences(groups: readonly ReportGroup[]): Compared[] {
  const compared = comparedGroups(groups);
  const adjusted = compared.length === 0 ? [] : benjaminiHochberg(compared.map(({ p }) => p));
  return compared.filter((_, index) => (adjusted[index] ?? 1) < level).sort((a, b) => a.p - b.p);
}

const comparedGroups = (groups: readonly ReportGroup[]): Compared[] =>
  groups.flatMap((group) =>
    group.scales.flatMap(({ scale, toRest }) =>
      toRest === null ? [] : [{ group, scale, toRest, p: chanceOf(toRest) }],
    ),
  );

function differencePoints(
  { scales }: CampaignReport,
  groups: readonly ReportGroup[],
  said: FindingsPhrases,
  language: Language,
): string[] {
  if (comparedGroups(groups).length === 0) return [];
  const names = new Map(scales.map(({ id, name }) => [id, name[language]]));
  const { verdict: words } = aggregatePhrases[language];
  const list = clearDifferences(groups)
    .slice(0, mostDifferences)
    .map(
      ({ group, scale, toRest }) =>
        `${groupName(group, language)} — «${names.get(scale) ?? scale}» ${words[toRest.by > 0 ? 'higher' : 'lower']}`,
    );
  return [list.length === 0 ? said.noDifferences : said.differences(list.join('; '))];
}

/** How often a difference as large as this would come by chance; its margin is half a 95 % interval. */
function chanceOf({ by, margin }: Difference): number {
  if (margin === 0) return by === 0 ? 1 : 0;
  return 2 * normalCdf((-normalQuantile(0.975) * Math.abs(by)) / margin);
}
