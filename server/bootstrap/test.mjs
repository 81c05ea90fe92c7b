/** `npm test`: from a fresh clone to one line that says how many checks passed and failed. */
import { Advice, explain } from './advice.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { runCommand } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findMongod } from './mongod.mjs';
import { root } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { run } from './run.mjs';
import { runTests } from './vitest-run.mjs';

const progress = createProgress(process.stdout);
const total = { passed: 0, failed: 0, skipped: 0 };

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** One check that is not a test: passed when `work` throws nothing. @returns what `work` gives, or null */
async function check(name, work) {
  try {
    const result = await work();
    progress.say(`✓ ${name}`);
    count({ passed: 1 });
    return result;
  } catch (error) {
    progress.say(`✗ ${name}`);
    for (const line of explain(error)) progress.say(line);
    count({ failed: 1 });
    return null;
  }
}

/** Runs a tool of node_modules; what it says is shown when it finds fault. @throws {Advice} */
async function tool(label, args, alone) {
  await progress.step(label, async () => {
    const { code, output } = await run(process.execPath, args, { cwd: root });
    if (code === 0) return;
    throw new Advice(`Put right what is named above; «${alone}» does this check alone.`, [output.trimEnd()]);
  });
}

const messages = () => tool('Compiling messages', ['web/i18n/compile.mjs'], 'npm run messages');
const types = () =>
  tool(
    'Checking types',
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false'],
    'npm run types',
  );
const lint = () => tool('Linting', ['node_modules/@biomejs/biome/bin/biome', 'check'], 'npm run lint');
const size = () => tool('Measuring size', ['node_modules/size-limit/bin.js'], 'npm run size');
const server = () => ensureBuilt(['server'], progress);
const web = () => ensureBuilt(['web'], progress);

async function test() {
  await ensureDependencies(progress);
  // Side by side: each is one program that uses one core, or waits for a line.
  const [mongod, chromium] = await Promise.all([
    check('mongod', () => findMongod(progress)),
    check('chromium', () => ensureChromium(progress)),
    check('messages', messages),
    check('lint', lint),
    check('server', server),
  ]);
  await check('web', web);
  await check('size', size);
  const env = { ...process.env, USTAZ_TEST_MONGOD: mongod?.path ?? '', CHROMIUM_PATH: chromium ?? '' };
  const asked = [...process.argv.slice(2), '--passWithNoTests'];
  count(await runTests(env, [...asked, '--project=!faults']));
  // What is killed and frozen is mostly waited for: the compiler has a core to itself meanwhile.
  const faults = runTests(env, [...asked, '--project=faults']);
  await check('types', types);
  count(await faults);
}

await runCommand(async () => {
  try {
    await test();
  } catch (error) {
    for (const line of explain(error)) progress.say(line);
    count({ failed: 1 });
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  progress.say(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
