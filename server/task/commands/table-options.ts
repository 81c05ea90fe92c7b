import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { compile } from '../../../scoring/index.ts';
import { jsonFile } from '../bench/json-file.ts';
import { type KeyedScale, parseKey } from '../bench/key-file.ts';
import { instrumentScales } from '../bench/keyed-scales.ts';
import type { ColumnChoice } from '../bench/scored-table.ts';
import { knownForm } from '../known-form.ts';

/** What the commands of the bench say about their table, in the same words everywhere. */
export interface TableOptions {
  readonly key?: string;
  readonly instrument?: string | undefined;
  readonly items?: string;
  readonly exclude?: string;
  readonly json?: boolean;
}

export const ABOUT_TABLE = `
The table: the first line names the columns; every column of whole numbers is an item, a blank cell (or NA) is a missing
answer. Comma, semicolon or tab; quoted cells, CRLF and a byte order mark are fine. A column «id», columns of other things
and columns you name for something else are no items; what is passed over is said once. A cell that is no answer is named
by line and column and its row is left out (exit code 2).`;

export function addTableOptions(command: Command): Command {
  return command
    .option('--key <key.json>', 'which items make up which scale; «-A1» is a reversed item: { "agree": ["-A1", "A2"] }')
    .option('--instrument <name>', 'take scales and keys from an instrument of ours instead, e.g. personality-ipip50')
    .option('--items <names>', 'only these columns, with commas; * stands for anything: "N*"')
    .option('--exclude <names>', 'columns that are no items')
    .option('--json', 'everything as JSON instead of a table')
    .addHelpText('after', ABOUT_TABLE);
}

export const openTable = (file: string): AsyncIterable<Buffer | string> =>
  file === '-' ? process.stdin : createReadStream(file);

export function namesOf(text: string | undefined): string[] | undefined {
  const names = text
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names === undefined || names.length === 0 ? undefined : names;
}

export function readKey(path: string): KeyedScale[] {
  return parseKey(jsonFile(path), path);
}

function keyOf({ key, instrument }: TableOptions): KeyedScale[] | undefined {
  if (key !== undefined) return readKey(key);
  if (instrument === undefined) return undefined;
  const form = knownForm(instrument);
  const plan = compile(form);
  return instrumentScales(form, (item) => plan.points[plan.position.get(item) ?? -1] ?? []);
}

export function columnChoice(options: TableOptions, keep?: readonly string[]): ColumnChoice {
  const [key, items, exclude] = [keyOf(options), namesOf(options.items), namesOf(options.exclude)];
  return {
    ...(key === undefined ? {} : { key }),
    ...(items === undefined ? {} : { items }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(keep === undefined ? {} : { keep }),
  };
}
