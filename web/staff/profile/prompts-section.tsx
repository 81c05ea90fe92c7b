import type { Profile } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';

/** «What to ask in the conversation», each question with what in the profile suggests it. */
export function PromptsSection({ prompts }: Pick<NonNullable<Profile['result']>, 'prompts'>) {
  return (
    <Sheet title={m.profile_prompts()}>
      <ul class="prompts">
        {prompts.map(({ question, why }) => (
          <li key={question}>
            {question}
            <br />
            <span class="small">{why}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
