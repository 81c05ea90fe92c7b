import { useState } from 'preact/hooks';
import type { AppealAnswer, AppealList } from '../../../server/contract/appeal.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import type { Appeal } from './appeal-card.tsx';
import { type Standing, standingWords } from './case-words.ts';

type Outcome = 'keep' | Standing;

/** The decision stands, or becomes another; with reasons either way. */
export function AppealAnswerForm({ appeal, onAnswered }: { appeal: Appeal; onAnswered: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [outcome, setOutcome] = useState<Outcome>('keep');
  const [plannedOn, setPlannedOn] = useState('');
  const [reason, setReason] = useState('');
  const wrong = wrongFields(sending.failure);
  const mayRecommend = appeal.wish === true && appeal.conversations > 0;
  const others = (['recommended', 'second-conversation', 'not-discussed'] as const).filter(
    (each) => each !== appeal.standing && (each !== 'recommended' || mayRecommend),
  );
  const send = async (event: Event) => {
    event.preventDefault();
    const body: AppealAnswer = {
      reason,
      ruling:
        outcome === 'keep'
          ? null
          : { standing: outcome, plannedOn: outcome === 'second-conversation' ? plannedOn : null },
    };
    const isSent = await sending.run(async () => {
      await api.send<AppealList>('POST', `/api/appeals/${appeal.pid}/answer`, body);
    });
    if (isSent) onAnswered();
  };
  return (
    <form class="stack" onSubmit={send}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice<Outcome>
          label={m.appeals_outcome()}
          value={outcome}
          options={[['keep', m.appeals_keep()], ...others.map((each) => [each, standingWords[each][1]()] as const)]}
          onValue={setOutcome}
        />
        {outcome === 'second-conversation' ? (
          <Field
            label={m.case_plan()}
            type="date"
            value={plannedOn}
            onValue={setPlannedOn}
            error={wrong.has('plannedOn') ? m.case_plan_wrong() : undefined}
            input={{ required: true, min: todayInKazakhstan(new Date()) }}
          />
        ) : null}
      </div>
      <TextArea
        label={m.appeals_reason()}
        value={reason}
        onValue={setReason}
        error={wrong.has('reason') || wrong.has('text') ? m.case_reason_wrong() : undefined}
      />
      <div class="row">
        <Button type="submit" busy={sending.isBusy}>
          {m.appeals_answer()}
        </Button>
      </div>
    </form>
  );
}
