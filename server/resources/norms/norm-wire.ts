import type { NormDetail, NormHeadWire } from '../../contract/norm.schema.ts';
import type { Words } from '../../domain/language.ts';
import type { NormVersion } from '../../domain/norm/norm-version.ts';
import { populationWords } from '../../domain/norm/population-words.ts';
import type { NormHead } from '../../store/norms.ts';
import { decisionWire } from '../named-decision.ts';

/** A norm as it leaves: names of those who decided, never their ids. */
export function toHead(norm: NormHead): NormHeadWire {
  return {
    id: norm._id,
    setId: norm.set.id,
    setVersion: norm.set.version,
    campaign: norm.campaign,
    instrument: norm.set.instrument,
    instrumentVersion: norm.set.instrumentVersion,
    language: norm.language,
    demo: norm.demo,
    state: norm.state,
    population: populationWords(norm.set.population),
    date: norm.set.date,
    n: norm.set.n,
    sample: norm.sample,
    builtBy: norm.built.name,
    builtAt: norm.built.at.toISOString(),
    study: norm.study ?? null,
    published: decisionWire(norm.published),
    withdrawn: decisionWire(norm.withdrawn),
    supersededAt: norm.supersededAt?.toISOString() ?? null,
    against: norm.against,
    effect: norm.effect,
  };
}

/** @param names of the scales, in the three languages */
export function toDetail(norm: NormVersion, names: ReadonlyMap<string, Words>): NormDetail {
  return {
    ...toHead(norm),
    provenance: norm.set.provenance,
    scales: norm.comparison.map(({ scale, next, current, shift }) => ({
      scale,
      names: names.get(scale) ?? { kk: scale, ru: scale, en: scale },
      next,
      current,
      shift,
      table: (norm.set.scales[scale]?.table ?? []).map((row) => [...row]),
    })),
  };
}
