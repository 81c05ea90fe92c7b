import { loadForm } from '../../../instruments/forms.ts';
import { loadPropensity } from '../../../instruments/load.ts';
import { compile, ENGINE_VERSION } from '../../../scoring/index.ts';
import { carelessStudy } from '../../../scoring/study/careless-study.ts';
import { latentStudy } from '../../../scoring/study/latent-study.ts';
import { type Notice, readAnswerTable } from '../csv/answer-table.ts';
import { carelessSection } from './careless-section.ts';
import { latentSection } from './latent-section.ts';

export interface ValidityOptions {
  readonly people: number;
  readonly seed: number;
  readonly splits: number;
  /** Real answers to the IPIP-50, to plant careless ones in; without them that part is left out and says so. */
  readonly answers: AsyncIterable<Buffer | string> | null;
  readonly notice: Notice;
}

const BATTERY = 'kasip-9';
const REAL = 'personality-ipip50';

/** The simulation study as a page of Markdown. Everything in it follows from the seed and the answers. */
export async function validityStudy({ people, seed, splits, answers, notice }: ValidityOptions): Promise<string> {
  const form = loadForm(BATTERY);
  const table = loadPropensity(BATTERY);
  if (table === null) throw new Error(`${BATTERY} has no index`);
  notice(`${people} people sit three times …`);
  const latent = latentSection(latentStudy(form, table, people, seed));
  const careless = answers === null ? absent : await onRealRows(answers, splits, seed, notice);
  return `${[
    '# What the numbers can and cannot say',
    `Made by \`npm run study\` (${BATTERY} ${form.version}, weights ${table.id} ${table.version}, engine ${ENGINE_VERSION}, ${people} people, seed ${seed}). Simulated people answer as the model of the simulation says; they show whether the engine does what it promises, and nothing about pupils. No criterion has been observed: there is no study of who became a teacher, and until there is one nothing here is a validity coefficient.`,
    latent,
    careless,
  ].join('\n\n')}\n`;
}

const absent =
  '## Does careless answering show?\n\nNot run: this part needs a file of real answers to the IPIP-50 (`--answers`).';

async function onRealRows(answers: AsyncIterable<Buffer | string>, splits: number, seed: number, notice: Notice) {
  const form = loadForm(REAL);
  const rows: Float64Array[] = [];
  await readAnswerTable(answers, { plan: compile(form), notice }, (values) => {
    rows.push(values.slice());
  });
  notice(`careless answers are planted in ${rows.length} rows, ${splits} splits …`);
  return carelessSection(Array.from({ length: splits }, (_, split) => carelessStudy(form, rows, seed + split)));
}
