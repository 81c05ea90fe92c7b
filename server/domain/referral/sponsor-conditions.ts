/** What a sponsor may ask of a place it funds: structured, never free text, so that it can be checked and explained. */
export type SponsorConditions = {
  readonly regions: readonly string[];
  readonly districts: readonly string[];
  readonly subjects: readonly string[];
  readonly teachingLanguages: readonly ('kk' | 'ru' | 'en')[];
  readonly locality: 'rural' | 'urban' | null;
  /** Years of work after graduation; 0 for none. */
  readonly serviceYears: number;
};

export type ConditionProblem = {
  readonly field: keyof SponsorConditions;
  readonly why: 'unknown-value' | 'too-long' | 'nobody-left';
};

const mostServiceYears = 5;

/**
 * What is wrong with conditions. Only where and what will be taught may be asked; there is no field for sex, ethnicity, faith,
 * health, family or income, and none can be added from outside. `known` are the values of the catalogue.
 */
export function conditionProblems(
  conditions: SponsorConditions,
  known: { regions: ReadonlySet<string>; districts: ReadonlyMap<string, string>; subjects: ReadonlySet<string> },
): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const check = (field: keyof SponsorConditions, isBad: boolean, why: ConditionProblem['why']): void => {
    if (isBad) problems.push({ field, why });
  };
  check(
    'regions',
    conditions.regions.some((id) => !known.regions.has(id)),
    'unknown-value',
  );
  check(
    'districts',
    conditions.districts.some((id) => !known.districts.has(id)),
    'unknown-value',
  );
  check(
    'subjects',
    conditions.subjects.some((id) => !known.subjects.has(id)),
    'unknown-value',
  );
  check('serviceYears', conditions.serviceYears < 0 || conditions.serviceYears > mostServiceYears, 'too-long');
  // A district outside the named regions leaves nobody who could meet both.
  const outside = conditions.districts.some((id) => !conditions.regions.includes(known.districts.get(id) ?? ''));
  check('districts', conditions.regions.length > 0 && outside, 'nobody-left');
  return problems;
}

export type Funded = {
  readonly region: string;
  readonly district: string;
  readonly locality: 'rural' | 'urban';
  readonly subject: string;
  readonly teachingLanguage: 'kk' | 'ru' | 'en';
};

/** Does a place to be filled meet a sponsor's conditions? An empty list asks nothing. */
export function meets(place: Funded, conditions: SponsorConditions): boolean {
  const asks = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  return (
    asks(conditions.regions, place.region) &&
    asks(conditions.districts, place.district) &&
    asks(conditions.subjects, place.subject) &&
    asks(conditions.teachingLanguages, place.teachingLanguage) &&
    (conditions.locality === null || conditions.locality === place.locality)
  );
}
