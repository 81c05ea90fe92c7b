import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Shown once; to be printed or written down before the page goes on. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <Sheet title={m.factor_recovery_title()}>
      <p class="narrow-text">{m.factor_recovery_lead()}</p>
      <ol class="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="row no-print">
        <Button onPress={onKept}>{m.factor_recovery_kept()}</Button>
        <Button look="quiet" onPress={() => window.print()}>
          {m.factor_recovery_print()}
        </Button>
      </div>
    </Sheet>
  );
}
