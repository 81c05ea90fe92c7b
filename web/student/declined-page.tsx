import { m } from '../i18n/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Frame } from './frame.tsx';

/** Saying no is fine: what happens (nothing), and that the door stays open. */
export function DeclinedPage({ demo, onBack, onLeave }: { demo: boolean; onBack: () => void; onLeave: () => void }) {
  return (
    <Frame demo={demo}>
      <PageTitle>{m.declined_title()}</PageTitle>
      <p>{m.declined_lead()}</p>
      <div class="stack choices">
        <Button wide onPress={onLeave}>
          {m.finish()}
        </Button>
        <Button wide look="quiet" onPress={onBack}>
          {m.declined_back()}
        </Button>
      </div>
    </Frame>
  );
}
