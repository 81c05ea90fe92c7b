import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Round, RoundOutcome } from '../../../server/contract/round.schema.ts';
import type { CodedList } from '../../../server/contract/round-list.schema.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { formatLastDay } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { CodedSheet } from './coded-sheet.tsx';
import { DecisionSheet } from './decision-sheet.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundPlaces } from './round-places.tsx';
import { departureWords, placeTitle, stateWords, whatWords } from './round-words.ts';

/** «Who gets which place, and why?» A round from open wishes to the commission's decision. */
export function RoundPage() {
  const language = useLanguage();
  const { me } = useStaff();
  const { params } = useRoute();
  const id = params.round ?? '';
  const got = useGet<Round>(`/api/rounds/${encodeURIComponent(id)}`);
  const [tried, setTried] = useState<RoundOutcome | null>(null);
  const round = got.value;
  const hasList = round !== null && round.lotterySeed !== null;
  const list = useGet<CodedList>(hasList ? `/api/rounds/${encodeURIComponent(id)}/list?language=${language}` : null);
  const reload = () => {
    got.reload();
    list.reload();
  };
  return (
    <Page
      title={round?.title[language] ?? m.rd_round()}
      crumbs={<a href="/staff/rounds">{m.nav_rounds()}</a>}
      lead={
        round === null ? (
          <p class="waiting short" />
        ) : (
          <p>
            {m.rd_about({
              region: round.regionName[language],
              year: round.year,
              until: formatLastDay(round.wishesUntil),
            })}
          </p>
        )
      }
    >
      <Loaded got={got} lines={10}>
        {(value) => (
          <>
            <section class="sheet stack">
              <div class="row spread">
                <h2>{m.rd_where()}</h2>
                <Mark tone={stateWords[value.state][0]}>{stateWords[value.state][1]()}</Mark>
              </div>
              <p>{m.rd_wishing_now({ n: formatNumber(value.wishing) })}</p>
              {value.proposal === null ? null : (
                <p>
                  {m.rd_summary({
                    placed: formatNumber(value.proposal.placed),
                    candidates: formatNumber(value.proposal.candidates),
                    first: formatNumber(value.proposal.byRank[0] ?? 0),
                  })}
                </p>
              )}
              {me.role === 'department' ? <RoundActions round={value} onDone={reload} /> : null}
              <ol class="log">
                {value.history.map(({ at, who, what, reason }) => (
                  <li key={`${at}${what}`}>
                    {formatInstant(at)}: {whatWords[what]()} ({who}){reason === null ? '' : `: ${reason}`}
                  </li>
                ))}
              </ol>
              {value.lotterySeed === null ? null : <p class="small">{m.rd_seed({ seed: value.lotterySeed })}</p>}
            </section>
            <RoundPlaces round={value} tried={tried} onTried={setTried} />
            {value.lotterySeed === null ? null : <CodedSheet round={value} got={list} />}
            {value.state === 'proposed' && me.role === 'department' ? (
              <DecisionSheet round={value} list={list.value} onDone={reload} />
            ) : null}
            {value.decision === null ? null : <DecisionMade round={value} />}
            <section class="sheet stack">
              <h2>{m.rd_obligations()}</h2>
              <p>{value.obligations[language]}</p>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function DecisionMade({ round }: { round: Round }) {
  const language = useLanguage();
  const { decision } = round;
  if (decision === null) return null;
  return (
    <section class="sheet stack">
      <h2>{m.rd_decision()}</h2>
      <p>
        {m.rd_decided({
          order: decision.order,
          day: formatDay(`${decision.signedOn}T00:00:00Z`),
          signatory: decision.signatory,
        })}
      </p>
      <p>{m.rd_members_were({ members: decision.members.join(', '), quorum: decision.quorum })}</p>
      <p>{decision.minutes}</p>
      {decision.departures.length === 0 ? (
        <p>{m.rd_no_departures()}</p>
      ) : (
        <ul class="plain-list">
          {decision.departures.map(({ code, place, kind, reason }) => (
            <li key={code}>
              <span class="code-like">{code}</span> → {placeTitle(round, place, language)}: {departureWords[kind]()}.{' '}
              {reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
