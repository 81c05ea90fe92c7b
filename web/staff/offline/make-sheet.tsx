import { useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { useSend } from '../ui/use-send.ts';
import { type Made, makeReady } from './make-ready.ts';

type Props = { schoolClass: string; onMade: () => void };

/** New cards for a class, and this computer made ready for all who may sit. */
export function MakeSheet({ schoolClass, onMade }: Props) {
  const { api } = useStaff();
  const sending = useSend();
  const [step, setStep] = useState<{ done: number; of: number } | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const make = () =>
    sending.run(async () => {
      setMade(await makeReady(api, schoolClass, (done, of) => setStep({ done, of })));
      setStep(null);
      onMade();
    });
  return (
    <section class="sheet stack">
      <h2>{m.offline_make_title()}</h2>
      <p class="no-print">{m.offline_make_lead()}</p>
      {sending.failure === null ? null : <FailureNotice failure={sending.failure} />}
      <p role="status" class="small">
        {step === null ? '' : m.offline_progress({ done: formatNumber(step.done), of: formatNumber(step.of) })}
      </p>
      {made === null ? (
        <div class="row">
          <Button busy={sending.isBusy} onPress={make}>
            {m.offline_make()}
          </Button>
        </div>
      ) : (
        <Ready made={made} />
      )}
    </section>
  );
}

function Ready({ made }: { made: Made }) {
  const skippedFor = (why: string) => formatNumber(made.skipped.filter((one) => one.why === why).length);
  return (
    <>
      <Notice>
        <p>{m.offline_ready({ count: formatNumber(made.codes.length) })}</p>
        <p>{m.offline_sit({ address: location.origin })}</p>
      </Notice>
      {made.skipped.length === 0 ? null : (
        <p>{m.offline_skipped({ consent: skippedFor('consent'), done: skippedFor('done') })}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{m.offline_pupil()}</th>
            <th scope="col">{m.offline_code()}</th>
          </tr>
        </thead>
        <tbody>
          {made.codes.map(({ pid, name, pupilCode }) => (
            <tr key={pid}>
              <th scope="row">{name}</th>
              <td>
                <code>{pupilCode}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row no-print">
        <Button look="quiet" onPress={() => window.print()}>
          {m.offline_print()}
        </Button>
      </div>
    </>
  );
}
