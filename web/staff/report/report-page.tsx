import { useRoute } from 'preact-iso/router';
import type { CampaignReport } from '../../../server/contract/campaign.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { ChoiceSection } from './choice-section.tsx';
import { Funnel } from './funnel.tsx';
import { InTheMaking } from './in-the-making.tsx';
import { leadOf } from './lead.ts';
import { PlaceSection } from './place-section.tsx';
import { topRow } from './place-tree.ts';
import { RegionOnMap } from './region-on-map.tsx';
import { ReportDetails } from './report-details.tsx';
import { ReportFiles } from './report-files.tsx';
import { ScaleCharts } from './scale-charts.tsx';
import { shareWords } from './share-words.ts';

/** «How far is the region, and what do its pupils say?» The title is the answer. */
export function ReportPage() {
  const { params } = useRoute();
  const language = useLanguage();
  const got = useGet<CampaignReport>(`/api/campaigns/${encodeURIComponent(params.campaign ?? '')}/report`);
  const report = got.value;
  return (
    <Page
      title={report === null ? m.report_title() : headlineOf(report)}
      crumbs={<a href="/staff/campaigns">{m.nav_reports()}</a>}
      lead={
        report === null ? (
          <p class="waiting short" />
        ) : (
          <>
            <p class="small">{releaseWords(report, language)}</p>
            <p>{leadOf(report, language).join(' ')}</p>
          </>
        )
      }
    >
      {got.failure?.slug === 'report-in-the-making' ? (
        <InTheMaking failure={got.failure} onRetry={got.reload} />
      ) : (
        <Loaded got={got} lines={14}>
          {(found) => <Report report={found} />}
        </Loaded>
      )}
    </Page>
  );
}

function Report({ report }: { report: CampaignReport }) {
  const region = topRow(report);
  if (region === null || region.participation.pupils === 0) {
    return <Empty title={m.report_no_pupils()}>{m.report_no_pupils_next()}</Empty>;
  }
  return (
    <div class="stack wide-gap">
      <div class="two">
        <Funnel participation={region.participation} steps={report.steps ?? null} />
        <RegionOnMap region={report.campaign.region} />
      </div>
      <ScaleCharts report={report} />
      <ReportDetails report={report} />
      <ChoiceSection
        choices={report.choices ?? []}
        cells={topRow(report)?.choices ?? []}
        releasedAt={report.releasedAt}
        file={`ustaz-${report.campaign.id}`}
      />
      <PlaceSection report={report} />
      <ReportFiles
        path={`/api/campaigns/${encodeURIComponent(report.campaign.id)}/report`}
        name={`ustaz-${report.campaign.id}`}
        hasEditions
      />
      <Protection report={report} />
    </div>
  );
}

function Protection({ report: { k, minimumForHistogram, norm, release, releasedAt } }: { report: CampaignReport }) {
  return (
    <section class="stack narrow-text">
      <h2>{m.protection_title()}</h2>
      <p>{m.protection_cells({ k: formatNumber(k), minimum: formatNumber(minimumForHistogram) })}</p>
      <p>{m.protection_release({ release: formatNumber(release), day: formatDay(releasedAt) })}</p>
      <p class="small">
        {m.report_no_norm()} {norm}
      </p>
    </section>
  );
}

function headlineOf(report: CampaignReport): string {
  const region = topRow(report);
  return shareWords(region?.participation.submitted ?? 0, region?.participation.pupils ?? 0);
}

const releaseWords = ({ campaign, release, releasedAt }: CampaignReport, language: 'kk' | 'ru' | 'en'): string =>
  m.report_release({
    region: campaign.regionName[language],
    title: campaign.title[language],
    year: String(campaign.year),
    release: formatNumber(release),
    day: formatDay(releasedAt),
  });
