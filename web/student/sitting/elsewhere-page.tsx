import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import type { Elsewhere } from './use-desk.ts';

/** The sitting is open somewhere else: no harm done, and the way back to it is one press. */
export function ElsewherePage({ where, onTakeOver }: { where: Elsewhere; onTakeOver: () => void }) {
  return (
    <>
      <PageTitle>{where === 'tab' ? m.elsewhere_tab() : m.elsewhere_device()}</PageTitle>
      <p>{m.elsewhere_lead()}</p>
      <div class="choices">
        <Button wide onPress={onTakeOver}>
          {m.elsewhere_here()}
        </Button>
      </div>
    </>
  );
}
