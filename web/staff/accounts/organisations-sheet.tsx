import type { StaffAccount } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { Empty } from '../ui/empty.tsx';
import { stateWords } from './account-words.ts';
import { kindWords, type Organisation } from './organisation-words.ts';

type Props = {
  organisations: readonly Organisation[];
  onAdd: () => void;
  onInvite: (organisation: Organisation) => void;
  onOpen: (account: StaffAccount) => void;
};

/** Who offers places and who pays for them: those whom nobody works for yet come first, with the way to invite somebody. */
export function OrganisationsSheet({ organisations, onAdd, onInvite, onOpen }: Props) {
  const language = useLanguage();
  const inOrder = [...organisations].sort(
    (a, b) =>
      Number(a.staff.length > 0) - Number(b.staff.length > 0) || compareNames(a.name[language], b.name[language]),
  );
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.org_title()}</h2>
        <Button look="quiet" onPress={onAdd}>
          {m.org_add()}
        </Button>
      </div>
      <p class="soft">{m.org_lead()}</p>
      {inOrder.length === 0 ? (
        <Empty title={m.org_none()}>{m.org_none_next()}</Empty>
      ) : (
        <table class="cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{m.org_name()}</th>
              <th scope="col">{m.org_kind()}</th>
              <th scope="col">{m.org_people()}</th>
              <th scope="col">
                <span class="unseen">{m.org_invite()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map((organisation) => (
              <tr key={organisation.id}>
                <th scope="row">{organisation.name[language]}</th>
                <td data-label={m.org_kind()}>{kindWords[organisation.kind]()}</td>
                <td data-label={m.org_people()}>
                  <People of={organisation} onOpen={onOpen} />
                </td>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-label={m.org_invite_to({ name: organisation.name[language] })}
                    onClick={() => onInvite(organisation)}
                  >
                    {m.org_invite()}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function People({ of: { staff }, onOpen }: { of: Organisation; onOpen: Props['onOpen'] }) {
  if (staff.length === 0) return m.org_nobody();
  return (
    <div class="stack-tight">
      {staff.map((account) => (
        <div key={account.id}>
          <button
            type="button"
            class="link"
            aria-label={m.staff_more({ name: account.name })}
            onClick={() => onOpen(account)}
          >
            {account.name}
          </button>{' '}
          {account.state === 'active' ? null : <span class="small">{stateWords[account.state][1]()}</span>}
        </div>
      ))}
    </div>
  );
}
