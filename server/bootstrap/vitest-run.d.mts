export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}
export function tallyOf(report: unknown, code: number | null): Tally;
