import type { Careers } from '../../../instruments/schema/careers.schema.ts';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { describe, type Plan, type ScaleDescription, type ScaleInWords } from '../../../scoring/index.ts';
import type { Language } from '../language.ts';
import { mainScales } from '../main-scales.ts';
import type { StoredResult } from '../result.ts';
import { scaleGroups } from '../scale-groups.ts';

/** All a report is made from: a stored result, the words of its form, and whose it is. */
export type ReportSource = {
  language: Language;
  result: StoredResult;
  plan: Plan;
  instrument: Instrument;
  text: InstrumentText;
  careers: Careers | null;
  norm: NormSet | null;
  wish: boolean | null;
  /** As the reader knows them: the pupil by the first name, the counsellor by the whole. */
  name: string;
  /** School and class, in the reader's language. */
  place: string;
  demo: boolean;
};

/** Three questions a profile answers, in the order in which they are told. */
export type Bucket = 'likes' | 'self' | 'others';
export const buckets: readonly Bucket[] = ['likes', 'self', 'others'];

const likes = new Set(['work-types', 'interests-riasec']);

export const bucketOf = (group: string): Bucket =>
  likes.has(group) ? 'likes' : group.startsWith('personality-') ? 'self' : 'others';

/** The scales a person is told about, in words, strongest first, each with the instrument it is of. */
export function toldScales({ plan, result, text, instrument }: ReportSource): (ScaleDescription & { group: string })[] {
  const main = mainScales(instrument);
  const groups = scaleGroups(instrument);
  return describe(plan, result, text)
    .filter(({ scale }) => main.has(scale))
    .map((one) => ({ ...one, group: groups.get(one.scale) ?? instrument.id }));
}

const mostStrengths = 3;

/**
 * What stands out, by question: the scales whose sentence is the upper one, three at most; where there is none, the
 * strongest one with whatever its sentence is. Wishing to teach has a part of its own and is left out.
 */
export function strengthsOf(source: ReportSource): { bucket: Bucket; scales: ScaleInWords[] }[] {
  const told = toldScales(source).filter((one) => one.kind === 'described' && one.group !== 'teaching-motives');
  return buckets.flatMap((bucket) => {
    const own = told.flatMap((one) => (one.kind === 'described' && bucketOf(one.group) === bucket ? [one] : []));
    const high = own.filter(({ level }) => level === 'high').slice(0, mostStrengths);
    const scales = high.length > 0 ? high : own.slice(0, 1);
    return scales.length === 0 ? [] : [{ bucket, scales }];
  });
}
