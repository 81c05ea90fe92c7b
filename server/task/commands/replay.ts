import { type Command, Option } from 'commander';
import { type Language, languages } from '../../domain/language.ts';
import { compareWithFile, keptBack, largestDifference } from '../replay/compare.ts';
import { type ReplayOutcome, replay } from '../replay/replay.ts';
import { demandSameDatabase } from '../replay/same-service.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';
import { notice } from './notice.ts';
import { progressBar } from './progress-bar.ts';
import { wholeNumber } from './whole-number.ts';

type Options = { url: string; language: Language; concurrency: number; patience: number };

export function addReplayCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('replay')
    .description(
      'Let every row of a CSV sit through the running service’s HTTP API as a pupil with a code; again sends nothing twice',
    )
    .argument('<instrument>', 'e.g. personality-ipip50')
    .argument('<answers.csv>', 'the answers, one row a person')
    .option('--url <url>', 'the running service', `http://127.0.0.1:${process.env.PORT ?? '8080'}`)
    .addOption(
      new Option('--language <language>', 'the language the answers were given in')
        .choices([...languages])
        .default('en'),
    )
    .option('--concurrency <n>', 'pupils at once', wholeNumber, 24)
    .option('--patience <seconds>', 'how long to wait for a service that does not answer', wholeNumber, 300)
    .action((instrument: string, file: string, { url, language, concurrency, patience }: Options) =>
      withStores(door, async (stores, secrets, place) => {
        await demandSameDatabase(stores, url, place);
        const progress = progressBar(process.stderr);
        const patienceMs = patience * 1000;
        const outcome = await replay(stores, secrets, {
          instrument,
          file,
          url,
          language,
          concurrency,
          patienceMs,
          notice,
          progress,
        });
        process.stdout.write(summary(outcome));
        process.exitCode = outcome.bad > 0 ? 2 : 0;
      }),
    );
}

function summary({ rows, sent, wasThere, seconds, batchMs, report, plan, replayed }: ReplayOutcome): string {
  const percentile = (share: number): string =>
    (batchMs[Math.min(batchMs.length - 1, Math.floor(batchMs.length * share))] ?? 0).toFixed(1);
  const comparisons = compareWithFile(plan, replayed, report);
  const worst = largestDifference(comparisons);
  const kept = keptBack(comparisons);
  const region = report.rows.find(({ level }) => level === 'region');
  return [
    `rows ${rows}: ${sent} sent, ${wasThere} were there already; submitted in the report: ${region?.participation.submitted ?? 0}`,
    `${(sent / seconds).toFixed(1)} sittings/s; a batch p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, p99 ${percentile(0.99)} ms (${batchMs.length} batches)`,
    `department's report, release ${report.release} of ${report.releasedAt}:`,
    ...comparisons.map(
      ({ scale, file, report: shown }) =>
        `  ${scale.padEnd(22)} n ${shown?.n ?? '–'} mean ${shown?.mean ?? '–'} sd ${shown?.sd ?? '–'} | file: n ${file.n} mean ${file.mean} sd ${file.sd}`,
    ),
    worst === null
      ? 'the report does not show the same pupils as the file'
      : `largest difference from the file: ${worst.toExponential(2)}${kept === 0 ? '' : ` (${kept} figures are kept back: too few pupils)`}`,
    '',
  ].join('\n');
}
