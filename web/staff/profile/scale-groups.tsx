import type { ProfileScale } from '../../../server/contract/profile.schema.ts';
import type { Profile } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Details } from '../ui/details.tsx';
import { ScaleCard } from './scale-card.tsx';

type Props = { profile: Profile; scales: readonly ProfileScale[]; language: Language };

/** Scales by the instrument they are of, in the order in which they were asked; parts of a larger scale on demand. */
export function ScaleGroups({ profile, scales, language }: Props) {
  const groups = [...new Set(scales.map(({ group }) => group))];
  const { pid: pupil } = profile;
  const sitting = profile.sitting?.id ?? '';
  const cards = (own: readonly ProfileScale[]) => (
    <div class="scales">
      {own.map((scale) => (
        <ScaleCard key={scale.scale} pupil={pupil} sitting={sitting} scale={scale} language={language} />
      ))}
    </div>
  );
  return (
    <>
      {groups.map((group) => {
        const own = scales.filter((scale) => scale.group === group);
        const parts = own.filter(({ isPart }) => isPart);
        return (
          <section key={group} class="stack" aria-label={own[0]?.groupName ?? ''}>
            <h2>{own[0]?.groupName}</h2>
            {cards(own.filter(({ isPart }) => !isPart))}
            {parts.length === 0 ? null : <Details summary={m.profile_parts()}>{cards(parts)}</Details>}
          </section>
        );
      })}
    </>
  );
}
