import type { Command } from 'commander';
import type { Container } from '../../container.ts';
import type { ScaleChange } from '../../domain/rescore/compare-results.ts';
import type { Skipped } from '../../domain/rescore/rescore-preview.ts';
import type { RescoreSummary } from '../../domain/rescore/summary.ts';
import { carryOut, openRun, previewRescore } from '../../resources/rescore/rescore.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { CommandProblem } from '../command-problem.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';
import { campaignNamed } from './campaign-named.ts';
import { namedOperator, tellAudit } from './named-operator.ts';
import { table } from './norm-tables.ts';
import { notice } from './notice.ts';

type Options = { campaign?: string; by?: string; reason?: string; dryRun?: boolean; json?: boolean };
type Told = { campaign: string; dryRun: boolean; looked: number; skipped: Skipped; summary: RescoreSummary | null };

export function addRescoreCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('rescore')
    .description(
      'Recompute stored results with today’s norms, keys, weights and engine, and tell what changed and why; earlier results are kept',
    )
    .option('--campaign <id>', 'one campaign (every one unless told)')
    .option('--dry-run', 'tell what would change, change nothing')
    .option('--by <e-mail>', 'the operator whose decision it is')
    .option('--reason <text>', 'why, in a sentence; it stays with the run')
    .option('--json', 'as JSON')
    .action((options: Options) =>
      withStores(door, async (stores) => {
        if (!options.dryRun) requireDecision(options);
        const told: Told[] = [];
        for (const campaign of await campaignsOf(stores, options.campaign)) {
          notice(`${campaign._id}: ${campaign.title.en}`);
          told.push(options.dryRun ? await preview(stores, campaign) : await run(stores, campaign, options));
        }
        process.stdout.write(options.json ? `${JSON.stringify(told, null, 2)}\n` : told.map(words).join('\n'));
        notice(nextStep(told, options));
      }),
    );
}

function nextStep(told: readonly Told[], { campaign, dryRun }: Options): string {
  if (told.every(({ summary }) => (summary?.changed ?? 0) === 0)) return 'All results stand on today’s versions.';
  if (!dryRun) return 'Every earlier result is kept beside the new one.';
  const which = campaign === undefined ? '' : ` --campaign ${campaign}`;
  return `Nothing was written. To do it: npx ustaz rescore${which} --by <e-mail of an operator> --reason <text>`;
}

function requireDecision({ by, reason }: Options): void {
  if (by === undefined || (reason ?? '').trim().length < 10) {
    throw new CommandProblem(
      'Rescoring is somebody’s decision: --by <e-mail> and --reason <ten characters or more>, or --dry-run',
    );
  }
}

async function campaignsOf(stores: Container, id: string | undefined): Promise<readonly CampaignRecord[]> {
  return id === undefined ? stores.catalogue.campaigns({}) : [await campaignNamed(stores, id)];
}

async function preview(stores: Container, campaign: CampaignRecord): Promise<Told> {
  return { campaign: campaign._id, dryRun: true, ...(await previewRescore(stores, campaign)) };
}

async function run(stores: Container, campaign: CampaignRecord, { by = '', reason }: Options): Promise<Told> {
  const author = await namedOperator(stores, by);
  const opened = await openRun(stores, campaign._id, { by: author, reason: reason ?? '' });
  if (opened.looked > 0)
    notice(`going on with the run of ${opened.startedAt.toISOString()} after ${opened.looked} results`);
  await tellAudit(stores, author, 'campaign.rescore', campaign._id);
  const { looked, skipped, summary } = await carryOut(stores, opened);
  return { campaign: campaign._id, dryRun: false, looked, skipped, summary };
}

type States = RescoreSummary['invitations'];

const statesIn = (title: string, states: States): string[] =>
  states.length === 0
    ? []
    : [`${title}\n${table(states.map(({ from, to, people }) => [`  ${from} → ${to}`, `${people}`]))}`];

const kindWords: readonly (readonly [ScaleChange['what'], string])[] = [
  ['placed', 'have a T now'],
  ['no-longer-placed', 'have no T any more'],
  ['moved', 'have another score'],
  ['scored', 'have a score now'],
  ['no-longer-scored', 'have no score any more'],
  ['error', 'have another error'],
];

function words({ campaign, dryRun, looked, skipped, summary }: Told): string {
  if (summary === null) return `${campaign}: ${looked} results looked at\n`;
  const { changed, unexplained, why, scales, invitations, quality, fields } = summary;
  const others =
    skipped.otherItems > 0 ? `, ${skipped.otherItems} scored by the form they sat, whose items were others` : '';
  const head = `${campaign}: ${looked} results looked at, ${changed} ${dryRun ? 'would change' : 'changed'}${others}\n`;
  const odd = unexplained > 0 ? `${unexplained} differ although every version is the same: look into it\n` : '';
  return [
    head,
    odd,
    why.length === 0
      ? ''
      : `why\n${table(why.map(({ basis, from, to, people }) => [`  ${basis}`, `${from ?? 'none'} → ${to ?? 'none'}`, `${people}`]))}`,
    ...statesIn('invitation to talk', invitations),
    ...statesIn('how the answers came about', quality),
    fields === 0 ? '' : `fields that fit became others: ${fields}\n`,
    scales.length === 0
      ? ''
      : `scales\n${table([
          ['  scale', 'people', 'what', 'mean shift of T', 'largest'],
          ...scales.map(({ scale, people, kinds, meanShiftOfT, largestShiftOfT }) => [
            `  ${scale}`,
            `${people}`,
            kindWords.flatMap(([kind, said]) => (kinds[kind] === undefined ? [] : `${kinds[kind]} ${said}`)).join(', '),
            meanShiftOfT?.toFixed(2) ?? '–',
            largestShiftOfT?.toFixed(2) ?? '–',
          ]),
        ])}`,
  ].join('');
}
