import { describe, type ScaleInWords, type ScalePlan, type ScoredScale, tBand } from '../../../scoring/index.ts';
import { numberIn } from '../explanation-words.ts';
import type { Language } from '../language.ts';
import { groupName, scaleGroups } from '../scale-groups.ts';
import type { ReportSource } from './basis.ts';
import type { CounsellorPhrases } from './counsellor-phrases.ts';
import type { ReportRow } from './report.ts';

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

/** Every scale of the profile with its error, by instrument in the form's order. */
export function scaleRows(source: ReportSource, said: CounsellorPhrases): ReportRow[] {
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
    rows.push({
      cells:
        one.kind === 'described'
          ? scoredCells(language, scale, one, said)
          : [one.name, said.none, said.none, `${one.answered} / ${scale.of}`],
    });
  }
  return rows;
}

function scoredCells(
  language: Language,
  plan: ScalePlan,
  { name, score, anchorWords }: ScaleInWords,
  said: CounsellorPhrases,
): string[] {
  return [
    name,
    answerCell(language, score, anchorWords, said),
    comparedCell(language, plan, score, said.none),
    `${score.answered} / ${score.of}`,
  ];
}
