import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsentSummary, PaperConsent, Purpose, Wording } from '../../../server/contract/consent.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { purposeWords } from './consent-words.ts';
import { type Known, KnownBy } from './known-by.tsx';
import type { OverviewPupil } from './use-overview.ts';
import { WordingCheck } from './wording-check.tsx';

/**
 * A pile of signed papers, one pupil after another: one decision each, for one purpose, with the name as signed. Day, form and how the hand is
 * known stay from paper to paper, nothing else does; there is no button for all of them.
 */
export function ConsentSeries({
  pile,
  purpose,
  onRecorded,
  onClose,
}: {
  pile: readonly OverviewPupil[];
  purpose: Purpose;
  onRecorded: () => void;
  onClose: () => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState(0);
  const [signedOn, setSignedOn] = useState(todayInKazakhstan(new Date()));
  const [signedBy, setSignedBy] = useState('');
  const [known, setKnown] = useState<Known>('in-person');
  const form = useRef<HTMLFormElement>(null);
  const pupil = pile[at];
  const language = pupil?.language ?? 'kk';
  const wording = useGet<Wording>(pupil === undefined ? null : `/api/wordings/${purpose}/guardian/${language}`);
  /** Decided before the wording came: written down when it is there, for this paper only. */
  const [decided, setDecided] = useState<PaperConsent['action'] | null>(null);
  const goOn = (): void => {
    setAt(at + 1);
    setDecided(null);
    setSignedBy('');
    form.current?.querySelector<HTMLInputElement>('.signed-by input')?.focus();
  };
  const record = async (action: PaperConsent['action']): Promise<void> => {
    if (pupil === undefined || form.current?.reportValidity() !== true) return;
    const version = wording.value?.id;
    if (version === undefined) return setDecided(action);
    setDecided(null);
    const what = { purpose, party: 'guardian', action, wording: version, language } as const;
    const body: PaperConsent = { ...what, signedOn, signedBy: signedBy.trim(), knownBy: known };
    const send = async () => {
      await api.send<ConsentSummary>('POST', `/api/pupils/${pupil.pid}/consents`, body);
    };
    if (!(await sending.run(send))) return;
    setDone(done + 1);
    onRecorded();
    goOn();
  };
  const hasWording = wording.value !== null;
  useEffect(() => {
    if (decided !== null && hasWording) void record(decided);
  }, [hasWording]);
  const isBusy = sending.isBusy || (decided !== null && wording.failure === null);
  if (pupil === undefined) return <Over done={done} onClose={onClose} />;
  return (
    <Dialog title={m.series_title({ purpose: purposeWords[purpose]() })} onClose={onClose}>
      <p class="series-pupil" role="status">
        <span class="small">{m.series_place({ at: formatNumber(at + 1), of: formatNumber(pile.length) })}</span>
        <br />
        <strong>{pupil.name}</strong>, {pupil.className}
      </p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form
        ref={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void record('given');
        }}
      >
        <div class="fields">
          <div class="signed-by">
            <Field
              label={m.paper_signed_by()}
              value={signedBy}
              onValue={setSignedBy}
              input={{ required: true, maxLength: 200 }}
            />
          </div>
          <Field
            label={m.paper_signed_on()}
            type="date"
            value={signedOn}
            onValue={setSignedOn}
            input={{ required: true, max: todayInKazakhstan(new Date()) }}
          />
          <KnownBy value={known} onValue={setKnown} />
        </div>
        <WordingCheck wording={wording} />
        <div class="row">
          <Button type="submit" busy={isBusy}>
            {m.series_given()}
          </Button>
          <Button look="quiet" busy={isBusy} onPress={() => void record('withdrawn')}>
            {m.series_refused()}
          </Button>
          <Button look="plain" busy={sending.isBusy} onPress={goOn}>
            {m.series_no_paper()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const Over = ({ done, onClose }: { done: number; onClose: () => void }) => (
  <Dialog title={m.series_over()} onClose={onClose}>
    <p role="status">{m.series_done({ count: formatNumber(done) })}</p>
    <p class="soft">{m.series_next()}</p>
    <div>
      <Button onPress={onClose}>{m.staff_close()}</Button>
    </div>
  </Dialog>
);
