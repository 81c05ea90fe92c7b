import type { SchoolNumbers } from '../../../server/contract/numbers.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { ClassParticipation } from './class-participation.tsx';
import { ScaleLines } from './scale-lines.tsx';

/** «How is our school doing?» For the head teacher: participation, interests, fields; no pupil. */
export function NumbersPage() {
  useLanguage();
  const { me } = useStaff();
  return (
    <Page title={m.numbers_title()} lead={<p>{m.numbers_lead()}</p>}>
      {me.whole.length === 0 ? <Empty title={m.classes_no_school()}>{m.classes_no_school_next()}</Empty> : null}
      {me.whole.map((school) => (
        <School key={school} school={school} />
      ))}
    </Page>
  );
}

function School({ school }: { school: string }) {
  const language = useLanguage();
  const got = useGet<SchoolNumbers>(`/api/schools/${school}/numbers`);
  return (
    <Loaded got={got} lines={10}>
      {(found) => (
        <div class="stack wide-gap">
          <section class="sheet stack">
            <h2>{found.school[language]}</h2>
            <ClassParticipation classes={found.classes} />
          </section>
          <section class="sheet stack">
            <h2>{m.numbers_scales()}</h2>
            <Answers release={found.release} />
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Answers({ release }: { release: SchoolNumbers['release'] }) {
  if (release === null) return <Empty title={m.numbers_no_release()} />;
  const { row, cluster, clusterSchools, scales, number, releasedAt } = release;
  const isTold = (one: typeof row | null): one is typeof row =>
    one?.scales.some(({ kind }) => kind === 'shown') ?? false;
  const told = [row, cluster].find(isTold);
  return (
    <>
      {told === undefined ? <p>{m.numbers_hidden()}</p> : null}
      {told !== undefined && told === cluster ? (
        <p>{m.numbers_cluster({ schools: formatNumber(clusterSchools) })}</p>
      ) : null}
      {told === undefined ? null : <ScaleLines scales={scales} row={told} />}
      <p class="small">{m.numbers_release({ release: formatNumber(number), day: formatDay(releasedAt) })}</p>
    </>
  );
}
