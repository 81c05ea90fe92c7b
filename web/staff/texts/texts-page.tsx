import type { TextOverview } from '../../../server/contract/texts.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { PastReviews } from './past-reviews.tsx';
import { ReviewUpload } from './review-upload.tsx';
import { StandingTable } from './standing-table.tsx';

/** «Which words still wait for two native speakers?» And the round trip with those who read them. */
export function TextsPage() {
  useLanguage();
  const { session } = useStaff();
  const got = useGet<TextOverview>('/api/texts');
  const fetching = useSend();
  const take = () =>
    fetching.run(async () => download('ustaz-texts.xlsx', await fetchFile(session, '/api/texts/sheet')));
  return (
    <Page
      title={m.texts_title()}
      lead={<p>{m.texts_lead()}</p>}
      actions={
        <Button look="quiet" busy={fetching.isBusy} onPress={take}>
          {m.texts_download()}
        </Button>
      }
    >
      {fetching.failure === null ? null : <FailureNotice failure={fetching.failure} />}
      <Loaded got={got} lines={12}>
        {({ instruments, reviews }) => (
          <div class="stack wide-gap">
            <ReviewUpload onKept={got.reload} />
            <StandingTable instruments={instruments} />
            <PastReviews reviews={reviews} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
