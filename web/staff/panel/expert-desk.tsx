import { useEffect, useRef } from 'preact/hooks';
import type { ExpertPage } from '../../../server/contract/expert.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Client } from '../../offline/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { SituationForm } from './situation-form.tsx';
import { type OwnRatings, type Saving, useRatings } from './use-ratings.ts';

const savingWords: Readonly<Record<Saving, () => string>> = {
  saved: m.expert_saved,
  saving: m.expert_saving,
  unsaved: m.expert_unsaved,
};

/** One situation at a time, in the expert's own pace; the round is finished when they say so. */
export function ExpertDesk({
  api,
  page,
  at,
  onMove,
}: {
  api: Client;
  page: ExpertPage;
  at: number;
  onMove: (at: number) => void;
}) {
  const own = useRatings(api, page);
  const place = useRef<HTMLHeadingElement>(null);
  const situation = page.situations[at] ?? page.situations[0];
  const all = page.situations.length;
  useEffect(() => {
    if (at === 0) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  if (situation === undefined) return null;
  return (
    <Page
      title={m.expert_title()}
      lead={<p>{page.round === 'second' ? m.expert_second_lead() : m.expert_lead({ name: page.name })}</p>}
    >
      <div class="expert-top">
        <ProgressBar done={own.progress.answered} of={own.progress.total} />
        <span>{m.expert_progress({ done: own.progress.answered, total: own.progress.total })}</span>
        <span class="soft" role="status">
          {savingWords[own.saving]()}
        </span>
      </div>
      {own.refused === null ? null : <Trouble failure={own.refused} safe="" />}
      <h2 ref={place} tabIndex={-1}>
        {m.expert_place({ n: at + 1, all })}
      </h2>
      <SituationForm key={situation.id} page={page} situation={situation} own={own} />
      <div class="row">
        {at > 0 ? (
          <Button look="quiet" onPress={() => onMove(at - 1)}>
            {m.expert_back()}
          </Button>
        ) : null}
        {at < all - 1 ? <Button onPress={() => onMove(at + 1)}>{m.expert_next()}</Button> : null}
      </div>
      {/* In the second round everything is answered already: it ends where the last situation was looked at again. */}
      {at === all - 1 || (page.round === 'first' && own.progress.answered === own.progress.total) ? (
        <Finish page={page} own={own} onMove={onMove} />
      ) : null}
    </Page>
  );
}

function Finish({ page, own, onMove }: { page: ExpertPage; own: OwnRatings; onMove: (at: number) => void }) {
  const sending = useSend();
  const left = own.progress.total - own.progress.answered;
  const open = page.situations.findIndex(
    ({ id, options }) => !own.borders.has(id) || options.some((option) => !own.options.has(option.id)),
  );
  if (own.progress.done) {
    return (
      <Notice tone="good">
        <p>{m.expert_done()}</p>
      </Notice>
    );
  }
  return (
    <div class="stack">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      {left > 0 ? (
        <>
          <p>{m.expert_finish_left({ n: left })}</p>
          {open < 0 ? null : (
            <div>
              <Button look="quiet" onPress={() => onMove(open)}>
                {m.expert_to_first_left()}
              </Button>
            </div>
          )}
        </>
      ) : (
        <div>
          <Button busy={sending.isBusy || own.saving !== 'saved'} onPress={() => void sending.run(own.finish)}>
            {m.expert_finish()}
          </Button>
        </div>
      )}
    </div>
  );
}
