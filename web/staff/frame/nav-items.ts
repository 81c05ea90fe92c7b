import type { Role, StaffMe } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';

/**
 * A page of the menu. `needs`: the permission without which every answer on it would be a refusal; `whole`: it is about a whole
 * school. `also`: where the pages beneath it live, if not under its own address. `waits`: what is counted beside it.
 */
export type NavItem = {
  href: string;
  label: () => string;
  needs: string;
  whole?: true;
  also?: string;
  waits?: 'appeals' | 'unattended';
};

const classes: NavItem = { href: '/staff/classes', label: m.nav_classes, needs: 'class.read' };
const pupils: NavItem = { href: '/staff/pupils', label: m.nav_pupils, needs: 'class.read', whole: true };
const consents: NavItem = { href: '/staff/consents', label: m.nav_consents, needs: 'class.read' };
const roster: NavItem = { href: '/staff/roster', label: m.nav_roster, needs: 'class.write', whole: true };
const offline: NavItem = { href: '/staff/offline', label: m.nav_offline, needs: 'class.write' };
const reports: NavItem = { href: '/staff/campaigns', label: m.nav_reports, needs: 'report.read' };
const campaigns: NavItem = { href: '/staff/campaigns', label: m.nav_campaigns, needs: 'campaign.read' };
const country: NavItem = { href: '/staff/country', label: m.nav_country, needs: 'country.read' };
const appeals: NavItem = { href: '/staff/appeals', label: m.nav_appeals, needs: 'appeal.answer', waits: 'appeals' };
const candidates: NavItem = { href: '/staff/candidates', label: m.nav_candidates, needs: 'candidate.read' };
const helpline: NavItem = { href: '/staff/helpline', label: m.nav_helpline, needs: 'helpline.write' };
const bench: NavItem = { href: '/staff/bench', label: m.nav_bench, needs: 'bench.read' };
const norms: NavItem = { href: '/staff/norms', label: m.nav_norms, needs: 'norm.read' };
const people: NavItem = { href: '/staff/people', label: m.nav_staff, needs: 'staff.manage', waits: 'unattended' };
const audit: NavItem = { href: '/staff/audit', label: m.nav_audit, needs: 'audit.read' };

const alliance: NavItem = { href: '/staff/alliance', label: m.nav_alliance, needs: 'alliance.read' };
const programme: NavItem = { href: '/staff/programme', label: m.nav_programme, needs: 'alliance.read' };
const rounds: NavItem = { href: '/staff/rounds', label: m.nav_rounds, needs: 'round.read' };
const referrals: NavItem = { href: '/staff/referrals', label: m.nav_referrals, needs: 'referral.read' };
const practice: NavItem = { href: '/staff/practice', label: m.nav_practice, needs: 'practice.read' };

const keeping: NavItem = { href: '/staff/keeping', label: m.nav_keeping, needs: 'erasure.decide' };
const numbers: NavItem = { href: '/staff/numbers', label: m.nav_numbers, needs: 'numbers.read', whole: true };

const texts: NavItem = { href: '/staff/texts', label: m.nav_texts, needs: 'text.review' };

const items: Readonly<Record<Role, readonly NavItem[]>> = {
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

type Reader = Pick<StaffMe, 'role' | 'may' | 'whole'>;

/** The pages of a person, their home first: of those of the role, the ones that what they were given opens. */
export const navItems = ({ role, may, whole }: Reader): NavItem[] =>
  items[role].filter((item) => may.includes(item.needs) && (item.whole !== true || whole.length > 0));
