import { m } from '../i18n/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Frame } from './frame.tsx';

/** After leaving: what is gone, and what had to stay because the server does not have it yet. */
export function LeftPage({ unsent, onHome }: { unsent: number | null; onHome: () => void }) {
  if (unsent === null) {
    return (
      <Frame>
        <p role="status">{m.leaving()}</p>
      </Frame>
    );
  }
  return (
    <Frame door>
      <PageTitle>{unsent === 0 ? m.left_title() : m.left_unsent_title()}</PageTitle>
      <p>{unsent === 0 ? m.left_lead() : m.left_unsent({ count: unsent })}</p>
      <div class="choices">
        <Button wide onPress={onHome}>
          {m.left_home()}
        </Button>
      </div>
    </Frame>
  );
}
