import { changeWords } from './change-words.ts';
import type { ReportSource } from './report/basis.ts';
import { counsellorPhrases } from './report/counsellor-phrases.ts';
import type { Earlier } from './report/counsellor-report.ts';
import { answerCell } from './report/score-cells.ts';

/** Two sittings as the counsellor's page tells them: each mean with its error, and what may be said of the difference. */
export function changeRows({ language, text, result }: ReportSource, earlier: Earlier) {
  if (earlier === null) return null;
  const said = counsellorPhrases[language];
  const { summary, changes } = changeWords(language, earlier.changes, { before: earlier.result, after: result, text });
  const byScale = new Map(earlier.changes.map((change) => [change.scale, change]));
  return {
    summary,
    changes: changes.flatMap((words) => {
      const change = byScale.get(words.scale);
      if (change === undefined) return [];
      const cell = (score: typeof change.after) => answerCell(language, score, null, said);
      return [{ ...words, before: cell(change.before), after: cell(change.after) }];
    }),
  };
}
