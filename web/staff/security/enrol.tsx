import { useEffect, useState } from 'preact/hooks';
import type { Enrolment, RecoveryCodes } from '../../../server/contract/second-factor.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStaff } from '../session/staff-context.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Scan, then confirm with a code. */
export function Enrol({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const { api } = useStaff();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [code, setCode] = useState('');
  const sending = useSend();
  const begin = async () => setEnrolment(await api.send<Enrolment>('POST', '/api/me/second-factor', {}));
  useEffect(() => void sending.run(begin), []);
  const confirm = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      const { recovery } = await api.send<RecoveryCodes>('PUT', '/api/me/second-factor', { code });
      onDone(recovery);
    });
  };
  const isWrong = sending.failure?.slug === 'second-factor-wrong';
  return (
    <Sheet>
      {sending.failure === null ? null : isWrong ? (
        <Notice tone="bad">
          <p>{m.factor_wrong()}</p>
        </Notice>
      ) : (
        <Trouble failure={sending.failure} safe="" />
      )}
      {enrolment === null ? null : (
        <>
          <p>{m.factor_scan()}</p>
          <QrPicture qr={enrolment.qr} />
          <p class="small">
            {m.factor_secret()} <code class="secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <form class="stack narrow-field" onSubmit={confirm}>
            <p>{m.factor_confirm()}</p>
            <CodeField value={code} onValue={setCode} />
            <Button type="submit" busy={sending.isBusy}>
              {m.factor_turn_on()}
            </Button>
          </form>
        </>
      )}
    </Sheet>
  );
}

/** Black on white whatever the page's colours: cameras want it so. */
function QrPicture({ qr: { size, path } }: { qr: Enrolment['qr'] }) {
  return (
    <svg class="qr" role="img" aria-label={m.factor_qr()} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
