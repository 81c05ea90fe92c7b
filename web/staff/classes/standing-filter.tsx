import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Standing, standingOf, standings, standingWords } from './pupil-filter.ts';

/** «Who is missing what», as buttons with counts; each pupil is counted under one of them. */
export function StandingFilter({
  pupils,
  chosen,
  onChoose,
}: {
  pupils: readonly PupilRow[];
  chosen: Standing | null;
  onChoose: (standing: Standing | null) => void;
}) {
  const count = (standing: Standing) => pupils.filter((row) => standingOf(row) === standing).length;
  return (
    <fieldset class="filter" aria-label={m.class_filter()}>
      <FilterButton
        label={m.standing_all()}
        count={pupils.length}
        isChosen={chosen === null}
        onChoose={() => onChoose(null)}
      />
      {standings.map((standing) => (
        <FilterButton
          key={standing}
          label={standingWords[standing]()}
          count={count(standing)}
          isChosen={chosen === standing}
          onChoose={() => onChoose(standing)}
        />
      ))}
    </fieldset>
  );
}

function FilterButton({
  label,
  count,
  isChosen,
  onChoose,
}: {
  label: string;
  count: number;
  isChosen: boolean;
  onChoose: () => void;
}) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      {label} <span class="filter-count">{formatNumber(count)}</span>
    </button>
  );
}
