import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { StaffPage } from './accounts/staff-page.tsx';
import { AlliancePage } from './alliance/alliance-page.tsx';
import { ProgrammePage } from './alliance/programme-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { BenchPage } from './bench/bench-page.tsx';
import { InstrumentPage } from './bench/instrument-page.tsx';
import { StudyPage } from './bench/study-page.tsx';
import { CampaignsPage } from './campaigns/campaigns-page.tsx';
import { NewCampaignPage } from './campaigns/new-campaign-page.tsx';
import { ClassPage } from './classes/class-page.tsx';
import { ClassesPage } from './classes/classes-page.tsx';
import { ConsentsPage } from './consent/consents-page.tsx';
import { CountryPage } from './country/country-page.tsx';
import { AppealsPage } from './decision/appeals-page.tsx';
import { CandidatesPage } from './decision/candidates-page.tsx';
import { HelplinePage } from './decision/helpline-page.tsx';
import { navItems } from './frame/nav-items.ts';
import { NotFoundPage } from './frame/not-found-page.tsx';
import { KeepingPage } from './keeping/keeping-page.tsx';
import { LivePage } from './live/live-page.tsx';
import { CampaignNormsPage } from './norms/campaign-norms-page.tsx';
import { NormsPage } from './norms/norms-page.tsx';
import { NumbersPage } from './numbers/numbers-page.tsx';
import { OfflinePage } from './offline/offline-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { PanelPage } from './panel/panel-page.tsx';
import { PanelsPage } from './panel/panels-page.tsx';
import { PaperPage } from './paper/paper-page.tsx';
import { PracticePage } from './practice/practice-page.tsx';
import { ProfilePage } from './profile/profile-page.tsx';
import { ReferralsPage } from './referrals/referrals-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { ImportPage } from './roster/import-page.tsx';
import { RosterPage } from './roster/roster-page.tsx';
import { NewRoundPage } from './rounds/new-round-page.tsx';
import { RoundPage } from './rounds/round-page.tsx';
import { RoundsPage } from './rounds/rounds-page.tsx';
import { SchoolPage } from './school/school-page.tsx';
import { FactorPage } from './security/factor-page.tsx';
import { useStaff } from './session/staff-context.ts';
import { TextsPage } from './texts/texts-page.tsx';

/** Every address of the staff. The server decides who may see what; a page that is not someone's says so. */
export function Pages() {
  return (
    <Router>
      <Route path="/staff" component={Home} />
      <Route path="/staff/classes" component={ClassesPage} />
      <Route path="/staff/classes/:class" component={ClassPage} />
      <Route path="/staff/classes/:class/overview" component={OverviewPage} />
      <Route path="/staff/classes/:class/live" component={LivePage} />
      <Route path="/staff/consents" component={ConsentsPage} />
      <Route path="/staff/roster" component={RosterPage} />
      <Route path="/staff/roster/:school/:import" component={ImportPage} />
      <Route path="/staff/pupils" component={SchoolPage} />
      <Route path="/staff/offline" component={OfflinePage} />
      <Route path="/staff/pupils/:pupil" component={ProfilePage} />
      <Route path="/staff/pupils/:pupil/paper" component={PaperPage} />
      <Route path="/staff/appeals" component={AppealsPage} />
      <Route path="/staff/candidates" component={CandidatesPage} />
      <Route path="/staff/helpline" component={HelplinePage} />
      <Route path="/staff/campaigns" component={CampaignsPage} />
      <Route path="/staff/campaigns/new" component={NewCampaignPage} />
      <Route path="/staff/campaigns/:campaign" component={ReportPage} />
      <Route path="/staff/country" component={CountryPage} />
      <Route path="/staff/people" component={StaffPage} />
      <Route path="/staff/security" component={FactorPage} />
      <Route path="/staff/audit" component={AuditPage} />
      <Route path="/staff/keeping" component={KeepingPage} />
      <Route path="/staff/numbers" component={NumbersPage} />
      <Route path="/staff/bench" component={BenchPage} />
      <Route path="/staff/bench/panels" component={PanelsPage} />
      <Route path="/staff/bench/panels/:panel" component={PanelPage} />
      <Route path="/staff/bench/:instrument" component={InstrumentPage} />
      <Route path="/staff/bench/:instrument/:study" component={StudyPage} />
      <Route path="/staff/norms" component={NormsPage} />
      <Route path="/staff/norms/:campaign" component={CampaignNormsPage} />
      <Route path="/staff/alliance" component={AlliancePage} />
      <Route path="/staff/programme" component={ProgrammePage} />
      <Route path="/staff/rounds" component={RoundsPage} />
      <Route path="/staff/rounds/new" component={NewRoundPage} />
      <Route path="/staff/rounds/:round" component={RoundPage} />
      <Route path="/staff/referrals" component={ReferralsPage} />
      <Route path="/staff/practice" component={PracticePage} />
      <Route path="/staff/texts" component={TextsPage} />
      <Route default component={NotFoundPage} />
    </Router>
  );
}

/** Everyone's home is the first of their pages. */
function Home() {
  const { me } = useStaff();
  const { route } = useLocation();
  const href = navItems(me)[0]?.href ?? '/staff/security';
  useEffect(() => route(href, true), [href]);
  return null;
}
