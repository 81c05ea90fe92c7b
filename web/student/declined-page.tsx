import { m } from '../i18n/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Frame } from './frame.tsx';

type Props = {
  demo: boolean;
  /** False where the server could not be told. */
  isNoted: boolean;
  onBack: () => void;
  onLeave: () => void;
};

/** Saying no is fine: what happens (it is noted, and nothing else), and that the door stays open. */
export function DeclinedPage({ demo, isNoted, onBack, onLeave }: Props) {
  return (
    <Frame demo={demo}>
      <PageTitle>{m.declined_title()}</PageTitle>
      <p>{isNoted ? m.declined_lead() : m.declined_unsent()}</p>
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
