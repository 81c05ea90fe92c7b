import { randomUUID } from 'node:crypto';
import {
  type AddedOrganisation,
  addedOrganisation,
  type NewOrganisation,
  newOrganisation,
  type OrganisationList,
  organisationList,
} from '../../contract/organisation.schema.ts';
import { shape } from '../../contract/shape.ts';
import { sameName, tidyNames } from '../../domain/place-name.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { toAccount } from '../staff/account-wire.ts';

export const listOrganisations = endpoint({
  method: 'get',
  path: '/api/organisations',
  summary: 'Universities, colleges and sponsors, and who works there',
  permission: 'organisation.write',
  scope: 'none',
  reply: shape<OrganisationList>(organisationList),
  audit: { action: 'staff.list', target: 'self' },
  async handle(stores, { now }) {
    const [organisations, staff] = await Promise.all([stores.alliance.organisations(), stores.staff.ofOrganisations()]);
    const listed = organisations.map(({ _id: id, kind, names: name }) => ({
      ...{ id, kind, name },
      staff: staff.filter(({ organisation }) => organisation === id).map((account) => toAccount(account, now)),
    }));
    return new Reply({ organisations: listed }, { auditTarget: 'organisations' });
  },
});

export const addOrganisation = endpoint({
  method: 'post',
  path: '/api/organisations',
  summary: 'Add a university, a college or a sponsor',
  permission: 'organisation.write',
  scope: 'none',
  body: shape<NewOrganisation>(newOrganisation),
  reply: shape<AddedOrganisation>(addedOrganisation),
  audit: { action: 'organisation.add', target: 'self' },
  async handle(stores, { body: { kind, names: given }, actor }) {
    const names = tidyNames(given, '/body/names');
    const known = await stores.alliance.organisations();
    if (known.some((one) => sameName(one.names, names))) throw new Problem('already-there');
    const id = `o-${randomUUID().slice(0, 13)}`;
    const demo = asStaff(actor).demo ?? false;
    await stores.alliance.addOrganisations([{ _id: id, kind, names, region: null, demo }]);
    return new Reply({ id }, { auditTarget: id });
  },
});
