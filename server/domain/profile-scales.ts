import { describe, tBand } from '../../scoring/index.ts';
import type { ProfileScale } from '../contract/profile.schema.ts';
import { mainScales } from './main-scales.ts';
import { scaleResults } from './profile-words.ts';
import type { ReportSource } from './report/basis.ts';
import { groupName, scaleGroups } from './scale-groups.ts';

/** Every scale of the profile for the counsellor, in the form's order: no T without its error, no mean without one. */
export function profileScales({ plan, result, text, instrument }: ReportSource): ProfileScale[] {
  const groups = scaleGroups(instrument);
  const main = mainScales(instrument);
  const words = new Map(describe(plan, result, text).map((one) => [one.scale, one]));
  const told = new Map(scaleResults(result, plan, text).map((one) => [one.scale, one]));
  return plan.scales.flatMap((declared) => {
    const one = told.get(declared.id);
    const described = words.get(declared.id);
    if (one === undefined) return [];
    const score = described?.kind === 'described' ? described.score : null;
    const band = score === null ? null : tBand(declared, score);
    const group = groups.get(declared.id) ?? instrument.id;
    return [
      {
        ...one,
        t: band === null ? null : one.t,
        stanine: null,
        percentile: null,
        group,
        groupName: groupName(text, group),
        from: declared.lowest,
        to: declared.highest,
        tLow: band?.low ?? null,
        tHigh: band?.high ?? null,
        nearest: described?.kind === 'described' ? described.anchorWords : null,
        isPart: !main.has(declared.id),
      },
    ];
  });
}
