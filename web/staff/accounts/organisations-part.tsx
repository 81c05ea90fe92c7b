import { useState } from 'preact/hooks';
import type { OrganisationList } from '../../../server/contract/organisation.schema.ts';
import type { StaffAccount, StaffList } from '../../../server/contract/staff.schema.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { AccountDialog } from './account-dialog.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { OrganisationInviteDialog } from './organisation-invite-dialog.tsx';
import type { Organisation } from './organisation-words.ts';
import { OrganisationsSheet } from './organisations-sheet.tsx';
import type { Linked } from './staff-page.tsx';

/** For the operator: the organisations that take part beside schools and departments, and their people. */
export function OrganisationsPart({ onLinked }: { onLinked: (linked: Linked) => void }) {
  const got = useGet<OrganisationList>('/api/organisations');
  const [isAdding, setAdding] = useState(false);
  const [invitedTo, setInvitedTo] = useState<Organisation | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const account = got.value?.organisations.flatMap(({ staff }) => staff).find(({ id }) => id === open);
  return (
    <>
      <Loaded got={got} lines={4}>
        {({ organisations }) => (
          <OrganisationsSheet
            organisations={organisations}
            onAdd={() => setAdding(true)}
            onInvite={setInvitedTo}
            onOpen={({ id }: StaffAccount) => setOpen(id)}
          />
        )}
      </Loaded>
      {isAdding ? (
        <OrganisationDialog
          onAdded={() => {
            got.reload();
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {invitedTo === null ? null : (
        <OrganisationInviteDialog
          organisation={invitedTo}
          onInvited={(linked) => {
            got.reload();
            setInvitedTo(null);
            onLinked(linked);
          }}
          onClose={() => setInvitedTo(null)}
        />
      )}
      {account === undefined ? null : (
        <AccountDialog
          list={noSchools}
          account={account}
          onLinked={onLinked}
          onChanged={got.reload}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** Nobody of an organisation reaches a school. */
const noSchools: StaffList = { region: '', schools: [], staff: [] };
