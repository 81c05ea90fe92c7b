import { useState } from 'preact/hooks';
import type { SecondFactor } from '../../../server/contract/second-factor.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { Enrol } from './enrol.tsx';
import { FactorOn } from './factor-on.tsx';
import { RecoveryCodeList } from './recovery-code-list.tsx';

/** «How well is my account guarded?» */
export function FactorPage() {
  useLanguage();
  const { me, session } = useStaff();
  const got = useGet<SecondFactor>('/api/me/second-factor');
  const [isEnrolling, setEnrolling] = useState(false);
  const [fresh, setFresh] = useState<readonly string[] | null>(null);
  const kept = () => {
    setFresh(null);
    setEnrolling(false);
    got.reload();
    // What the policy kept closed opens with the new state of the account.
    void session.renew();
  };
  return (
    <Page title={m.factor_title()} lead={<p>{m.factor_lead()}</p>}>
      {me.secondFactor === 'first' ? (
        <Notice tone="warn">
          <p>{m.factor_first()}</p>
        </Notice>
      ) : null}
      {fresh !== null ? (
        <RecoveryCodeList codes={fresh} onKept={kept} />
      ) : (
        <Loaded got={got} lines={4}>
          {(found) =>
            found.enrolledAt !== null ? (
              <FactorOn found={found} onFresh={setFresh} onChanged={kept} />
            ) : isEnrolling ? (
              <Enrol onDone={setFresh} />
            ) : (
              <Sheet>
                <p>{m.factor_off()}</p>
                <div class="row">
                  <Button onPress={() => setEnrolling(true)}>{m.factor_begin()}</Button>
                </div>
              </Sheet>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
