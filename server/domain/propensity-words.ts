import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { PathwayEvidence, PathwayOutcome, Propensity, PropensityIndex } from '../../scoring/index.ts';
import type { Language } from './language.ts';
import { type PropensitySentences, propensitySentences } from './propensity-sentences.ts';

/** The same two labels for pupil, guardian and counsellor: nothing is said behind anybody's back. */
export type Invitation = { state: Propensity['state']; label: string; text: string };

export type Audience = 'pupil' | 'guardian';

/** What the pupil, or the guardian, is told. */
export function invitationWords(
  language: Language,
  { state }: Pick<Propensity, 'state'>,
  audience: Audience,
): Invitation {
  const { labels, told } = propensitySentences[language];
  return { state, label: labels[state], text: told[audience][state] };
}

export type PathwayWords = {
  id: string;
  name: string;
  status: PathwayOutcome['status'];
  statusLabel: string;
  evidence: string[];
};

/** What the counsellor reads: the state, on what it rests, how sure the index is, and each pathway with its evidence. */
export type PropensityWords = {
  label: string;
  summary: string;
  uncertainty: string;
  pathways: PathwayWords[];
  parts: { scale: string; name: string; weight: number; effectiveWeight: number; z: number | null }[];
};

/** The 90 % band around what a pathway looked at; null where its error is not known. */
export type EvidenceBand = (scale: string, unit: PathwayEvidence['unit']) => { low: number; high: number } | null;

export function propensityWords(
  language: Language,
  propensity: Propensity,
  text: InstrumentText,
  bandOf: EvidenceBand = () => null,
): PropensityWords {
  const words = propensitySentences[language];
  const { state, basis, index, pathways } = propensity;
  return {
    label: words.labels[state],
    summary: [words.summary[basis], words.notAProbability, ...(isUnjudged(pathways) ? [words.untrusted] : [])].join(
      ' ',
    ),
    uncertainty: index === null ? words.noIndex : indexWords(language, words, index),
    pathways: pathways.map((pathway) => pathwayWords(language, pathway, text, withIndex(bandOf, index))),
    parts: (index?.parts ?? []).map(({ scale, weight, effectiveWeight, z }) => ({
      scale,
      name: text.scales[scale]?.name ?? scale,
      weight,
      effectiveWeight,
      z,
    })),
  };
}

/** The evidence is there and no pathway was judged by it: the answers were not to be relied on. */
const isUnjudged = (pathways: readonly PathwayOutcome[]): boolean =>
  pathways.some(
    ({ status, evidence }) =>
      status === 'unknown' && evidence.length > 0 && evidence.every(({ value }) => value !== null),
  );

function indexWords(
  language: Language,
  words: PropensitySentences,
  { t, low, high, cutT, atLeast }: PropensityIndex,
): string {
  const whole = (value: number): string => number(language, value, 0);
  return words.index(whole(t), whole(low), whole(high), whole(cutT), chance(language, atLeast));
}

/** A chance in per cent; near its ends «< 1» and «> 99», for nothing here is certain. */
function chance(language: Language, share: number): string {
  return share < 0.01 ? '< 1' : share > 0.99 ? '> 99' : number(language, 100 * share, 0);
}

const withIndex =
  (bandOf: EvidenceBand, index: PropensityIndex | null): EvidenceBand =>
  (scale, unit) =>
    scale === 'index' ? index : bandOf(scale, unit);

/** A value stands only with its error; a pathway that is closed looked at nothing that counts. */
function pathwayWords(
  language: Language,
  { id, status, evidence }: PathwayOutcome,
  text: InstrumentText,
  bandOf: EvidenceBand,
): PathwayWords {
  const words = propensitySentences[language];
  const line = ({ scale, unit, value, atLeast }: PathwayEvidence): string => {
    const name = scale === 'index' ? words.indexName : (text.scales[scale]?.name ?? words.situations);
    const digits = unit === 't' ? 0 : 1;
    const figure = (one: number): string => number(language, one, digits);
    const band = bandOf(scale, unit);
    if (value === null) return name;
    if (band === null) return words.roughly(name, value >= atLeast, figure(atLeast));
    return words.evidence[unit](name, `${figure(value)} (${figure(band.low)}–${figure(band.high)})`, figure(atLeast));
  };
  return {
    id,
    name: words.pathways[id],
    status,
    statusLabel: words.statuses[status],
    evidence: status === 'closed' ? [] : evidence.filter(({ value }) => value !== null).map(line),
  };
}

function number(language: Language, value: number, digits: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
    value,
  );
}
