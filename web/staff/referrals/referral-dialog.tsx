import { useState } from 'preact/hooks';
import type { OpenedName, Referral } from '../../../server/contract/referral.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { PlaceWords } from '../rounds/round-places.tsx';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { download } from '../ui/download.ts';
import { Choice, Field } from '../ui/field.tsx';
import { Mark } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { CheckIns } from './check-ins.tsx';
import { partyWords, statusWords, stepWords, whyWords } from './referral-words.ts';

type Props = { referral: Referral; onClose: () => void; onChanged: () => void };

const needsReason = (to: Referral['status']): boolean => to === 'revoked' || to === 'left';

/** One referral: where it stands, its history, the steps that are the reader's, the name behind a reason, the letter. */
export function ReferralDialog({ referral, onClose, onChanged }: Props) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [reason, setReason] = useState('');
  const step = async (to: Referral['status']) => {
    const done = await run(async () => {
      await api.send('POST', `/api/referrals/${referral.id}/steps`, {
        to,
        reason: reason.trim() === '' ? null : reason,
      });
    });
    if (done) onChanged();
  };
  return (
    <Dialog title={m.rf_referral({ number: referral.number })} onClose={onClose}>
      <div class="stack">
        <p>
          <PlaceWords place={referral.place} />
        </p>
        <p>
          <Mark tone={statusWords[referral.status][0]}>{statusWords[referral.status][1]()}</Mark>
        </p>
        {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
        {referral.steps.length === 0 ? null : (
          <>
            {referral.steps.some(needsReason) ? (
              <Field
                label={m.rf_reason()}
                hint={m.rf_reason_hint()}
                value={reason}
                onValue={setReason}
                input={{ maxLength: 400 }}
              />
            ) : null}
            <div class="row">
              {referral.steps.map((to) => (
                <Button key={to} look={needsReason(to) ? 'danger' : 'main'} busy={isBusy} onPress={() => void step(to)}>
                  {stepWords[to]()}
                </Button>
              ))}
            </div>
          </>
        )}
        <CheckIns referral={referral} />
        <FollowUpForm referral={referral} onChanged={onChanged} />
        <NameAndLetter referral={referral} />
        <h3>{m.rf_history()}</h3>
        <ol class="log">
          {referral.history.map(({ to, at, by, who, reason: why }) => (
            <li key={`${at}${to}`}>
              {formatInstant(at)}: {statusWords[to][1]()} —{' '}
              {who === by
                ? partyWords[by]()
                : `${partyWords[by]()}, ${who === 'waiting-list' ? m.rf_waiting_list() : who}`}
              {why === null ? '' : `: ${whyWords(why)}`}
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

function FollowUpForm({ referral, onChanged }: Omit<Props, 'onClose'>) {
  const { me, api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [unt, setUnt] = useState(referral.unt ?? '');
  const [teachesAt, setTeachesAt] = useState(referral.teachesAt ?? '');
  const [isSaved, setSaved] = useState(false);
  const { status, place } = referral;
  // The national test belongs to the road after grade 11; a school is named once somebody teaches there.
  const asksTest = place.after === 'grade-11' && ['accepted', 'enrolled', 'in-practice', 'placed'].includes(status);
  const asksSchool = me.role === 'department' && (status === 'in-practice' || status === 'placed');
  if (!asksTest && !asksSchool) return null;
  const save = async () => {
    const body = { unt: unt === '' ? null : unt, teachesAt: teachesAt.trim() === '' ? null : teachesAt };
    const done = await run(async () => {
      await api.send('PUT', `/api/referrals/${referral.id}/follow-up`, body);
    });
    setSaved(done);
    if (done) onChanged();
  };
  return (
    <div class="stack">
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        {asksTest ? (
          <Choice
            label={m.rf_unt()}
            value={unt}
            options={[
              ['', m.rf_unt_unknown()],
              ['passed', m.rf_unt_passed()],
              ['not-passed', m.rf_unt_not()],
            ]}
            onValue={setUnt}
          />
        ) : null}
        {asksSchool ? (
          <Field label={m.rf_teaches_at()} value={teachesAt} onValue={setTeachesAt} input={{ maxLength: 200 }} />
        ) : null}
      </div>
      <div class="row">
        <Button look="quiet" busy={isBusy} onPress={() => void save()}>
          {m.al_save()}
        </Button>
        <span role="status">{isSaved ? m.staff_saved() : ''}</span>
      </div>
    </div>
  );
}

function NameAndLetter({ referral }: { referral: Referral }) {
  const language = useLanguage();
  const { api, session } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [reason, setReason] = useState('');
  const [name, setName] = useState<OpenedName | null>(null);
  if (!referral.mayBeNamed) return <p class="small">{m.rf_no_consent()}</p>;
  const open = () =>
    run(async () => {
      setName(await api.send<OpenedName>('POST', `/api/referrals/${referral.id}/name`, { reason }));
    });
  const letter = (of: 'kk' | 'ru') =>
    run(async () => {
      const wanted = new URLSearchParams({ language: of, address: location.origin });
      download('referral.pdf', await fetchFile(session, `/api/referrals/${referral.id}/letter?${wanted}`));
    });
  return (
    <div class="stack">
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
      {name === null ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <Field
            label={m.rf_name_reason()}
            hint={m.rf_name_hint()}
            value={reason}
            onValue={setReason}
            input={{ required: true, maxLength: 200 }}
          />
          <div class="row">
            <Button look="quiet" type="submit" busy={isBusy}>
              {m.rf_name_open()}
            </Button>
          </div>
        </form>
      ) : (
        <p>
          <strong>
            {name.familyName} {name.givenName}
          </strong>
          , {name.school[language]}
        </p>
      )}
      <div class="row">
        <Button look="plain" busy={isBusy} onPress={() => void letter('kk')}>
          {m.rf_letter_kk()}
        </Button>
        <Button look="plain" busy={isBusy} onPress={() => void letter('ru')}>
          {m.rf_letter_ru()}
        </Button>
      </div>
    </div>
  );
}
