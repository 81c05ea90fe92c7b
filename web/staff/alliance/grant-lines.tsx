import { useState } from 'preact/hooks';
import type { GrantList, NewGrant } from '../../../server/contract/alliance.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { LineForm } from './line-form.tsx';
import { LineTable } from './line-table.tsx';
import type { LinesProps } from './need-lines.tsx';
import { choices } from './use-names.ts';

/** «Which places are paid for?» A sponsor offers; of places taken only five and more are told. */
export function GrantLines({ year, names, nameOf, onChanged }: LinesProps) {
  const { me } = useStaff();
  const got = useGet<GrantList>(`/api/alliance/grants?year=${year}`);
  const [isOpen, setOpen] = useState(false);
  const isOwn = me.role === 'sponsor';
  const changed = () => {
    setOpen(false);
    got.reload();
    onChanged();
  };
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{isOwn ? m.al_grants_own() : m.al_grants_title()}</h2>
        {isOwn ? (
          <Button look="quiet" onPress={() => setOpen(true)}>
            {m.al_grant_add()}
          </Button>
        ) : null}
      </div>
      <Loaded got={got} lines={3}>
        {({ grants }) =>
          grants.length === 0 ? (
            <Empty title={m.al_grants_empty()}>{m.al_grants_empty_next()}</Empty>
          ) : (
            <LineTable
              path="/api/alliance/grants"
              heading={isOwn ? m.al_year() : m.role_sponsor()}
              mayChange={isOwn}
              onChanged={changed}
              lines={grants.map((grant) => ({
                id: grant.id,
                title: isOwn ? String(grant.year) : `${nameOf(grant.sponsor)}, ${grant.year}`,
                about: conditionWords(grant.conditions, nameOf),
                count: grant.count,
                state: grant.state,
                taken: grant.taken,
              }))}
            />
          )
        }
      </Loaded>
      {isOpen ? (
        <Dialog title={m.al_grant_add()} onClose={() => setOpen(false)}>
          <GrantForm year={year} names={names} onDone={changed} />
        </Dialog>
      ) : null}
    </section>
  );
}

/** A sponsor's conditions in words: where, what, in which language, for how long. */
export function conditionWords(conditions: NewGrant['conditions'], nameOf: (id: string) => string): string {
  const { regions, districts, subjects, teachingLanguages, locality, serviceYears } = conditions;
  const parts = [
    ...[...regions, ...districts, ...subjects].map(nameOf),
    ...teachingLanguages.map((one) => languageWords[one]()),
    ...(locality === null ? [] : [locality === 'rural' ? m.al_rural() : m.al_urban()]),
    m.al_service({ years: serviceYears }),
  ];
  return parts.join(' · ');
}

type GrantDraft = {
  year: number;
  count: number;
  region: string;
  subject: string;
  language: string;
  serviceYears: number;
};

/** What is left open in the form is no condition. */
function grantOf({ year, count, region, subject, language, serviceYears }: GrantDraft): NewGrant {
  const list = (value: string): string[] => (value === '' ? [] : [value]);
  const conditions = {
    regions: list(region),
    districts: [],
    subjects: list(subject),
    teachingLanguages: languages.filter((one) => one === language),
    locality: null,
    serviceYears,
  };
  return { year, count, conditions };
}

function GrantForm({ year, names, onDone }: Pick<LinesProps, 'year' | 'names'> & { onDone: () => void }) {
  const language = useLanguage();
  const [draft, setDraft] = useState<GrantDraft>({
    year: Number(year),
    count: 5,
    region: '',
    subject: '',
    language: '',
    serviceYears: 3,
  });
  const put = (change: Partial<GrantDraft>) => setDraft({ ...draft, ...change });
  return (
    <LineForm
      path="/api/alliance/grants"
      draft={draft}
      onDraft={put}
      bodyOf={grantOf}
      send={m.al_grant_send()}
      onDone={onDone}
      before={<p class="small">{m.al_grant_hint()}</p>}
    >
      <Choice
        label={m.campaign_region()}
        value={draft.region}
        options={[['', m.al_any_region()], ...choices(names.regions, language)]}
        onValue={(region) => put({ region })}
      />
      <Choice
        label={m.al_subject()}
        value={draft.subject}
        options={[['', m.al_any_subject()], ...choices(names.subjects, language)]}
        onValue={(subject) => put({ subject })}
      />
      <Choice
        label={m.al_language()}
        value={draft.language}
        options={[['', m.al_any_language()], ...languages.map((one) => [one, languageWords[one]()] as const)]}
        onValue={(chosen) => put({ language: chosen })}
      />
      <Field
        label={m.al_service_years()}
        type="number"
        value={String(draft.serviceYears)}
        onValue={(value) => put({ serviceYears: Number(value) })}
        input={{ required: true, min: 0, max: 5 }}
      />
    </LineForm>
  );
}
