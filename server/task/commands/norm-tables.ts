import type { NormDetail, NormHeadWire } from '../../contract/norm.schema.ts';
import { leastSittings } from '../../domain/norm/norm-version.ts';

type Status = {
  language: string;
  submitted: number;
  valid: number;
  required: number;
  enough: boolean;
  inForce: string | null;
};

export const statusTable = (rows: readonly Status[]): string =>
  table([
    ['language', 'handed in', 'valid', 'needed', 'norm in force'],
    ...rows.map(({ language, submitted, valid, required, inForce }) => [
      language,
      `${submitted}`,
      `${valid}`,
      `${required}`,
      inForce ?? '–',
    ]),
  ]);

export const normTables = (norms: readonly NormHeadWire[]): string =>
  table([
    ['norm', 'n', 'state', 'built', 'decided'],
    ...norms.map((norm) => {
      const decided = norm.withdrawn ?? norm.published;
      const by = decided === null ? '–' : `${decided.at.slice(0, 10)} ${decided.name}: ${decided.reason}`;
      return [norm.id, `${norm.n}`, norm.state, `${norm.builtAt.slice(0, 10)} ${norm.builtBy}`, by];
    }),
  ]);

/** One norm, scale by scale, beside what was in force. */
export function normTable(norm: NormDetail): string {
  const number = (value: number | undefined | null, digits = 3): string =>
    value === undefined || value === null ? '–' : value.toFixed(digits);
  const { effect } = norm;
  const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const invited =
    effect === null
      ? ''
      : `invited to talk: ${share(effect.invitedBefore)} → ${share(effect.invitedAfter)} (by the index ${share(effect.byIndexAfter)})\n`;
  // Beside nothing there is nothing to compare with.
  const isFirst = norm.scales.every(({ current }) => current === null);
  const beside = isFirst ? [] : ['old mean', 'T shift', 'stanine moved'];
  return `${norm.id}: ${norm.state}, n = ${norm.n} of ${norm.sample.valid} valid of ${norm.sample.submitted} handed in; ${norm.population.en}\n${invited}${table(
    [
      ['scale', 'n', 'mean', 'sd', 'reliability', 'sem', ...beside],
      ...norm.scales.map(({ scale, next, current, shift }) => [
        scale,
        `${next.n}`,
        number(next.mean),
        number(next.sd),
        number(next.reliability),
        number(next.sem),
        ...(isFirst
          ? []
          : [number(current?.mean), number(shift?.meanShift, 2), shift === null ? '–' : share(shift.stanineMoved)]),
      ]),
    ],
  )}${fewIn(norm)}${isFirst ? 'There was no norm in force to compare with.\n' : ''}`;
}

/** Scales that need more of a sitting than most gave rest on fewer people than the norm as a whole. */
function fewIn({ scales }: NormDetail): string {
  const few = scales.filter(({ next }) => next.n < leastSittings).map(({ scale, next }) => `${scale} ${next.n}`);
  return few.length === 0 ? '' : `Fewer than ${leastSittings} people: ${few.join(', ')}\n`;
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
