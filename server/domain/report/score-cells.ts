import { describe, type ScaleInWords, type ScalePlan, type ScoredScale, tBand } from '../../../scoring/index.ts';
import { numberIn } from '../explanation-words.ts';
import type { Language } from '../language.ts';
import { groupName, scaleGroups } from '../scale-groups.ts';
import type { ReportSource } from './basis.ts';
import type { CounsellorPhrases } from './counsellor-phrases.ts';
import type { ReportBlock, ReportRow } from './report.ts';

/** A mean with its error; where the error is not known, the nearest answer in words, or nothing. */
export function answerCell(
  language: Language,
  score: ScoredScale,
  words: string | null,
  said: CounsellorPhrases,
): string {
  const { mean, low, high } = score;
  const number = numberIn(language);
  if (low !== null && high !== null) return `${number(mean, 1)} (${number(low, 1)}–${number(high, 1)})`;
  return words === null ? said.none : said.nearest(words);
}

export function comparedCell(language: Language, plan: ScalePlan, score: ScoredScale, none: string): string {
  const band = tBand(plan, score);
  if (band === null || score.t === null) return none;
  const number = numberIn(language);
  return `${number(score.t, 0)} (${number(band.low, 0)}–${number(band.high, 0)})`;
}

/** Every scale of the profile with its error, by instrument in the form's order; T only where there is one. */
export function scaleTable(source: ReportSource, said: CounsellorPhrases): ReportBlock {
  const scored = source.result.scales.filter((score) => score.kind === 'scored');
  const hasBand = scored.some(({ low }) => low !== null);
  const hasT = scored.some(({ t }) => t !== null);
  const { units, band, t } = said.scalesNote;
  const answers = hasBand ? said.answers : said.nearestAnswers;
  return {
    kind: 'table',
    title: said.scales,
    head: [said.scale, answers, ...(hasT ? [said.compared] : []), said.counted],
    rows: scaleRows(source, said, hasT),
    note: [hasBand ? band : units, ...(hasT ? [t] : [])].join(' '),
  };
}

function scaleRows(source: ReportSource, said: CounsellorPhrases, hasT: boolean): ReportRow[] {
  const { language, plan, result, text, instrument } = source;
  const groups = scaleGroups(instrument);
  const described = new Map(describe(plan, result, text).map((one) => [one.scale, one]));
  const rows: ReportRow[] = [];
  let group = '';
  for (const scale of plan.scales) {
    const one = described.get(scale.id);
    if (one === undefined) continue;
    const own = groups.get(scale.id) ?? instrument.id;
    if (own !== group) rows.push({ group: groupName(text, own) });
    group = own;
    const compared = one.kind === 'described' ? comparedCell(language, scale, one.score, said.none) : said.none;
    rows.push({
      cells: [
        one.name,
        one.kind === 'described' ? ownCell(language, scale, one, said) : said.none,
        ...(hasT ? [compared] : []),
        `${one.kind === 'described' ? one.score.answered : one.answered} / ${scale.of}`,
      ],
    });
  }
  return rows;
}

/** A choice can be counted exactly, whatever its error as a measure. */
function ownCell(
  language: Language,
  { declared }: ScalePlan,
  { score, anchorWords }: ScaleInWords,
  said: CounsellorPhrases,
): string {
  if (score.low === null && declared.score === 'choice-count')
    return said.chosen(Math.round(score.mean * score.answered), score.answered);
  return answerCell(language, score, anchorWords, said);
}
