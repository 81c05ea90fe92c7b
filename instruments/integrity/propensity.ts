import type { Instrument } from '../schema/instrument.schema.ts';
import type { PropensityTable } from '../schema/propensity.schema.ts';
import { type Check, type Finding, repeated, without } from './finding.ts';

/**
 * An index: its parts and thresholds are scales of the battery that may speak about one person, something has a weight,
 * scales that do not count for persons have none, each pathway says what its kind needs, and the wish is always one.
 */
export function checkPropensity(table: PropensityTable, form: Instrument): Finding[] {
  return [...findings(table, form)].map((finding) => ({ file: `${table.id}.json`, ...finding }));
}

function* findings(table: PropensityTable, form: Instrument): Check {
  if (table.battery !== form.id) yield { where: 'battery', problem: `is ${table.battery}, not ${form.id}` };
  yield* checkParts(table, form);
  for (const id of repeated(table.pathways.map((pathway) => pathway.id)))
    yield { where: `pathways/${id}`, problem: 'twice' };
  for (const { id, kind, topShare, all } of table.pathways) {
    if ((kind === 'index') !== (topShare !== undefined))
      yield { where: `pathways/${id}`, problem: 'topShare belongs to the index' };
    if ((kind === 'scales') !== (all !== undefined))
      yield { where: `pathways/${id}`, problem: 'all belongs to scales' };
  }
  if (!table.pathways.some(({ kind, closed }) => kind === 'wish' && closed === undefined)) {
    yield { where: 'pathways', problem: 'the pupil’s own wish is always a way' };
  }
}

function* checkParts({ parts, pathways }: PropensityTable, { scales, keys = {} }: Instrument): Check {
  const named = [
    ...parts.map(({ scale }) => scale),
    ...pathways.flatMap(({ all = [] }) => all.map(({ scale }) => scale)),
  ];
  for (const id of without(
    [...new Set(named)],
    scales.map(({ id }) => id),
  ))
    yield { where: id, problem: 'is no scale of the battery' };
  for (const id of repeated(parts.map(({ scale }) => scale)))
    yield { where: `parts/${id}`, problem: 'stands there twice' };
  if (!parts.some(({ weight }) => weight > 0)) yield { where: 'parts', problem: 'nothing has a weight' };
  for (const { id, use, sjt } of scales) {
    const weight = parts.find(({ scale }) => scale === id)?.weight ?? 0;
    if (weight === 0) continue;
    if (sjt !== undefined && keys[sjt.key]?.source !== 'panel')
      yield { where: `parts/${id}`, problem: 'has a weight before a panel has set its key' };
    else if (use !== 'profile') yield { where: `parts/${id}`, problem: `is for ${use} and has a weight` };
  }
  for (const { id, all = [], closed } of pathways) {
    const open = closed === undefined ? all.map(({ scale }) => scale) : [];
    const authors = scales.filter(
      (scale) => open.includes(scale.id) && scale.sjt !== undefined && keys[scale.sjt.key]?.source !== 'panel',
    );
    if (authors.length > 0) yield { where: `pathways/${id}`, problem: 'is open before a panel has set its key' };
  }
}
