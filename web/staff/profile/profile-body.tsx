import type { NormNote } from '../../../server/contract/result.schema.ts';
import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { ChangeSection } from './change-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { ProfileTable } from './profile-table.tsx';
import { PromptsSection } from './prompts-section.tsx';
import { PropensitySection } from './propensity-section.tsx';
import { QualitySection } from './quality-section.tsx';
import { RepeatNote } from './repeat-note.tsx';
import { ReportButtons } from './report-buttons.tsx';
import { ScaleGroups } from './scale-groups.tsx';
import { SittingsList } from './sittings-list.tsx';

/** How far to trust the answers first, then what fits, what to ask, what changed, and each scale with its error. */
export function ProfileBody({
  profile,
  language,
  onChanged,
}: {
  profile: Profile;
  language: Language;
  onChanged: () => void;
}) {
  const { pid, sitting, result } = profile;
  const list = <SittingsList profile={profile} language={language} />;
  if (result === null || sitting === null) {
    return (
      <>
        {list}
        <NoResult sitting={sitting} />
      </>
    );
  }
  const of = { pupil: pid, sitting: sitting.id, language };
  return (
    <div class="stack wide-gap">
      {list}
      <p>{sittingWords(sitting)}</p>
      <ReportButtons pupil={pid} language={language} />
      <RepeatNote pupil={pid} repeat={profile.repeat} onChanged={onChanged} />
      <div class="scales">
        <div class="stack">
          <QualitySection quality={result.quality} notes={result.notes} />
          <FieldsSection fields={result.fields ?? null} of={of} />
        </div>
        <div class="stack">
          <PromptsSection prompts={result.prompts} />
          <PropensitySection propensity={result.propensity ?? null} of={of} />
        </div>
      </div>
      <ChangeSection change={result.change} />
      <p class="soft">{m.profile_sentences()}</p>
      <ScaleGroups profile={profile} scales={result.scales} language={language} />
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

function Norm({ norm: { id, version, n, population, provisional } }: { norm: NonNullable<NormNote> }) {
  return (
    <>
      {m.profile_norm({ id: `${id} ${version}`, n: formatNumber(n), population })}{' '}
      {provisional ? m.profile_norm_provisional() : ''}
    </>
  );
}
