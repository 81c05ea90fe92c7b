import type { TextOverview } from '../../../server/contract/texts.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Empty } from '../ui/empty.tsx';
import { useSend } from '../ui/use-send.ts';

/** Sheets that came back, newest first: they enter the instruments with the next version. */
export function PastReviews({ reviews }: { reviews: TextOverview['reviews'] }) {
  const { session } = useStaff();
  const fetching = useSend();
  const take = (id: string) =>
    fetching.run(async () =>
      download('ustaz-texts-reviewed.xlsx', await fetchFile(session, `/api/texts/reviews/${id}`)),
    );
  return (
    <section class="sheet stack">
      <h2>{m.texts_past()}</h2>
      {fetching.failure === null ? null : <FailureNotice failure={fetching.failure} />}
      {reviews.length === 0 ? (
        <Empty title={m.texts_past_empty()}>{m.texts_past_empty_next()}</Empty>
      ) : (
        <ul class="stack">
          {reviews.map(({ id, fileName, by, at, changes, adjudicated }) => (
            <li key={id} class="stack tight">
              <span>
                <strong>{fileName}</strong>, {formatInstant(at)}, {by}
              </span>
              <span class="small">
                {m.texts_past_what({ changes: formatNumber(changes), languages: formatNumber(adjudicated.length) })}
              </span>
              <span class="row">
                <Button look="quiet" busy={fetching.isBusy} onPress={() => take(id)}>
                  {m.texts_past_take()}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
