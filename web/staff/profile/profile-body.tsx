import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Language, languageNames } from '../../i18n/language.ts';
import { Empty } from '../ui/empty.tsx';
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
    language: languageNames[language].full,
  };
  return minutes === null
    ? m.profile_sitting(facts)
    : m.profile_sitting_timed({ ...facts, minutes: formatNumber(Math.round(minutes)) });
}

function Versions({ result }: { result: NonNullable<Profile['result']> }) {
  const { instrument, instrumentVersion, engineVersion, norm, computedAt } = result;
  return (
    <p class="small">
      {m.profile_versions({
        instrument: `${instrument} ${instrumentVersion}`,
        engine: engineVersion,
        day: formatDay(computedAt),
      })}{' '}
      {norm === null
        ? m.profile_no_norm()
        : m.profile_norm({ id: `${norm.id} ${norm.version}`, n: formatNumber(norm.n), population: norm.population })}
      {norm?.provisional ? ` ${m.profile_norm_provisional()}` : ''}
    </p>
  );
}
