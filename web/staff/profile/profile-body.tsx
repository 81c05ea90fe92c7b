import type { NormNote } from '../../../server/contract/result.schema.ts';
import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { ProfileNotes } from './profile-notes.tsx';
import { ProfileTable } from './profile-table.tsx';
import { ScaleCard } from './scale-card.tsx';

/** Notes first, then each scale in words with its margin of error; the table and the versions last. */
export function ProfileBody({ profile, language }: { profile: Profile; language: Language }) {
  const { pid, sitting, result } = profile;
  if (result === null || sitting === null) return <NoResult sitting={sitting} />;
  return (
    <div class="stack wide-gap">
      <p>{sittingWords(sitting)}</p>
      <ProfileNotes notes={result.notes} />
      <p class="soft">{m.profile_sentences()}</p>
      <div class="scales">
        {result.scales.map((scale) => (
          <ScaleCard key={scale.scale} pupil={pid} scale={scale} language={language} />
        ))}
      </div>
      <ProfileTable scales={result.scales} />
      <Versions result={result} />
    </div>
  );
}

function NoResult({ sitting }: { sitting: Profile['sitting'] }) {
  if (sitting === null) return <Empty title={m.profile_not_begun()}>{m.profile_not_begun_next()}</Empty>;
  if (sitting.state === 'submitted') return <Empty title={m.profile_scoring()}>{m.profile_scoring_next()}</Empty>;
  return (
    <Empty title={m.profile_going({ done: formatNumber(sitting.answered), of: formatNumber(sitting.of) })}>
      {m.profile_going_next()}
    </Empty>
  );
}

function sittingWords({
  submittedAt,
  openedAt,
  answered,
  of,
  minutes,
  language,
}: NonNullable<Profile['sitting']>): string {
  const facts = {
    day: formatDay(submittedAt ?? openedAt),
    done: formatNumber(answered),
    of: formatNumber(of),
    language: languageWords[language](),
  };
  return minutes === null
    ? m.profile_sitting(facts)
    : m.profile_sitting_timed({ ...facts, minutes: formatNumber(Math.round(minutes)) });
}

function Versions({ result }: { result: NonNullable<Profile['result']> }) {
  const { instrument, instrumentVersion, engineVersion, norm, computedAt } = result;
  const instrumentWords = `${instrument} ${instrumentVersion}`;
  return (
    <p class="small">
      {m.profile_versions({ instrument: instrumentWords, engine: engineVersion, day: formatDay(computedAt) })}{' '}
      {norm === null ? m.profile_no_norm() : <Norm norm={norm} />}
    </p>
  );
}

/** The population is told as the norm's authors wrote it. */
function Norm({ norm: { id, version, n, population, provisional } }: { norm: NonNullable<NormNote> }) {
  return (
    <>
      {m.profile_norm({ id: `${id} ${version}`, n: formatNumber(n) })} <span lang="en">{population}</span>{' '}
      {provisional ? m.profile_norm_provisional() : ''}
    </>
  );
}
