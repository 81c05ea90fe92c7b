import type { PupilCase } from '../../../server/contract/case.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { ConsentMark } from '../consent/consent-mark.tsx';
import { Mark } from '../ui/mark.tsx';
import { standingWords } from './case-words.ts';

/** Where it stands: the decision, the pupil's wish, both consents to the department, and whether the department sees them. */
export function CaseStanding({ found }: { found: PupilCase }) {
  const [tone, words] = standingWords[found.standing];
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{m.case_state()}</dt>
          <dd>
            <strong>
              <Mark tone={tone}>{words()}</Mark>
            </strong>
            {found.standing === 'second-conversation' && found.plannedOn !== null ? (
              <p class="small">{m.case_planned_on({ day: formatDay(found.plannedOn) })}</p>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{m.case_wish()}</dt>
          <dd>{wishWords(found.wish)}</dd>
        </div>
        <div>
          <dt>{m.case_department()}</dt>
          <dd class="stack-tight">
            <span>
              {m.party_guardian()}: <ConsentMark state={found.department.guardian} />
            </span>
            <span>
              {m.party_pupil()}: <ConsentMark state={found.department.pupil} />
            </span>
          </dd>
        </div>
        <div>
          <dt>{m.case_responsible()}</dt>
          <dd>{found.responsible?.name ?? m.case_responsible_none()}</dd>
        </div>
      </dl>
      <p class="small narrow-text">{found.isCandidate ? m.case_in_pool() : m.case_not_in_pool()}</p>
    </>
  );
}

export function wishWords(wish: boolean | null): string {
  if (wish === null) return m.case_wish_unknown();
  return wish ? m.case_wish_yes() : m.case_wish_no();
}
