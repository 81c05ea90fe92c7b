import type { StaffAccount, StaffList } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Mark } from '../ui/mark.tsx';
import { grantWords, schoolName, stateWords, workWords } from './account-words.ts';

export function StaffTable({ list, onOpen }: { list: StaffList; onOpen: (id: string) => void }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.staff_name()}</th>
          <th scope="col">{m.staff_role()}</th>
          <th scope="col">{m.staff_reach()}</th>
          <th scope="col">{m.staff_state()}</th>
        </tr>
      </thead>
      <tbody>
        {list.staff.map((account) => (
          <Row key={account.id} list={list} account={account} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { list: StaffList; account: StaffAccount; onOpen: (id: string) => void };

function Row({ list, account, onOpen }: RowProps) {
  const language = useLanguage();
  const [tone, words] = stateWords[account.state];
  const reach = [
    ...account.schools.map((id) => schoolName(list, id, language)),
    ...account.grants.filter(({ isRunning }) => isRunning).map((grant) => grantWords(list, grant, language)),
  ];
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="link"
          aria-label={m.staff_more({ name: account.name })}
          onClick={() => onOpen(account.id)}
        >
          {account.name}
        </button>
        <br />
        <span class="small item-text">{account.email}</span>
      </th>
      <td data-label={m.staff_role()}>{workWords(account)}</td>
      <td data-label={m.staff_reach()}>{reach.length === 0 ? account.place[language] : reach.join('; ')}</td>
      <td data-label={m.staff_state()}>
        <div class="stack-tight">
          <Mark tone={tone}>{words()}</Mark>
          {account.secondFactorAt === null ? null : <span class="small">{m.staff_factor_on()}</span>}
        </div>
      </td>
    </tr>
  );
}
