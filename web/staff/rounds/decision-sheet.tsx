import { useState } from 'preact/hooks';
import type { Decision, Round } from '../../../server/contract/round.schema.ts';
import type { CodedList } from '../../../server/contract/round-list.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { type Departure, DepartureFields } from './departure-fields.tsx';
import { placeTitle } from './round-words.ts';

const noDeparture: Departure = { code: '', place: null, kind: 'family-asked', reason: '' };

/** The commission's decision: who sat, the order, the minutes, and every departure from the proposal with its reason. */
export function DecisionSheet({ round, list, onDone }: { round: Round; list: CodedList | null; onDone: () => void }) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [draft, setDraft] = useState({
    order: '',
    signedOn: todayInKazakhstan(new Date()),
    signatory: me.name,
    members: '',
    quorum: '3',
    minutes: '',
    answerDays: '21',
  });
  const [departures, setDepartures] = useState<readonly Departure[]>([]);
  const [wasTried, setTried] = useState(false);
  const put = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const places: (readonly [string, string])[] = [
    ['', m.rd_no_place()],
    ...round.places.map(({ id }) => [id, placeTitle(round, id, language)] as const),
  ];
  const codes: (readonly [string, string])[] = [
    ['', m.rd_departure_whose()],
    ...(list?.rows ?? []).map(({ code, place }) => [code, `${code}: ${placeTitle(round, place, language)}`] as const),
  ];
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (departures.some(({ code }) => code === '')) return;
    const body: Decision = {
      order: draft.order,
      signedOn: draft.signedOn,
      signatory: draft.signatory,
      members: draft.members
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      quorum: Number(draft.quorum),
      minutes: draft.minutes,
      departures: [...departures],
      answerDays: Number(draft.answerDays),
    };
    if (await run(async () => void (await api.send('POST', `/api/rounds/${round.id}/decision`, body)))) onDone();
  };
  return (
    <form class="sheet stack" onSubmit={submit}>
      <h2>{m.rd_decision()}</h2>
      <p class="small">{m.rd_decision_hint()}</p>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields three">
        <Field
          label={m.rd_order()}
          value={draft.order}
          onValue={(order) => put({ order })}
          input={{ required: true, maxLength: 100 }}
        />
        <Field
          label={m.rd_signed_on()}
          type="date"
          value={draft.signedOn}
          onValue={(signedOn) => put({ signedOn })}
          input={{ required: true }}
        />
        <Field
          label={m.rd_signatory()}
          value={draft.signatory}
          onValue={(signatory) => put({ signatory })}
          input={{ required: true, maxLength: 200 }}
        />
        <Field
          label={m.rd_quorum()}
          type="number"
          value={draft.quorum}
          onValue={(quorum) => put({ quorum })}
          input={{ required: true, min: 2, max: 30 }}
        />
        <Field
          label={m.rd_answer_days()}
          type="number"
          value={draft.answerDays}
          onValue={(answerDays) => put({ answerDays })}
          input={{ required: true, min: 3, max: 60 }}
        />
      </div>
      <TextArea
        label={m.rd_members()}
        hint={m.rd_members_hint()}
        value={draft.members}
        onValue={(members) => put({ members })}
      />
      <TextArea label={m.rd_minutes()} value={draft.minutes} onValue={(minutes) => put({ minutes })} />
      {departures.map((one, index) => (
        <DepartureFields
          key={index}
          number={index + 1}
          {...{ one, codes, places }}
          isCodeMissing={wasTried && one.code === ''}
          onChange={(to) => setDepartures(departures.map((other, at) => (at === index ? { ...other, ...to } : other)))}
          onDrop={() => setDepartures(departures.filter((_, at) => at !== index))}
        />
      ))}
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.rd_decide()}
        </Button>
        <Button look="quiet" onPress={() => setDepartures([...departures, noDeparture])}>
          {m.rd_departure_add()}
        </Button>
      </div>
    </form>
  );
}
