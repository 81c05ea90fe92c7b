import { useState } from 'preact/hooks';
import type { RecoveryCodes, SecondFactor } from '../../../server/contract/second-factor.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStaff } from '../session/staff-context.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { Mark } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** It is on: new recovery codes, or without it again, each for a code. */
export function FactorOn({
  found,
  onFresh,
  onChanged,
}: {
  found: SecondFactor;
  onFresh: (codes: readonly string[]) => void;
  onChanged: () => void;
}) {
  const { api } = useStaff();
  const [code, setCode] = useState('');
  const sending = useSend();
  const renew = () =>
    void sending.run(async () => {
      const { recovery } = await api.send<RecoveryCodes>('POST', '/api/me/second-factor/recovery', { code });
      onFresh(recovery);
    });
  const remove = () =>
    void sending.run(async () => {
      await api.send<void>('POST', '/api/me/second-factor/removal', { code });
      onChanged();
    });
  return (
    <Sheet>
      <p>
        <Mark tone="good">{m.factor_on({ day: formatDay(found.enrolledAt ?? '') })}</Mark>
      </p>
      <p>{m.factor_left({ n: formatNumber(found.recoveryLeft) })}</p>
      {sending.failure === null ? null : sending.failure.slug === 'second-factor-wrong' ? (
        <Notice tone="bad">
          <p>{m.factor_wrong()}</p>
        </Notice>
      ) : (
        <Trouble failure={sending.failure} safe="" />
      )}
      <div class="narrow-field">
        <CodeField value={code} onValue={setCode} />
      </div>
      <div class="row">
        <Button look="quiet" busy={sending.isBusy || code === ''} onPress={renew}>
          {m.factor_renew()}
        </Button>
        {found.isRequired ? null : (
          <Button look="danger" busy={sending.isBusy || code === ''} onPress={remove}>
            {m.factor_remove()}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
