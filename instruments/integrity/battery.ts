import { type Members, pagesOf } from '../battery/member.ts';
import { mergeBattery } from '../battery/merge-battery.ts';
import type { Battery } from '../schema/battery.schema.ts';
import type { Instrument } from '../schema/instrument.schema.ts';
import { type Check, type Finding, repeated, without } from './finding.ts';

/**
 * A battery: it pins versions that are there, names sections and items that are there, shows no item twice, keeps item and
 * scale ids apart, and does not promise less time than its answers take.
 */
export function checkBattery(battery: Battery, instruments: Members): Finding[] {
  return [...findings(battery, instruments)].map((finding) => ({ file: 'battery.json', ...finding }));
}

function* findings(battery: Battery, instruments: Members): Check {
  const broken = [...checkPins(battery, instruments), ...checkBlocks(battery, instruments)];
  yield* broken;
  if (broken.length > 0) return;
  const form = attempt(() => mergeBattery(battery, instruments));
  if (typeof form === 'string') yield { where: 'instruments', problem: form };
  else yield* checkForm(battery, form);
}

function* checkPins(battery: Battery, instruments: Members): Check {
  for (const { id, version } of battery.instruments) {
    const found = instruments.get(id);
    if (found === undefined) yield { where: `instruments/${id}`, problem: 'is not there' };
    else if (found.version !== version)
      yield { where: `instruments/${id}`, problem: `pins ${version}; it is ${found.version}` };
  }
  for (const id of repeated(battery.sections.map((section) => section.id)))
    yield { where: `sections/${id}`, problem: 'stands there twice' };
}

function* checkBlocks(battery: Battery, instruments: Members): Check {
  const pinned = battery.instruments.map(({ id }) => id);
  const blocks = battery.sections.flatMap(({ id, blocks, spread }) =>
    [...blocks, ...(spread === undefined ? [] : [spread])].map((block) => ({ where: `sections/${id}`, block })),
  );
  for (const { where, block } of blocks) {
    if (!pinned.includes(block.instrument)) yield { where, problem: `shows ${block.instrument}, which is not pinned` };
    const pages = attempt(() => pagesOf(block, instruments));
    if (typeof pages === 'string') yield { where, problem: pages };
  }
  const used = blocks.map(({ block }) => block.instrument);
  for (const id of without(pinned, used)) yield { where: `instruments/${id}`, problem: 'is pinned and never shown' };
}

function* checkForm(battery: Battery, form: Instrument): Check {
  const shown = form.sections.flatMap(({ pages }) => pages.flatMap(({ items }) => items));
  for (const id of repeated(shown)) yield { where: `items/${id}`, problem: 'is shown twice' };
  const keyed = new Set(form.scales.flatMap(({ items = [] }) => items.map(({ item }) => item)));
  for (const { id, role } of form.items) {
    if (role === undefined && !keyed.has(id)) yield { where: `items/${id}`, problem: 'enters no scale of the battery' };
  }
  const minutes = minutesOf(form);
  if (minutes > battery.minutes.median) {
    yield { where: 'minutes', problem: `promises ${battery.minutes.median}; its answers take ${minutes.toFixed(1)}` };
  }
}

/** How long the answers of a form take at the usual pace of their formats. */
export function minutesOf({ items, formats }: Instrument): number {
  return items.reduce((sum, { format }) => sum + (formats[format]?.seconds ?? 0), 0) / 60;
}

function attempt<T>(make: () => T): T | string {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof RangeError) return cause.message;
    throw cause;
  }
}
