import type { OrganisationList } from '../../../server/contract/organisation.schema.ts';
import { m } from '../../i18n/generated/messages.js';

export type Organisation = OrganisationList['organisations'][number];

export const kindWords: Readonly<Record<Organisation['kind'], () => string>> = {
  university: m.org_kind_university,
  college: m.org_kind_college,
  sponsor: m.org_kind_sponsor,
};
