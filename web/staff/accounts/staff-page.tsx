import { useState } from 'preact/hooks';
import type { RegionPlaces } from '../../../server/contract/place.schema.ts';
import type { Invitation, StaffAccount, StaffList } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useRegions } from '../decision/use-regions.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { AccountDialog } from './account-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { OrganisationsPart } from './organisations-part.tsx';
import { SchoolDialog } from './school-dialog.tsx';
import { SchoolsSheet } from './schools-sheet.tsx';
import { StaffTable } from './staff-table.tsx';
import { UnattendedNotice } from './unattended-notice.tsx';

export type Linked = { invitation: Invitation; name: string };

/** «Who works where?»: a department's own region, any region for the operator. */
export function StaffPage() {
  const language = useLanguage();
  const { me } = useStaff();
  const regions = useRegions();
  const [chosen, setChosen] = useState(me.region);
  const region = chosen ?? regions[0]?.id ?? null;
  const got = useGet<StaffList>(region === null ? null : `/api/staff?region=${region}`);
  const places = useGet<RegionPlaces>(region === null ? null : `/api/regions/${region}/schools`);
  const [open, setOpen] = useState<'invite' | 'school' | StaffAccount['id'] | null>(null);
  const [school, setSchool] = useState<string | null>(null);
  const [linked, setLinked] = useState<Linked | null>(null);
  const close = () => setOpen(null);
  const list = got.value;
  const reload = () => {
    got.reload();
    places.reload();
  };
  const invite = (to: string | null) => {
    setSchool(to);
    setOpen('invite');
  };
  const account = list?.staff.find(({ id }) => id === open);
  return (
    <Page
      title={m.staff_title()}
      lead={<p>{m.staff_lead()}</p>}
      actions={<Button onPress={() => invite(null)}>{m.staff_invite()}</Button>}
    >
      <UnattendedNotice />
      {me.region !== null || region === null ? null : (
        <div class="narrow-field">
          <Choice
            label={m.staff_region()}
            value={region}
            options={regions.map(({ id, names }) => [id, names[language]] as const)}
            onValue={setChosen}
          />
        </div>
      )}
      <Loaded got={got} lines={8}>
        {(found) =>
          found.staff.length === 0 ? (
            <Empty title={m.staff_none()}>{m.staff_none_next()}</Empty>
          ) : (
            <StaffTable list={found} onOpen={setOpen} />
          )
        }
      </Loaded>
      <Loaded got={places} lines={4}>
        {(found) => <SchoolsSheet places={found} onAdd={() => setOpen('school')} onInvite={invite} />}
      </Loaded>
      {me.may.includes('organisation.write') ? <OrganisationsPart onLinked={setLinked} /> : null}
      {open === 'school' && places.value !== null ? (
        <SchoolDialog
          places={places.value}
          onAdded={() => {
            reload();
            close();
          }}
          onClose={close}
        />
      ) : null}
      {open === 'invite' && list !== null ? (
        <InviteDialog list={list} school={school} onInvited={setLinked} onChanged={reload} onClose={close} />
      ) : null}
      {account === undefined || list === null ? null : (
        <AccountDialog list={list} account={account} onLinked={setLinked} onChanged={reload} onClose={close} />
      )}
      {linked === null ? null : <LinkDialog linked={linked} onClose={() => setLinked(null)} />}
    </Page>
  );
}
