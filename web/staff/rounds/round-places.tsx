import { useState } from 'preact/hooks';
import type { Place, Round, RoundOutcome } from '../../../server/contract/round.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fundingWords } from '../alliance/alliance-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { languageWords } from '../ui/language-words.ts';
import { Mark } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { orderWords, reserveWords } from './round-words.ts';

/** Places with their rules and what the proposal makes of them; other numbers of seats can be tried beside it. */
export function RoundPlaces({
  round,
  tried,
  onTried,
}: {
  round: Round;
  tried: RoundOutcome | null;
  onTried: (outcome: RoundOutcome | null) => void;
}) {
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [quotas, setQuotas] = useState<Readonly<Record<string, string>>>({});
  const mayTry = me.role === 'department' && round.proposal !== null && round.state !== 'final';
  const tryIt = () =>
    run(async () => {
      const changed = Object.entries(quotas).flatMap(([place, quota]) =>
        quota === '' ? [] : [{ place, quota: Number(quota) }],
      );
      onTried(await api.send<RoundOutcome>('POST', `/api/rounds/${round.id}/what-if`, { quotas: changed }));
    });
  const shown = tried ?? round.proposal;
  return (
    <section class="sheet stack">
      <h2>{m.rd_places()}</h2>
      {tried === null ? null : (
        <p>
          <Mark tone="warn">
            {m.rd_tried({ placed: formatNumber(tried.placed), candidates: formatNumber(tried.candidates) })}
          </Mark>
        </p>
      )}
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.rd_place()}</th>
            <th scope="col">{m.rd_rules_short()}</th>
            <th scope="col" class="number">
              {m.rd_quota()}
            </th>
            <th scope="col" class="number">
              {m.rd_asked()}
            </th>
            <th scope="col" class="number">
              {m.rd_filled()}
            </th>
            {mayTry ? <th scope="col">{m.rd_try()}</th> : null}
          </tr>
        </thead>
        <tbody>
          {round.places.map((place) => {
            const outcome = shown?.places.find((one) => one.place === place.id);
            return (
              <tr key={place.id}>
                <th scope="row">
                  <PlaceWords place={place} />
                </th>
                <td data-label={m.rd_rules_short()}>
                  <span>
                    {orderWords(place.priority)}
                    {place.reserved
                      .filter(({ seats }) => seats > 0)
                      .map(({ kind, seats }) => (
                        <span key={kind} class="small">
                          <br />
                          {m.rd_reserved({ kind: reserveWords[kind](), n: seats })}
                        </span>
                      ))}
                    {place.lowerTarget === 0 ? null : (
                      <span class="small">
                        <br />
                        {m.rd_target_is({ n: place.lowerTarget })}
                      </span>
                    )}
                  </span>
                </td>
                <td class="number" data-label={m.rd_quota()}>
                  {formatNumber(outcome?.quota ?? place.quota)}
                  {place.returned === 0 ? null : (
                    <span class="small"> {m.rd_returned({ n: formatNumber(place.returned) })}</span>
                  )}
                </td>
                <td class="number" data-label={m.rd_asked()}>
                  {outcome === undefined ? '—' : formatNumber(outcome.asked)}
                </td>
                <td class="number" data-label={m.rd_filled()}>
                  {outcome === undefined ? '—' : formatNumber(outcome.filled)}
                  {outcome !== undefined && outcome.underTarget > 0 ? (
                    <span class="small"> {m.rd_under({ n: outcome.underTarget })}</span>
                  ) : null}
                </td>
                {mayTry ? (
                  <td data-label={m.rd_try()}>
                    <input
                      class="input"
                      type="number"
                      min={0}
                      max={1000}
                      aria-label={m.rd_try()}
                      value={quotas[place.id] ?? ''}
                      placeholder={String(place.quota)}
                      onInput={({ currentTarget }) => setQuotas({ ...quotas, [place.id]: currentTarget.value })}
                    />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
      {mayTry ? (
        <div class="row">
          <Button look="quiet" busy={isBusy} onPress={() => void tryIt()}>
            {m.rd_try_go()}
          </Button>
          {tried === null ? null : (
            <Button look="plain" onPress={() => onTried(null)}>
              {m.rd_try_back()}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** A place in words: what is learned where, in which language, who pays. */
export function PlaceWords({ place }: { place: Place }) {
  const language = useLanguage();
  const { subjectName, organisationName, funding, sponsorName, districtName } = place;
  return (
    <span>
      {subjectName[language]} · {organisationName[language]}{' '}
      <span class="small">
        {languageWords[place.language]()} · {sponsorName === null ? fundingWords[funding]() : sponsorName[language]}
        {districtName === null ? '' : ` · ${districtName[language]}`}
      </span>
    </span>
  );
}
