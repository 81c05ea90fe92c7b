import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { Model } from 'survey-core';
import { loadForm } from '../../../instruments/forms.ts';
import { loadPropensity } from '../../../instruments/load.ts';
import {
  compile,
  compilePropensity,
  compileQuality,
  createSimulator,
  demoGroup,
  demoNorm,
  demoReference,
  FIELDS,
  judgeQuality,
  measureQuality,
  type QualityPlan,
  type RowPropensity,
  rowPropensity,
  scoreInto,
} from '../../../scoring/index.ts';
import { type ScaleRules, scaleRules } from './rules.ts';

/**
 * `npm run bench scoring`: the whole of kasip-9 (all scales, quality, norm, index) per second of processor time, in one run
 * beside (a) a hand-written loop that only sums the same keyed items, (b) json-logic-js with the same rules for scales and
 * thresholds, (c) survey-core with calculated values. json-logic-js and survey-core do less than we do: no situations, no
 * norm, no quality, no error. They are given the answers as they take them, and nothing they do not need: no copies, and a
 * survey without questions. «With a reference» adds the indices that compare with a sample (lz*, Mahalanobis, Guttman,
 * change point).
 */
const form = loadForm('kasip-9');
const norm = demoNorm(form, 'kk');
const plan = compile(form, norm);
const rules = scaleRules(form, plan);
const table = loadPropensity('kasip-9');
if (table === null) throw new Error('kasip-9 has an index');
const propensity = compilePropensity(table, norm);
const quality = compileQuality(form);
const simulate = createSimulator(form);

const PEOPLE = 2000;
const sheets = Array.from({ length: PEOPLE }, (_, seed) =>
  simulate(seed, demoGroup({ language: 'kk', rural: seed % 2 === 0 })),
).map(({ answers }) => answers);
const rows = sheets.map((answers) => Float64Array.from(plan.itemIds, (id) => answers[id] ?? Number.NaN));

/** Sittings a second of processor time: the best of five turns, each of at least this long. */
const TURN_MS = 800;
function measured(work: (person: number) => void): number {
  let best = 0;
  for (let turn = 0; turn < 5; turn++) {
    const before = process.cpuUsage();
    const started = performance.now();
    let done = 0;
    while (performance.now() - started < TURN_MS) {
      for (let again = 0; again < 20; again++) work(done++ % PEOPLE);
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, done / ((user + system) / 1e6));
  }
  return best;
}

let sink = 0;

/** (a) the floor: nothing but the sums, nothing looked up, nothing allocated. */
function floorOf(all: readonly ScaleRules[]): (person: number) => void {
  const flat = all.map(({ terms, match }) => ({
    item: Int32Array.from(terms, ({ position }) => position),
    slope: Float64Array.from(terms, ({ slope }) => slope),
    intercept: Float64Array.from(terms, ({ intercept }) => intercept),
    counted: Int32Array.from(match, ({ position }) => position),
    value: Float64Array.from(match, ({ value }) => value),
  }));
  const sums = new Float64Array(flat.length);
  return (person) => {
    const row = rows[person] ?? new Float64Array(0);
    for (let scale = 0; scale < flat.length; scale++) {
      const one = flat[scale];
      if (one === undefined) continue;
      let sum = 0;
      for (let term = 0; term < one.item.length; term++) {
        sum += (one.intercept[term] ?? 0) + (one.slope[term] ?? 0) * (row[one.item[term] ?? 0] ?? 0);
      }
      for (let term = 0; term < one.counted.length; term++) {
        if (row[one.counted[term] ?? 0] === one.value[term]) sum++;
      }
      sums[scale] = sum;
    }
    sink += sums[0] ?? 0;
  };
}

const out = new Float64Array(plan.scales.length * FIELDS);
const order = Int32Array.from(plan.itemIds, (_, index) => index);
const assess = rowPropensity(plan, propensity);

/** All scales, norm, index. */
function oursWithoutQuality(person: number): RowPropensity {
  const row = rows[person] ?? out;
  scoreInto(plan, row, out);
  return assess(out, true);
}

