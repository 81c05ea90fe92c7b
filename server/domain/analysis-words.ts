import type { Careers } from '../../instruments/schema/careers.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Plan } from '../../scoring/index.ts';
import type { FieldsThatFit, InvitationWire, ResultPropensity, ResultQuality } from '../contract/analysis.schema.ts';
import { evidenceBands } from './evidence-bands.ts';
import { fieldsWords } from './field-words.ts';
import { withWish } from './invitation.ts';
import type { Language } from './language.ts';
import { type Audience, invitationWords, propensityWords } from './propensity-words.ts';
import { qualityWords } from './quality-words.ts';
import type { StoredResult } from './result.ts';

/** The reader's language, the form's words, and what the pupil has wished. */
export type Telling = { language: Language; text: InstrumentText; careers: Careers | null; wish: boolean | null };

export function fieldsOf({ fields }: StoredResult, { language, text, careers }: Telling): FieldsThatFit {
  return fields === undefined || fields === null || careers === null
    ? null
    : fieldsWords(language, fields, careers, text);
}

/** What the pupil or the guardian is told; the same label the counsellor sees. */
export function invitationOf(
  { propensity }: StoredResult,
  { language, wish }: Telling,
  audience: Audience,
): InvitationWire {
  return propensity === undefined || propensity === null
    ? null
    : invitationWords(language, withWish(propensity, wish), audience);
}

export function qualityOfResult({ quality }: StoredResult, { language }: Telling): ResultQuality {
  if (quality === undefined) return null;
  const { state, score, referenceId, referenceVersion } = quality;
  const reference = referenceId === null ? null : `${referenceId} ${referenceVersion}`;
  return { state, score, reference, ...qualityWords(language, quality) };
}

export function propensityOfResult(
  { propensity, scales }: StoredResult,
  { language, text, wish }: Telling,
  plan: Plan,
): ResultPropensity {
  if (propensity === undefined || propensity === null) return null;
  const now = withWish(propensity, wish);
  const { table, tableVersion, state, index } = now;
  return {
    table,
    tableVersion,
    state,
    ...propensityWords(language, now, text, evidenceBands({ scales }, plan)),
    index: index === null ? null : indexOnly(index),
  };
}

function indexOnly({
  t,
  trueT,
  low,
  high,
  cutT,
  atLeast,
  reliability,
}: NonNullable<NonNullable<StoredResult['propensity']>['index']>) {
  return { t, trueT, low, high, cutT, atLeast, reliability };
}
