import { type CampaignParams, campaignParams } from '../../contract/campaign.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Coarsening } from '../../domain/coarsen.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, FileReply } from '../../http/endpoint.ts';
import { byteOrderMark, csvLine } from '../../report/export/csv.ts';
import { researchLayout } from '../../report/export/research-columns.ts';
import { dictionaryOf, readmeOf, syntaxOf } from '../../report/export/research-files.ts';
import { zipStream } from '../../report/export/zip-stream.ts';
import { countTraits, type RowCounts, researchRows } from './research-rows.ts';

const k = 10;

export const exportResearch = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/research.zip',
  summary: 'Pseudonymous data of a campaign for researchers: CSV, SPSS syntax, data dictionary; small groups coarsened',
  permission: 'research.export',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  reply: { file: 'application/zip' },
  audit: { action: 'export.research', target: 'campaign' },
  async handle(stores, { params, now }) {
    const campaign = await stores.catalogue.campaign(params.campaign);
    if (campaign === null) throw new Problem('not-found');
    const layout = researchLayout(stores.instruments.version(campaign.instrument, campaign.instrumentVersion));
    const coarsening = new Coarsening(k);
    await countTraits(stores, campaign, coarsening);
    const counts: RowCounts = { told: 0, left: 0 };
    const data = async function* () {
      yield byteOrderMark +
        csvLine(
          layout.columns.map(({ name }) => name),
          'comma',
        );
      for await (const rows of researchRows(stores, campaign, layout, coarsening, counts))
        yield rows.map((row) => csvLine(row, 'comma')).join('');
    };
    const { year } = campaign;
    const instrument = `${campaign.instrument} ${campaign.instrumentVersion}`;
    const header = { campaign: campaign._id, year, instrument, exportedAt: now, k };
    const readme = function* () {
      yield readmeOf(header, counts);
    };
    return new FileReply(
      `ustaz-research-${campaign._id}.zip`,
      zipStream([
        { name: 'data.csv', content: data() },
        { name: 'data.sps', content: [syntaxOf(layout)] },
        { name: 'dictionary.csv', content: [dictionaryOf(layout)] },
        // Last: only now is it known how many were left out.
        { name: 'README.txt', content: readme() },
      ]),
    );
  },
});
