import type { PaperConsent, Purpose } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { purposeWords } from './consent-words.ts';
import { KnownBy } from './known-by.tsx';

export type PaperDraft = Omit<PaperConsent, 'wording'>;

const purposes: readonly Purpose[] = ['assessment', 'department', 'university', 'sponsor'];

/** What stands on the paper. */
export function PaperFields({
  draft,
  wrong,
  onChange,
}: {
  draft: PaperDraft;
  wrong: ReadonlySet<string>;
  onChange: (draft: PaperDraft) => void;
}) {
  const put = (change: Partial<PaperDraft>) => onChange({ ...draft, ...change });
  return (
    <div class="fields">
      <Choice
        label={m.paper_purpose()}
        value={draft.purpose}
        options={purposes.map((each) => [each, purposeWords[each]()] as const)}
        onValue={(purpose) => put({ purpose })}
        {...(draft.purpose === 'assessment' ? {} : { hint: m.paper_purpose_later() })}
      />
      <Choice
        label={m.paper_party()}
        value={draft.party}
        options={[
          ['guardian', m.party_guardian()],
          ['pupil', m.party_pupil()],
        ]}
        onValue={(party) => put({ party })}
      />
      <Choice
        label={m.paper_action()}
        value={draft.action}
        options={[
          ['given', m.paper_given()],
          ['withdrawn', m.paper_withdrawn()],
        ]}
        onValue={(action) => put({ action })}
      />
      <Choice
        label={m.paper_language()}
        value={draft.language}
        options={languages.map((each) => [each, languageWords[each]()] as const)}
        onValue={(language) => put({ language })}
      />
      <Field
        label={m.paper_signed_on()}
        type="date"
        value={draft.signedOn}
        onValue={(signedOn) => put({ signedOn })}
        error={wrong.has('signedOn') ? m.paper_signed_on_wrong() : undefined}
        input={{ required: true, max: todayInKazakhstan(new Date()) }}
      />
      <Field
        label={m.paper_signed_by()}
        hint={m.paper_signed_by_hint()}
        value={draft.signedBy}
        onValue={(signedBy) => put({ signedBy })}
        error={wrong.has('signedBy') ? m.paper_signed_by_wrong() : undefined}
        input={{ required: true, maxLength: 200 }}
      />
      <KnownBy value={draft.knownBy ?? 'in-person'} onValue={(knownBy) => put({ knownBy })} />
    </div>
  );
}
