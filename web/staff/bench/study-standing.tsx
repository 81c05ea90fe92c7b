import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { StudyHead } from '../../../server/contract/bench.schema.ts';
import type { StudyDetail } from '../../../server/contract/study-report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useFollow } from '../ui/use-follow.ts';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { failureWords } from './failure-words.ts';
import { isUnderWay, stateWords } from './study-words.ts';

/** How far a study is, with the way to stop it; once it has ended, to run it again where that is asked for. */
export function StudyStanding({
  study,
  title,
  onChange,
  onAgain,
}: {
  study: StudyHead;
  title?: string | undefined;
  onChange: () => void;
  onAgain?: (next: StudyHead) => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const [tone, words] = stateWords[study.state];
  const { done, total } = study.progress;
  const cancel = () =>
    void sending.run(async () => void (await api.send('DELETE', `/api/studies/${study.id}/run`))).then(onChange);
  const again = (follow: (next: StudyHead) => void) =>
    void sending.run(async () => follow(await api.send<StudyHead>('POST', `/api/studies/${study.id}/run`)));
  return (
    <div class="stack" aria-live="polite">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <div class="row spread">
        <span>
          {title === undefined ? null : `${title}: `}
          <Mark tone={tone}>{words()}</Mark>
        </span>
        <div class="row no-print">
          {isUnderWay(study) ? (
            <Button look="quiet" busy={sending.isBusy} onPress={cancel}>
              {m.bench_cancel()}
            </Button>
          ) : onAgain === undefined ? null : (
            <Button look="quiet" busy={sending.isBusy} onPress={() => again(onAgain)}>
              {m.bench_again()}
            </Button>
          )}
        </div>
      </div>
      {isUnderWay(study) ? (
        <p class="with-bar">
          <ProgressBar done={done} of={total} />{' '}
          {m.bench_progress({ done: formatNumber(done), total: formatNumber(total) })}
        </p>
      ) : null}
      {study.failure === null ? null : (
        <Notice tone="bad">
          <p>{failureWords(study.failure)}</p>
        </Notice>
      )}
    </div>
  );
}

/** A study that another page waits for: followed until it has ended, then told once. */
export function FollowedStudy({
  id,
  title,
  onEnd,
  children,
}: {
  id: string;
  title?: string | undefined;
  onEnd?: (study: StudyDetail) => void;
  children?: (study: StudyDetail) => ComponentChildren;
}) {
  const got = useGet<StudyDetail>(`/api/studies/${id}`);
  const study = got.value;
  const hasEnded = study !== null && !isUnderWay(study);
  useFollow(got, study !== null && !hasEnded);
  useEffect(() => {
    if (study !== null && hasEnded) onEnd?.(study);
  }, [hasEnded]);
  return (
    <Loaded got={got} lines={2}>
      {(known) => (
        <>
          <StudyStanding study={known} title={title} onChange={got.reload} />
          {children?.(known)}
        </>
      )}
    </Loaded>
  );
}