/** The full battery. */
function oursWith(asked: QualityPlan): (person: number) => void {
  return (person) => {
    const row = rows[person] ?? out;
    const verdict = judgeQuality(asked, measureQuality(asked, { values: row, order }));
    scoreInto(plan, row, out);
    const { met } = assess(out, verdict.state !== 'repeat-offered');
    sink += met.length + (out[0] ?? 0);
  };
}

/** (b) the same sums, and the thresholds of the pathways, as rules. */
function jsonLogicPeer(): (person: number) => void {
  const scaleRule = ({ terms, match }: ScaleRules): RulesLogic => ({
    '+': [
      ...terms.map(({ item, slope, intercept }) => (slope === 1 ? { var: item } : { '-': [intercept, { var: item }] })),
      ...match.map(({ item, value }): RulesLogic => ({ if: [{ '===': [{ var: item }, value] }, 1, 0] })),
    ],
  });
  const asked = rules.map((rule) => ({ id: rule.id, rule: scaleRule(rule), of: Math.max(1, rule.terms.length) }));
  const pathways = (table?.pathways ?? []).flatMap(({ all = [] }) => all);
  return (person) => {
    const data = sheets[person] ?? {};
    const means: Record<string, number> = {};
    for (const { id, rule, of } of asked) means[id] = Number(jsonLogic.apply(rule, data)) / of;
    for (const { scale, answersAtLeast } of pathways) {
      if (jsonLogic.apply({ '>=': [{ var: scale }, answersAtLeast] }, means)) sink++;
    }
  };
}

/** (c) a survey whose calculated values are the same sums. */
function surveyPeer(): (person: number) => void {
  const expression = ({ terms, match }: ScaleRules): string =>
    [
      ...terms.map(({ item, slope, intercept }) => (slope === 1 ? `{${item}}` : `(${intercept} - {${item}})`)),
      ...match.map(({ item, value }) => `iif({${item}} = ${value}, 1, 0)`),
    ].join(' + ');
  const survey = new Model({
    calculatedValues: rules.map((rule) => ({
      name: rule.id.replaceAll('-', '_'),
      expression: expression(rule),
      includeIntoResult: true,
    })),
  });
  return (person) => {
    survey.data = sheets[person];
    sink += Number(survey.getVariable('nature') ?? 0);
  };
}

const say = (line: string): void => console.log(line);
const floor = measured(floorOf(rules));
const full = measured(oursWith(quality));
const scalesOnly = measured((person) => {
  sink += oursWithoutQuality(person).met.length;
});
const linear = measured((person) => {
  scoreInto(plan, rows[person] ?? out, out);
});
// Made only now: its sample is measured by the same code, which the engine then compiles for both.
const sharp = measured(oursWith(compileQuality(form, demoReference(form))));
const logic = measured(jsonLogicPeer());
const survey = measured(surveyPeer());
const shown = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/CPU-s`.padStart(18);
say(`kasip-9: ${plan.itemIds.length} items, ${plan.scales.length} scales; ${rules.length} of them are sums or counts`);
say(`(a) floor: a loop that only sums   ${shown(floor)}   1.00`);
say(`    ours, the full battery         ${shown(full)}   ${(full / floor).toFixed(3)} of the floor`);
say(`    ours without quality           ${shown(scalesOnly)}   ${(scalesOnly / floor).toFixed(3)} of the floor`);
say(`    ours, scales and norm only     ${shown(linear)}   ${(linear / floor).toFixed(3)} of the floor`);
say(`    ours, with a reference         ${shown(sharp)}   ${(sharp / floor).toFixed(3)} of the floor`);
say(`(b) json-logic-js                  ${shown(logic)}   ours ${(full / logic).toFixed(1)} ×`);
say(`(c) survey-core                    ${shown(survey)}   ours ${(full / survey).toFixed(1)} ×`);
say(`(sum of everything, so that nothing is left out: ${sink.toExponential(2)})`);
