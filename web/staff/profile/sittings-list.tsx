import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';

type Props = { profile: Profile; language: Language };

/** Every sitting of the pupil; the one shown is marked, the others lead to their own profile. */
export function SittingsList({ profile, language }: Props) {
  const { sittings, pid } = profile;
  if (sittings.length < 2) return null;
  return (
    <nav aria-label={m.profile_sittings()}>
      <ul class="sittings">
        {sittings.map(({ id, title, submittedAt, openedAt, state, isShown }) => {
          const day = formatDay(submittedAt ?? openedAt);
          const words = `${title[language]}, ${state === 'submitted' ? day : m.profile_sitting_open({ day })}`;
          return (
            <li key={id}>
              {isShown || state !== 'submitted' ? (
                <span aria-current={isShown ? 'page' : undefined}>{words}</span>
              ) : (
                <a href={`/staff/pupils/${pid}?sitting=${id}`}>{words}</a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
