import type { ReportRow, ScaleCell } from '../contract/campaign.schema.ts';

type Shown = Extract<ScaleCell, { kind: 'shown' }>;
type Participation = ReportRow['participation'];

export const sumParticipation = (all: readonly Participation[]): Participation =>
  all.reduce(
    (sum, one) => ({
      pupils: sum.pupils + one.pupils,
      consented: sum.consented + one.consented,
      started: sum.started + one.started,
      submitted: sum.submitted + one.submitted,
    }),
    { pupils: 0, consented: 0, started: 0, submitted: 0 },
  );

/**
 * A country's cell as the sum of its regions' released ones. Only what is told goes in, so nothing new comes out: a band that
 * one region hides is hidden in the country, a mean that one region hides too. Regions that show nothing are left out.
 * The deviation is that of all pupils together: within regions and between them.
 */
export function addUpCells(scale: string, cells: readonly ScaleCell[]): ScaleCell {
  const shown = cells.filter((cell): cell is Shown => cell.kind === 'shown');
  if (shown.length === 0) return { kind: 'hidden', scale };
  const n = shown.reduce((sum, cell) => sum + cell.n, 0);
  const mean = total(shown, ({ mean: one, n: of }) => (one === null ? null : one * of));
  const squares = total(shown, ({ mean: one, sd, n: of }) =>
    one === null || sd === null ? null : sd * sd * (of - 1) + of * one * one,
  );
  const average = mean === null ? null : mean / n;
  const variance = squares === null || average === null || n < 2 ? null : (squares - n * average * average) / (n - 1);
  return {
    kind: 'shown',
    scale,
    n,
    mean: average,
    sd: variance === null ? null : Math.sqrt(Math.max(0, variance)),
    histogram: (shown[0]?.histogram ?? []).map((_, band) => total(shown, ({ histogram }) => histogram[band] ?? null)),
  };
}

/** Null as soon as one part is not told. */
function total(shown: readonly Shown[], part: (cell: Shown) => number | null): number | null {
  let sum = 0;
  for (const cell of shown) {
    const one = part(cell);
    if (one === null) return null;
    sum += one;
  }
  return sum;
}
