import type { Container } from '../container.ts';
import {
  type ComparisonReport,
  comparisonReport,
  type ReportFileQuery,
  reportFileQuery,
} from '../contract/aggregate.schema.ts';
import { type CampaignParams, campaignParams } from '../contract/campaign.schema.ts';
import { type ResultQuery, resultQuery } from '../contract/result.schema.ts';
import { shape } from '../contract/shape.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply, FrozenReply, xlsx } from '../http/endpoint.ts';
import { comparisonOf } from '../report/aggregate/comparison.ts';
import { regionReport } from '../report/aggregate/region-report.ts';
import { regionSheets } from '../report/aggregate/region-sheets.ts';
import { xlsxOf } from '../report/export/xlsx.ts';
import { comparisonGround } from './comparison-ground.ts';
import { countryNow } from './country-now.ts';

export const readComparison = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/comparison',
  summary:
    'A region’s release beside the country, the year before and its own parts: frozen figures, differences with their error',
  permission: 'report.read',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  reply: shape<ComparisonReport>(comparisonReport),
  audit: { action: 'report.read', target: 'campaign' },
  async handle(stores, { params }) {
    const { version, read } = await groundFor(stores, params.campaign);
    return new FrozenReply(`comparison ${params.campaign}`, version, async () => comparisonOf(await read()));
  },
});

export const regionPdf = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/report.pdf',
  summary: 'A region’s release as a PDF: the short edition, or with every picture and table as an appendix',
  permission: 'report.read',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  query: shape<ReportFileQuery>(reportFileQuery),
  reply: { file: 'application/pdf' },
  audit: { action: 'report.read', target: 'campaign' },
  async handle(stores, { params, query: { language, edition = 'short' }, now }) {
    const ground = await (await groundFor(stores, params.campaign)).read();
    const country = await countryNow(stores, now);
    const report = regionReport(
      { report: ground.report, comparison: comparisonOf(ground), country, edition },
      language,
    );
    return new FileReply(`ustaz-region-${language}.pdf`, await stores.press.print({ kind: 'report', of: report }));
  },
});

export const regionXlsx = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/report.xlsx',
  summary: 'A region’s release as a spreadsheet: places, groups, years, steps',
  permission: 'report.read',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  query: shape<ResultQuery>(resultQuery),
  reply: { file: xlsx },
  audit: { action: 'report.read', target: 'campaign' },
  async handle(stores, { params, query: { language } }) {
    const ground = await (await groundFor(stores, params.campaign)).read();
    const sheets = regionSheets(ground.report, comparisonOf(ground), language);
    return new FileReply(`ustaz-region-${language}.xlsx`, await xlsxOf(sheets));
  },
});

async function groundFor(stores: Container, campaign: string) {
  const record = await stores.catalogue.campaign(campaign);
  if (record === null) throw new Problem('not-found');
  return comparisonGround(stores, record);
}
