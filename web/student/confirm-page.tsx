import type { PupilSession } from '../../server/contract/session.schema.ts';
import { m } from '../i18n/generated/messages.js';
import type { Language } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Frame } from './frame.tsx';

type Props = { session: PupilSession; language: Language; onYes: () => void; onNo: () => void };

/** A first name, and two ways out of it. Nothing else of the pupil is shown before «yes». */
export function ConfirmPage({ session, language, onYes, onNo }: Props) {
  const { pupil, campaign, sitting } = session;
  return (
    <Frame demo={campaign.demo}>
      <PageTitle>{m.confirm_title({ name: pupil.firstName })}</PageTitle>
      <p class="soft">{campaign.title[language]}</p>
      {sitting.state === 'new' && sitting.isRepeat === true ? <p>{m.confirm_repeat()}</p> : null}
      {sitting.state === 'open' ? <p>{m.confirm_resume()}</p> : null}
      {sitting.state === 'submitted' ? <p>{m.confirm_done()}</p> : null}
      <div class="stack choices">
        <Button wide onPress={onYes}>
          {m.confirm_yes()}
        </Button>
        <Button wide look="quiet" onPress={onNo}>
          {m.confirm_no()}
        </Button>
      </div>
    </Frame>
  );
}
