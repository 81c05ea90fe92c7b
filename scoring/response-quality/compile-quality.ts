import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { type ItemTable, itemTable } from '../compile/item-table.ts';
import { orderer } from '../order/presentation-order.ts';
import { type AnswerCodes, answerCodes } from './answer-codes.ts';
import { answerPrediction } from './answer-prediction.ts';
import { type ChangePointPlan, changePointPlan } from './change-point.ts';
import { fitItems } from './fit-items.ts';
import { type ForcedPairsPlan, forcedPairsPlan } from './forced-pairs.ts';
import { type GuttmanTable, guttmanTable } from './guttman-table.ts';
import { type HalvesPlan, halvesPlan } from './halves.ts';
import { timedPages } from './item-times.ts';
import { type LeafScale, leafScales } from './leaf-scales.ts';
import { type MetOrder, metOrder } from './met-order.ts';
import { type PersonFitTable, personFitTable } from './person-fit-table.ts';
import { type ProfileDistancePlan, profileDistancePlan } from './profile-distance.ts';
import type { QualityReference } from './reference.ts';
import { type RunPlan, runPlan } from './runs.ts';
import { suspicionCut } from './suspicion-cut.ts';

/** A scale whose answers have to fit together. `lowest`: the keyed code of category 0. */
export interface FittedScale {
  readonly scale: LeafScale;
  readonly lowest: Float64Array;
  readonly fit: PersonFitTable;
  readonly guttman: GuttmanTable;
  /** Categories of one person's answers: used again for everybody. */
  readonly categories: Int8Array;
}

/** What only a reference sample makes possible. */
export interface SharpPlan {
  readonly reference: QualityReference;
  readonly suspicionCut: number;
  readonly change: ChangePointPlan;
  readonly distance: ProfileDistancePlan;
  readonly fitted: readonly FittedScale[];
}

/** A form made ready to say how its answers came about. */
export interface QualityPlan {
  readonly form: string;
  readonly formVersion: string;
  readonly items: ItemTable;
  /** Item positions in the order in which the sitting with this seed met them. */
  readonly orderOf: (seed: number) => Int32Array;
  /** Instructed items, and for each the answers that are right, one bit each: 1 << code. */
  readonly attention: CodedItems;
  /** «Too good to be true», and the answer that counts. */
  readonly candour: CodedItems;
  /** The sitting that is looked at: its answers as codes. */
  readonly sheet: AnswerCodes;
  readonly runs: RunPlan;
  readonly met: MetOrder;
  readonly halves: HalvesPlan;
  readonly synonyms: readonly ItemPlaces[];
  readonly antonyms: readonly ItemPlaces[];
  readonly forced: ForcedPairsPlan | null;
  readonly pages: readonly Int32Array[];
  readonly sharp: SharpPlan | null;
}

/** Item positions, and for each a mask of the codes (see answer-codes.ts) that it is about. */
export interface CodedItems {
  readonly item: Int32Array;
  readonly codes: Int32Array;
}

export interface ItemPlaces {
  readonly first: number;
  readonly second: number;
}

const FEWEST_FITTED = 3;
/** Fewer pairs than this say nothing. */
const FEWEST_PAIRS = 5;

/**
 * @param reference a sample of earlier sittings of this form; without one the indices that need it are null
 * @throws RangeError when the reference is of another form, or not of its items
 */
export function compileQuality(instrument: Instrument, reference?: QualityReference): QualityPlan {
  const items = itemTable(instrument);
  const leaves = leafScales(instrument, items);
  const { synonyms = [], antonyms = [] } = instrument.quality ?? {};
  const places = (pairs: readonly (readonly string[])[]): ItemPlaces[] =>
    pairs.length < FEWEST_PAIRS
      ? []
      : pairs.map(([a = '', b = '']) => ({ first: items.position.get(a) ?? -1, second: items.position.get(b) ?? -1 }));
  return {
    form: instrument.id,
    formVersion: instrument.version,
    items,
    orderOf: orderer(instrument),
    attention: codedItems(instrument.items.map(({ expected = [] }) => expected)),
    candour: codedItems(candourAnswers(instrument)),
    sheet: answerCodes(instrument),
    runs: runPlan(instrument, items),
    met: metOrder(Object.keys(instrument.formats).length),
    halves: halvesPlan(leaves),
    synonyms: places(synonyms),
    antonyms: places(antonyms),
    forced: forcedPairsPlan(instrument, items),
    pages: timedPages(instrument, items),
    sharp: reference === undefined ? null : sharpPlan(instrument, items, leaves, reference),
  };
}

/** @param answers for each item of the form those it is about, none where it is left out */
function codedItems(answers: readonly (readonly number[])[]): CodedItems {
  const asked = answers.flatMap((own, item) => (own.length === 0 ? [] : [{ item, own }]));
  return {
    item: Int32Array.from(asked, ({ item }) => item),
    codes: Int32Array.from(asked, ({ own }) => own.reduce((mask, answer) => mask | (1 << (answer + 1)), 0)),
  };
}

/** The answer that counts is the highest, or the lowest where a scale keys the item −1. */
function candourAnswers({ items, formats, scales }: Instrument): number[][] {
  return items.map(({ id, role, format }) => {
    if (role !== 'candour') return [];
    const points = formats[format]?.points ?? [];
    const key = scales.flatMap((scale) => scale.items ?? []).find((term) => term.item === id)?.key ?? 1;
    return [key === 1 ? Math.max(...points) : Math.min(...points)];
  });
}

function sharpPlan(
  instrument: Instrument,
  items: ItemTable,
  leaves: readonly LeafScale[],
  reference: QualityReference,
): SharpPlan {
  const same = reference.form === instrument.id && reference.items.join() === items.ids.join();
  if (!same)
    throw new RangeError(`Reference ${reference.id} is for ${reference.form}, not for ${instrument.id} as it is`);
  return {
    reference,
    suspicionCut: suspicionCut(reference),
    change: changePointPlan(answerPrediction(reference), items.points),
    distance: profileDistancePlan(leaves, reference),
    fitted: leaves
      .filter(({ item }) => item.length >= FEWEST_FITTED)
      .map((scale) => ({
        scale,
        lowest: Float64Array.from(scale.item, (position) => Math.min(...(items.points[position] ?? [0]))),
        fit: personFitTable(fitItems(scale, reference)),
        guttman: guttmanTable(scale, reference),
        categories: new Int8Array(scale.item.length),
      })),
  };
}
