import type { SchoolNumbers } from '../../../server/contract/numbers.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { ChoiceSection } from '../report/choice-section.tsx';
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
          {found.release === null ? null : <Fields school={school} release={found.release} />}
        </div>
      )}
    </Loaded>
  );
}

type Release = NonNullable<SchoolNumbers['release']>;

/** The school's own line, or that of its cluster where the school alone is too small to be told of. */
const toldRow = ({ row, cluster }: Release): Release['row'] | undefined =>
  [row, cluster]
    .flatMap((one) => (one === null ? [] : [one]))
    .find((one) => one.scales.some(({ kind }) => kind === 'shown'));

function Fields({ school, release }: { school: string; release: Release }) {
  const { choices, releasedAt } = release;
  const cells = toldRow(release)?.choices ?? [];
  return <ChoiceSection choices={choices} cells={cells} releasedAt={releasedAt} file={`ustaz-${school}`} />;
}

function Answers({ release }: { release: SchoolNumbers['release'] }) {
  if (release === null) return <Empty title={m.numbers_no_release()} />;
  const { cluster, clusterSchools, scales, number, releasedAt } = release;
  const told = toldRow(release);
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
