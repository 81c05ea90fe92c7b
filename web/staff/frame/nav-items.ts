import type { Role } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';

/** `also`: where the pages beneath it live, if not under its own address. */
export type NavItem = { href: string; label: () => string; also?: string };

const classes: NavItem = { href: '/staff/classes', label: m.nav_classes };
const pupils: NavItem = { href: '/staff/pupils', label: m.nav_pupils };
const consents: NavItem = { href: '/staff/consents', label: m.nav_consents };
const roster: NavItem = { href: '/staff/roster', label: m.nav_roster };
const offline: NavItem = { href: '/staff/offline', label: m.nav_offline };
const reports: NavItem = { href: '/staff/campaigns', label: m.nav_reports };
const campaigns: NavItem = { href: '/staff/campaigns', label: m.nav_campaigns };
const country: NavItem = { href: '/staff/country', label: m.nav_country };
const appeals: NavItem = { href: '/staff/appeals', label: m.nav_appeals };
const candidates: NavItem = { href: '/staff/candidates', label: m.nav_candidates };
const helpline: NavItem = { href: '/staff/helpline', label: m.nav_helpline };
const bench: NavItem = { href: '/staff/bench', label: m.nav_bench };
const norms: NavItem = { href: '/staff/norms', label: m.nav_norms };
const people: NavItem = { href: '/staff/people', label: m.nav_staff };
const audit: NavItem = { href: '/staff/audit', label: m.nav_audit };

const alliance: NavItem = { href: '/staff/alliance', label: m.nav_alliance };
const programme: NavItem = { href: '/staff/programme', label: m.nav_programme };
const rounds: NavItem = { href: '/staff/rounds', label: m.nav_rounds };
const referrals: NavItem = { href: '/staff/referrals', label: m.nav_referrals };
const practice: NavItem = { href: '/staff/practice', label: m.nav_practice };

const keeping: NavItem = { href: '/staff/keeping', label: m.nav_keeping };
const numbers: NavItem = { href: '/staff/numbers', label: m.nav_numbers };

const texts: NavItem = { href: '/staff/texts', label: m.nav_texts };

const items: Readonly<Record<Role, readonly [NavItem, ...NavItem[]]>> = {
  counsellor: [classes, pupils, roster, consents, offline, appeals, country],
  principal: [numbers, alliance, practice, programme, country],
  department: [reports, candidates, alliance, rounds, referrals, appeals, programme, country, helpline, people],
  university: [alliance, referrals, practice, programme, country],
  sponsor: [alliance, programme, country],
  operator: [
    campaigns,
    bench,
    norms,
    alliance,
    rounds,
    programme,
    appeals,
    country,
    helpline,
    keeping,
    texts,
    people,
    audit,
  ],
};

/** The pages of a role, its home first. */
export const navItems = (role: Role): readonly [NavItem, ...NavItem[]] => items[role];
