import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { GrantList, Seat, SeatList } from '../../../server/contract/alliance.schema.ts';
import type { NewRound, PriorityRule, Round } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { choices, useNames } from '../alliance/use-names.ts';
import { useStaff } from '../session/staff-context.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { todayInKazakhstan, windowOf } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { type AskedPlace, isOverShared, nothingAsked, toNewPlace } from './asked-place.ts';
import { PlaceFields } from './place-fields.tsx';
import { orderWords } from './round-words.ts';

/** «Which places do we offer, by which rules, until when?» */
export function NewRoundPage() {
  useLanguage();
  const [year, setYear] = useState(Number(todayInKazakhstan(new Date()).slice(0, 4)));
  const seats = useGet<SeatList>(`/api/alliance/seats?year=${year}`);
  const grants = useGet<GrantList>(`/api/alliance/grants?year=${year}`);
  return (
    <Page title={m.rd_new()} crumbs={<a href="/staff/rounds">{m.nav_rounds()}</a>} lead={<p>{m.rd_new_lead()}</p>}>
      <div class="narrow-field">
        <Field
          label={m.al_year()}
          type="number"
          value={String(year)}
          onValue={(value) => setYear(Number(value))}
          input={{ min: 2024, max: 2100 }}
        />
      </div>
      <Loaded got={seats} lines={6}>
        {(found) => (
          <Loaded got={grants} lines={2}>
            {(paid) => (
              <RoundForm
                key={year}
                year={year}
                seats={found.seats.filter(({ state, free }) => state === 'open' && free !== 0)}
                grants={paid.grants}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Chosen = Readonly<Record<string, AskedPlace>>;

/** Orders of priority to choose from; inside a class the lottery decides, and where there is none, it alone. */
const orders: Readonly<Record<string, readonly PriorityRule[]>> = {
  dlr: ['district', 'language', 'rural'],
  rdl: ['rural', 'district', 'language'],
  ldr: ['language', 'district', 'rural'],
  none: [],
};

function RoundForm({ year, seats, grants }: { year: number; seats: readonly Seat[]; grants: GrantList['grants'] }) {
  const language = useLanguage();
  const { me, api } = useStaff();
  const { route } = useLocation();
  const { got: catalogue, nameOf } = useNames();
  const { isBusy, failure, run } = useSend();
  const [title, setTitle] = useState<Readonly<Record<Language, string>>>({ kk: '', ru: '', en: '' });
  const [lastDay, setLastDay] = useState('');
  const [obligations, setObligations] = useState<Readonly<Record<Language, string>>>({
    kk: m.rd_obligations_default({}, { locale: 'kk' }),
    ru: m.rd_obligations_default({}, { locale: 'ru' }),
    en: m.rd_obligations_default({}, { locale: 'en' }),
  });
  const [chosen, setChosen] = useState<Chosen>({});
  const [order, setOrder] = useState('dlr');
  const [wasTried, setTried] = useState(false);
  const districts = choices(
    (catalogue.value?.districts ?? []).filter(({ region }) => region === me.region),
    language,
  );
  const paying = grants
    .filter(({ state }) => state === 'open')
    .map(({ id, sponsor, free }) => [id, m.rd_grant_of({ sponsor: nameOf(sponsor), n: free ?? 0 })] as const);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const asked = seats.flatMap((seat) => {
      const one = chosen[seat.id];
      return one === undefined || Number(one.quota) < 1 ? [] : [{ seat, one }];
    });
    if (asked.some(({ one }) => isOverShared(one))) return;
    const places = asked.map(({ seat, one }) => toNewPlace(seat, one, orders[order] ?? []));
    const body: NewRound = {
      title,
      year,
      wishesUntil: windowOf(lastDay, lastDay).closesAt,
      cap: 0,
      obligations,
      places,
    };
    let made = '';
    const done = await run(async () => {
      made = (await api.send<Round>('POST', '/api/rounds', body)).id;
    });
    if (done) route(`/staff/rounds/${made}`);
  };
  return (
    <form class="sheet stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields three">
        {languages.map((one) => (
          <Field
            key={one}
            label={m.campaign_title_in({ language: languageWords[one]() })}
            value={title[one]}
            onValue={(words) => setTitle({ ...title, [one]: words })}
            input={{ required: true, maxLength: 200, lang: one }}
          />
        ))}
      </div>
      <div class="narrow-field">
        <Field
          label={m.rd_wishes_until()}
          type="date"
          value={lastDay}
          onValue={setLastDay}
          input={{ required: true }}
        />
      </div>
      <h2>{m.rd_places()}</h2>
      <p class="small">{m.rd_rules()}</p>
      <Choice
        label={m.rd_order_of_priority()}
        value={order}
        options={Object.entries(orders).map(([id, rules]) => [id, orderWords(rules)] as const)}
        onValue={setOrder}
      />
      <ul class="plain-list place-choices">
        {seats.map((seat) => {
          const one = chosen[seat.id] ?? { ...nothingAsked, grant: paying[0]?.[0] ?? '' };
          return (
            <PlaceFields
              key={seat.id}
              title={`${nameOf(seat.subject)} · ${nameOf(seat.organisation)}`}
              {...{ seat, one, districts, paying }}
              wasTried={wasTried}
              onChange={(change) => setChosen({ ...chosen, [seat.id]: { ...one, ...change } })}
            />
          );
        })}
      </ul>
      <h2>{m.rd_obligations()}</h2>
      <div class="fields three">
        {languages.map((one) => (
          <TextArea
            key={one}
            label={languageWords[one]()}
            lang={one}
            rows={7}
            value={obligations[one]}
            onValue={(words) => setObligations({ ...obligations, [one]: words })}
          />
        ))}
      </div>
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {m.rd_create()}
        </Button>
        <a class="button plain" href="/staff/rounds">
          {m.back()}
        </a>
      </div>
    </form>
  );
}
