import type { Candidate } from '../../../server/contract/appeal.schema.ts';
import type { CandidateFilter } from '../../../server/contract/candidate-view.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { localityWords } from '../report/place-words.ts';
import { Choice } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { standingWords } from './case-words.ts';

const any = '';

/** Narrows the pool by place, language and standing; there is nothing of the answers to narrow it by. */
export function PoolFilter({
  filter,
  schools,
  onFilter,
}: {
  filter: CandidateFilter;
  /** Schools that have candidates: id and name. */
  schools: readonly (readonly [id: string, name: string])[];
  onFilter: (filter: CandidateFilter) => void;
}) {
  useLanguage();
  const languages = Object.entries(languageWords) as [Candidate['language'], () => string][];
  const standings = Object.entries(standingWords) as [Candidate['standing'], readonly [unknown, () => string]][];
  const { school, language, locality, standing, ...rest } = filter;
  const all = [any, m.pool_any()] as const;
  return (
    <div class="fields three">
      <Choice
        label={m.pool_school()}
        value={school ?? any}
        options={[all, ...schools]}
        onValue={(value) => onFilter(only({ ...filter, school: value }))}
      />
      <Choice<'' | Candidate['language']>
        label={m.pool_language()}
        value={language ?? any}
        options={[all, ...languages.map(([value, words]) => [value, words()] as const)]}
        onValue={(value) =>
          onFilter({ ...only({ school, locality, standing, ...rest }), ...(value && { language: value }) })
        }
      />
      <Choice<'' | Candidate['locality']>
        label={m.pool_locality()}
        value={locality ?? any}
        options={[all, ['rural', localityWords('rural')], ['urban', localityWords('urban')]]}
        onValue={(value) =>
          onFilter({ ...only({ school, language, standing, ...rest }), ...(value && { locality: value }) })
        }
      />
      <Choice<'' | Candidate['standing']>
        label={m.pool_standing_only()}
        value={standing ?? any}
        options={[all, ...standings.map(([value, [, words]]) => [value, words()] as const)]}
        onValue={(value) =>
          onFilter({ ...only({ school, language, locality, ...rest }), ...(value && { standing: value }) })
        }
      />
    </div>
  );
}

type Loose = { [Key in keyof CandidateFilter]?: CandidateFilter[Key] | undefined };

/** Without what is not asked for. */
const only = ({ district, school, language, locality, standing }: Loose): CandidateFilter => ({
  ...(district && { district }),
  ...(school && { school }),
  ...(language && { language }),
  ...(locality && { locality }),
  ...(standing && { standing }),
});
