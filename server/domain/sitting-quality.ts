import { judgeQuality, measureQuality, type QualityPlan, type QualityVerdict } from '../../scoring/index.ts';
import type { StoredAnswer } from './batch.ts';

/** How a sitting's answers came about, as it is kept; `mixedLanguages`: they were given in more than one. */
export type StoredQuality = {
  state: QualityVerdict['state'];
  score: number | null;
  flags: QualityVerdict['flags'][number][];
  referenceId: string | null;
  referenceVersion: string | null;
  mixedLanguages: boolean;
};

type Answers = Readonly<Record<string, StoredAnswer>>;

export type JudgedSitting = {
  answers: Answers;
  seed: number;
  origin: 'person' | 'paper' | 'replay' | 'simulated';
  accommodation?: string | null;
};

/** A longer gap is a break, a lost network or a bell, and no reading time. */
const longestGapMs = 10 * 60_000;

export function qualityOf(plan: QualityPlan, sitting: JudgedSitting): StoredQuality {
  const values = Float64Array.from(plan.items.ids, (id) => sitting.answers[id]?.value ?? Number.NaN);
  // A replayed file has no times, those it was sent with are made; on paper nobody took them.
  const timed =
    sitting.origin === 'replay' || sitting.origin === 'paper' ? {} : { timesMs: timesOf(plan, sitting.answers) };
  const indices = measureQuality(plan, { values, order: plan.orderOf(sitting.seed), ...timed });
  const accommodated = (sitting.accommodation ?? null) !== null;
  const { state, score, flags } = judgeQuality(plan, indices, { accommodated });
  const reference = plan.sharp?.reference ?? null;
  return {
    state,
    score,
    flags: [...flags],
    referenceId: reference?.id ?? null,
    referenceVersion: reference?.version ?? null,
    mixedLanguages: new Set(Object.values(sitting.answers).map(({ language }) => language)).size > 1,
  };
}

/** Milliseconds between an answer and the one given before it; NaN where that says nothing. */
function timesOf({ items }: QualityPlan, answers: Answers): Float64Array {
  const times = new Float64Array(items.ids.length).fill(Number.NaN);
  const given = Object.entries(answers).sort(([, a], [, b]) => a.seq - b.seq);
  for (const [index, [item, { atMs, seq }]] of given.entries()) {
    const before = given[index - 1]?.[1];
    // After a jump in the sequence an earlier answer was changed meanwhile: the gap is not this item's.
    if (before === undefined || seq !== before.seq + 1) continue;
    const took = atMs - before.atMs;
    const position = items.position.get(item);
    if (position !== undefined && took >= 0 && took < longestGapMs) times[position] = took;
  }
  return times;
}
