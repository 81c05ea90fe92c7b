import { useState } from 'preact/hooks';
import type { PupilCase } from '../../../server/contract/case.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import type { CaseFormProps } from './case-form.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseStanding } from './case-standing.tsx';
import { ConflictForm } from './conflict-form.tsx';
import { ConversationForm } from './conversation-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { NoteForm } from './note-form.tsx';
import { Safeguarding } from './safeguarding.tsx';

const forms = {
  conversation: ConversationForm,
  evidence: EvidenceForm,
  note: NoteForm,
  decision: DecisionForm,
  conflict: ConflictForm,
} as const;
type Form = keyof typeof forms;

/** «What follows from all this?»: what a person adds, and decides. */
export function DecisionSection({ pupil }: { pupil: string }) {
  const got = useGet<PupilCase>(`/api/pupils/${encodeURIComponent(pupil)}/case`);
  return (
    <Sheet title={m.case_title()}>
      <p class="soft narrow-text">{m.case_lead()}</p>
      <Loaded got={got} lines={5}>
        {(found) => <Case found={found} onSaved={got.reload} />}
      </Loaded>
    </Sheet>
  );
}

function Case({ found, onSaved }: { found: PupilCase; onSaved: () => void }) {
  const [open, setOpen] = useState<Form | null>(null);
  const [isSaved, setSaved] = useState(false);
  const props: CaseFormProps = {
    found,
    onClose: () => setOpen(null),
    onSaved: () => {
      setSaved(true);
      onSaved();
    },
  };
  const Chosen = open === null ? null : forms[open];
  return (
    <>
      <CaseStanding found={found} />
      {found.appeal === null ? null : <AppealWaits appeal={found.appeal} />}
      {isSaved ? (
        <Notice tone="good">
          <p>{m.case_saved()}</p>
        </Notice>
      ) : null}
      {found.isConflicted ? (
        <Notice tone="warn">
          <p>{m.case_conflicted()}</p>
        </Notice>
      ) : (
        <>
          <Actions mayDecide={found.appeal === null} onOpen={setOpen} />
          <Safeguarding region={found.region} />
          <h3>{m.case_history()}</h3>
          <CaseHistory lines={found.lines} />
        </>
      )}
      {Chosen === null ? null : <Chosen {...props} />}
    </>
  );
}

function Actions({ mayDecide, onOpen }: { mayDecide: boolean; onOpen: (form: Form) => void }) {
  return (
    <div class="row no-print">
      {mayDecide ? <Button onPress={() => onOpen('decision')}>{m.case_do_decide()}</Button> : null}
      <Button look="quiet" onPress={() => onOpen('conversation')}>
        {m.case_do_conversation()}
      </Button>
      <Button look="quiet" onPress={() => onOpen('evidence')}>
        {m.case_do_evidence()}
      </Button>
      <Button look="quiet" onPress={() => onOpen('note')}>
        {m.case_do_note()}
      </Button>
      <Button look="plain" onPress={() => onOpen('conflict')}>
        {m.case_do_conflict()}
      </Button>
    </div>
  );
}

const levelWords = {
  school: m.case_appeal_school,
  department: m.case_appeal_department,
  operator: m.case_appeal_operator,
} as const;

function AppealWaits({ appeal }: { appeal: NonNullable<PupilCase['appeal']> }) {
  return (
    <Notice tone="warn">
      <p>
        {m.case_appeal_waits({ day: formatDay(appeal.at) })} {levelWords[appeal.level]()}
      </p>
      {appeal.mayAnswer ? (
        <p>
          <a class="button quiet" href="/staff/appeals">
            {m.case_appeal_go()}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}
