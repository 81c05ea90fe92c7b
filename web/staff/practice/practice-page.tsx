import { useState } from 'preact/hooks';
import type { Practice, PracticeList } from '../../../server/contract/practice.schema.ts';
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useNames } from '../alliance/use-names.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { FeedbackSheet } from './feedback-sheet.tsx';
import { PracticeForm } from './practice-form.tsx';

const states: Readonly<Record<Practice['state'], readonly [tone: Tone, words: () => string]>> = {
  asked: ['warn', m.pr_asked],
  assigned: ['going', m.pr_assigned],
  running: ['going', m.pr_running],
  ended: ['good', m.pr_ended],
  withdrawn: ['none', m.al_withdrawn],
};

/** «Which trainees come to us, and how well prepared do young teachers come?» */
export function PracticePage() {
  useLanguage();
  const { me } = useStaff();
  const got = useGet<PracticeList>('/api/alliance/practices');
  const { got: catalogue, nameOf } = useNames();
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title={m.pr_title()}
      lead={<p>{me.role === 'university' ? m.pr_lead_university() : m.pr_lead()}</p>}
      actions={
        me.role === 'principal' ? (
          <Button look="quiet" onPress={() => setOpen(true)}>
            {m.pr_ask()}
          </Button>
        ) : undefined
      }
    >
      <Loaded got={got} lines={4}>
        {({ practices }) => (
          <section class="sheet stack">
            {practices.length === 0 ? (
              <Empty title={m.pr_empty()}>{m.pr_empty_next()}</Empty>
            ) : (
              <ul class="plain-list wide-gap">
                {practices.map((one) => (
                  <PracticeLine key={one.id} practice={one} nameOf={nameOf} onChanged={got.reload} />
                ))}
              </ul>
            )}
          </section>
        )}
      </Loaded>
      <Loaded got={catalogue} lines={4}>
        {(names) => (
          <>
            <FeedbackSheet names={names} nameOf={nameOf} />
            {isOpen ? (
              <Dialog title={m.pr_ask()} onClose={() => setOpen(false)}>
                <PracticeForm
                  names={names}
                  onDone={() => {
                    setOpen(false);
                    got.reload();
                  }}
                />
              </Dialog>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PracticeLine({
  practice,
  nameOf,
  onChanged,
}: {
  practice: Practice;
  nameOf: (id: string) => string;
  onChanged: () => void;
}) {
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const step = async (to: Practice['state'], assigned = 0) => {
    const done = await run(async () => {
      await api.send('POST', `/api/alliance/practices/${practice.id}/steps`, { to, assigned });
    });
    if (done) onChanged();
  };
  const isUniversity = me.role === 'university';
  const { state, count, subject, from, to, note, organisation, assigned } = practice;
  return (
    <li class="stack">
      <p>
        <strong>{nameOf(subject)}</strong>:{' '}
        {m.pr_line({ count: formatNumber(count), from: formatMonth(from), to: formatMonth(to) })}
        {note === '' ? '' : ` — ${note}`} <Mark tone={states[state][0]}>{states[state][1]()}</Mark>
        {organisation === null ? null : (
          <span class="small"> {m.pr_sent({ name: nameOf(organisation), n: formatNumber(assigned) })}</span>
        )}
      </p>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
      <div class="row">
        {isUniversity && state === 'asked' ? (
          <Button look="quiet" busy={isBusy} onPress={() => void step('assigned', count)}>
            {m.pr_do_assign({ n: formatNumber(count) })}
          </Button>
        ) : null}
        {isUniversity && state === 'assigned' ? (
          <Button look="quiet" busy={isBusy} onPress={() => void step('running')}>
            {m.pr_do_begin()}
          </Button>
        ) : null}
        {state === 'running' ? (
          <Button look="quiet" busy={isBusy} onPress={() => void step('ended')}>
            {m.pr_do_end()}
          </Button>
        ) : null}
        {!isUniversity && (state === 'asked' || state === 'assigned') ? (
          <Button look="plain" busy={isBusy} onPress={() => void step('withdrawn')}>
            {m.al_withdraw()}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
