import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readSheet, type SheetReading } from '../../domain/texts/read-sheet.ts';
import { readTextWorkbook, writeTextWorkbook } from '../../report/spreadsheet/text-workbook.ts';
import { textDesk } from '../../text-desk.ts';
import { CommandProblem } from '../command-problem.ts';
import { notice } from './notice.ts';

export function addTextsCommand(program: Command): void {
  const texts = program.command('texts').description('The words of the instruments, to a spreadsheet and back');

  texts
    .command('export')
    .description(
      'A workbook of every phrase: ids, source, three languages, what is missing, what changed since its review',
    )
    .argument('<texts.xlsx>')
    .option('--instrument <id>', 'one instrument (all unless told)')
    .action(async (file: string, { instrument }: { instrument?: string }) => {
      const sources = textDesk().sources(instrument);
      if (sources.length === 0)
        throw new CommandProblem(`There is no instrument ${instrument}; there are ${textDesk().ids().join(', ')}`);
      writeFileSync(file, await writeTextWorkbook(sources));
      notice(`${file}: ${sources.length === 1 ? '1 instrument' : `${sources.length} instruments`}`);
    });

  texts
    .command('import')
    .description(
      'Put a reviewed workbook back; errors are named by row and column, and then nothing is written (exit code 2)',
    )
    .argument('<texts.xlsx>')
    .option('--dry-run', 'tell what would change, write nothing')
    .option('--json', 'as JSON')
    .action(async (file: string, { dryRun, json }: { dryRun?: boolean; json?: boolean }) => {
      const desk = textDesk();
      const reading = readSheet(desk.sources(), await workbookIn(file), desk.check);
      const { texts: _texts, ...told } = reading;
      process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : words(reading));
      if (reading.errors.length > 0) {
        process.exitCode = 2;
        return;
      }
      if (dryRun) return;
      for (const one of reading.texts) desk.write(one);
      if (reading.texts.length > 0) notice('Written; «npm run format» sets the files as the others are.');
    });
}

/** @throws CommandProblem where the file is something else than what `export` writes */
async function workbookIn(file: string) {
  const bytes = readFileSync(file);
  try {
    return await readTextWorkbook(bytes);
  } catch (cause) {
    throw new CommandProblem(`${file} is no workbook as «ustaz texts export» writes them`, { cause });
  }
}

function words({ rows, changes, errors, adjudicated }: SheetReading): string {
  const lines = [
    `${rows} rows read, ${changes.length} phrases changed, ${errors.length} errors`,
    ...errors.map(({ sheet, line, column, problem }) => `sheet ${sheet}, row ${line}, column ${column}: ${problem}`),
    ...changes.map(
      ({ instrument, id, language, before, after }) => `${instrument} ${id} ${language}\n  − ${before}\n  + ${after}`,
    ),
    ...adjudicated.map(
      ({ instrument, language, reviewers }) =>
        `${instrument} ${language}: adjudicated by ${reviewers.map(({ name, date }) => `${name} (${date})`).join(' and ')}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
