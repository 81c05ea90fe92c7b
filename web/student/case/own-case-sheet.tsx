import type { OwnCase } from '../../../server/contract/case.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useLoad } from '../../ui/use-load.ts';
import { LoadedPart } from '../loaded-part.tsx';
import { AppealForm } from './appeal-form.tsx';
import { AppealLog } from './appeal-log.tsx';
import { WrittenLog } from './written-log.tsx';

export type CaseParty = 'pupil' | 'guardian';

/** Where the pupil stands on the road to teaching, why and who said so; the way to have it looked at again. */
export function OwnCaseSheet({ api, party }: { api: PupilApi; party: CaseParty }) {
  const language = useLanguage();
  const calls = party === 'pupil' ? api.ownCase : api.guardianCase;
  const own = useLoad(`${party} ${language}`, calls.read);
  return (
    <Sheet title={m.own_case_title()}>
      <LoadedPart load={own}>
        {(found) => (
          <AppealForm first={found} send={calls.appeal} key={language}>
            {(current) => <Standing found={current} party={party} />}
          </AppealForm>
        )}
      </LoadedPart>
    </Sheet>
  );
}

function Standing({ found, party }: { found: OwnCase; party: CaseParty }) {
  return (
    <>
      <p>
        <strong>{(party === 'pupil' ? pupilWords : guardianWords)(found)}</strong>
      </p>
      {found.reason === null ? null : <blockquote class="said">{found.reason}</blockquote>}
      {found.decidedBy === null || found.decidedAt === null ? null : (
        <p class="small">{m.own_case_by({ name: found.decidedBy, day: formatDay(found.decidedAt) })}</p>
      )}
      {found.isCandidate ? <p>{party === 'pupil' ? m.own_case_pool() : m.own_case_child_pool()}</p> : null}
      <AppealLog appeals={found.appeals} />
      {party === 'pupil' ? <WrittenLog lines={found.written} /> : null}
      <p class="small">
        <strong>{m.own_case_help()}:</strong> {found.helpline}
      </p>
    </>
  );
}

const dayOf = ({ plannedOn }: OwnCase): string => (plannedOn === null ? '—' : formatDay(plannedOn));

function pupilWords(found: OwnCase): string {
  if (found.standing === 'recommended') return m.own_case_recommended();
  return found.standing === 'second-conversation' ? m.own_case_second({ day: dayOf(found) }) : m.own_case_none();
}

function guardianWords(found: OwnCase): string {
  if (found.standing === 'recommended') return m.own_case_child_recommended();
  return found.standing === 'second-conversation'
    ? m.own_case_child_second({ day: dayOf(found) })
    : m.own_case_child_none();
}
