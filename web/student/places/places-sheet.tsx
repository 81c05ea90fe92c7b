import type { FamilyStep, OwnPlaces } from '../../../server/contract/own-places.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { LoadedPart } from '../loaded-part.tsx';
import { placesAnchor } from './offer-notice.tsx';
import { OwnReferral } from './own-referral.tsx';
import type { OwnPlacesDesk } from './use-own-places.ts';
import { WishForm } from './wish-form.tsx';

/** Places to study teaching: what is offered, own wishes, what came of them and why. Shown once it means something. */
export function PlacesSheet({ api, desk }: { api: PupilApi; desk: OwnPlacesDesk }) {
  const language = useLanguage();
  return (
    <div id={placesAnchor}>
      <Sheet title={m.pl_title()}>
        <LoadedPart load={desk.load}>
          {(loaded) => <Places key={language} api={api} desk={desk} own={desk.own ?? loaded} />}
        </LoadedPart>
      </Sheet>
    </div>
  );
}

/** The day that is over at that instant: midnight ends the day before. */
const lastDayBefore = (instant: string): string => formatDay(new Date(Date.parse(instant) - 1).toISOString());

const missingWords = {
  wish: m.pl_missing_wish,
  'guardian-consent': m.pl_missing_guardian,
  'own-consent': m.pl_missing_own,
} as const;

function Places({ api, desk, own }: { api: PupilApi; desk: OwnPlacesDesk; own: OwnPlaces }) {
  const language = useLanguage();
  const { failure, send } = desk;
  const { round, missing, referrals } = own;
  const answer = (step: FamilyStep) => send(() => api.places.answer(step));
  return (
    <>
      {failure === null ? null : <FailureNotice failure={failure} onRetry={desk.again} />}
      {referrals.map((one) => (
        <OwnReferral
          key={one.id}
          api={api}
          referral={one}
          onAnswer={answer}
          onCheckIn={(checkIn) => send(() => api.places.checkIn(checkIn))}
        />
      ))}
      {round === null ? (
        <p>{m.pl_no_round()}</p>
      ) : (
        <>
          <p>
            <strong>{round.title[language]}</strong>
          </p>
          {own.code === null ? null : (
            <p class="small">
              {m.pl_code()} <strong class="own-code">{own.code}</strong>
            </p>
          )}
          {round.closedEarly === null ? null : <p>{m.pl_closed_early({ reason: round.closedEarly })}</p>}
          <Explanation lines={own.explanation} />
          {round.state === 'open' && missing.length === 0 ? (
            <>
              <p>{m.pl_until({ day: lastDayBefore(round.wishesUntil) })}</p>
              <details>
                <summary>{m.pl_obligations()}</summary>
                <p>{round.obligations}</p>
              </details>
              <WishForm
                key={own.wishes.join()}
                places={round.places}
                wishes={own.wishes}
                most={round.cap === 0 ? round.places.length : round.cap}
                onSave={(wishes) => send(() => api.places.wish({ round: round.id, wishes: [...wishes] }))}
              />
            </>
          ) : null}
          {round.state === 'open' && missing.length > 0 ? (
            <>
              <p>{m.pl_missing()}</p>
              <ul class="points">
                {missing.map((one) => (
                  <li key={one}>{missingWords[one]()}</li>
                ))}
              </ul>
            </>
          ) : null}
          {round.state === 'final' && !referrals.some(({ hasLetter }) => hasLetter) ? <p>{m.pl_next()}</p> : null}
          {round.state === 'cancelled' ? <p>{m.pl_cancelled()}</p> : null}
          {round.state === 'frozen' || round.state === 'proposed' ? <p>{m.pl_wait()}</p> : null}
        </>
      )}
      {own.earlier.map(({ id, title, code, explanation }) => (
        <details key={id}>
          <summary>{m.pl_earlier({ round: title[language] })}</summary>
          <p class="small">
            {m.pl_code()} <strong class="own-code">{code}</strong>
          </p>
          <Explanation lines={explanation} />
        </details>
      ))}
    </>
  );
}

function Explanation({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
