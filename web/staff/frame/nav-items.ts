import type { Role } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';

/** `also`: where the pages beneath it live, if not under its own address. */
export type NavItem = { href: string; label: () => string; also?: string };

const classes: NavItem = { href: '/staff/classes', label: m.nav_classes, also: '/staff/pupils' };
const roster: NavItem = { href: '/staff/roster', label: m.nav_roster };
const reports: NavItem = { href: '/staff/campaigns', label: m.nav_reports };
const campaigns: NavItem = { href: '/staff/campaigns', label: m.nav_campaigns };
const country: NavItem = { href: '/staff/country', label: m.nav_country };
const audit: NavItem = { href: '/staff/audit', label: m.nav_audit };

const items: Readonly<Record<Role, readonly [NavItem, ...NavItem[]]>> = {
  counsellor: [classes, roster, country],
  principal: [country],
  department: [reports, country],
  university: [country],
  sponsor: [country],
  operator: [campaigns, country, audit],
};

/** The pages of a role, its home first. */
export const navItems = (role: Role): readonly [NavItem, ...NavItem[]] => items[role];
