import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { compareNames } from '../classes/compare-names.ts';
import { Choice } from '../ui/field.tsx';
import { purposeWords } from './consent-words.ts';
import { type Gap, gaps, hasGap, type Overview, type OverviewPupil, purposes } from './use-overview.ts';

const words: Readonly<Record<Gap, () => string>> = {
  guardian: m.standing_guardian,
  pupil: m.standing_pupil,
  any: m.consents_any,
  none: m.step_consented,
};

/** One purpose at a time, one class or all, and what is missing, with counts. */
export function ConsentFilters({
  all,
  ofClass,
  overview: { purpose, gap, only, choose },
}: {
  all: readonly OverviewPupil[];
  ofClass: readonly OverviewPupil[];
  overview: Overview;
}) {
  const classes = [...new Map(all.map((row) => [row.class, row.className]))].sort(([, a], [, b]) => compareNames(a, b));
  return (
    <>
      <div class="fields">
        <Choice
          label={m.paper_purpose()}
          {...(purpose === 'assessment' ? {} : { hint: m.paper_purpose_later() })}
          value={purpose}
          options={purposes.map((each) => [each, purposeWords[each]()] as const)}
          onValue={(next) => choose({ purpose: next })}
        />
        <Choice
          label={m.classes_class()}
          value={only}
          options={[['', m.standing_all()] as const, ...classes]}
          onValue={(id) => choose({ class: id })}
        />
      </div>
      <fieldset class="filter" aria-label={m.class_filter()}>
        {gaps.map((each) => (
          <button key={each} type="button" aria-pressed={each === gap} onClick={() => choose({ missing: each })}>
            {words[each]()}{' '}
            <span class="filter-count">{formatNumber(ofClass.filter((row) => hasGap(row, each)).length)}</span>
          </button>
        ))}
      </fieldset>
    </>
  );
}
