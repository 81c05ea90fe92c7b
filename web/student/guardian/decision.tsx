import { useState } from 'preact/hooks';
import type { Wording } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { GuardianStanding } from './consent-standing.tsx';

type Props = {
  standing: GuardianStanding;
  text: Wording;
  isBusy: boolean;
  onDecide: (action: 'given' | 'withdrawn') => void;
};

/** Agree or refuse, with buttons of equal size; where consent stands, the way to take it back, asked once more. */
export function Decision({ standing, text, isBusy, onDecide }: Props) {
  const [isAsking, setAsking] = useState(false);
  const decide = (action: 'given' | 'withdrawn') => {
    setAsking(false);
    onDecide(action);
  };
  if (standing !== 'given') {
    return (
      <div class="stack choices">
        <Button wide busy={isBusy} onPress={() => decide('given')}>
          {text.agree}
        </Button>
        {standing === 'withdrawn' ? null : (
          <Button wide look="quiet" busy={isBusy} onPress={() => decide('withdrawn')}>
            {text.refuse}
          </Button>
        )}
      </div>
    );
  }
  if (!isAsking) {
    return (
      <div class="choices">
        <Button wide look="danger" busy={isBusy} onPress={() => setAsking(true)}>
          {m.guardian_withdraw()}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack choices">
      <Notice tone="warn">{m.guardian_withdraw_ask()}</Notice>
      <Button wide look="danger" busy={isBusy} onPress={() => decide('withdrawn')}>
        {m.guardian_withdraw_yes()}
      </Button>
      <Button wide look="quiet" onPress={() => setAsking(false)}>
        {m.guardian_withdraw_no()}
      </Button>
    </div>
  );
}
