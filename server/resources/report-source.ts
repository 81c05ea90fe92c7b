import type { Container } from '../container.ts';
import { changesBetween } from '../domain/change.ts';
import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportSource } from '../domain/report/basis.ts';
import type { Earlier } from '../domain/report/counsellor-report.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { analysisOf, normOf } from './analyses.ts';
import { classAndSchool } from './classes.ts';
import { resultOf } from './make-result.ts';

/** All a report on a submitted sitting is made from. @throws Problem `result-not-ready` before it is submitted */
export async function reportSource(
  stores: Container,
  sitting: SittingDocument,
  language: Language,
  now: Date,
): Promise<ReportSource> {
  const result = sitting.state === 'submitted' ? await resultOf(stores, sitting, now) : null;
  const pupil = await stores.pupils.byId(sitting.pid);
  if (result === null || pupil === null) throw new Problem('result-not-ready');
  const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
  const [{ schoolClass, school }, identity, { plan }, norm] = await Promise.all([
    classAndSchool(stores, pupil.class),
    stores.identities.of(pupil._id),
    analysisOf(stores, result, pupil.demo),
    normOf(stores, result),
  ]);
  return {
    language,
    result,
    plan,
    instrument: shelved.instrument,
    text: shelved.text(language),
    careers: shelved.careers,
    norm,
    wish: pupil.teachingWish?.wish ?? null,
    name: identity === null ? '' : `${identity.familyName} ${identity.givenName}`,
    place: `${school.names[language]}, ${schoolClass.name}`,
    demo: pupil.demo,
  };
}

/** The submitted sitting before this one of the same form, with what changed since; null where there is none. */
export async function earlierOf(
  stores: Container,
  sittings: readonly SittingDocument[],
  source: ReportSource,
  now: Date,
): Promise<Earlier> {
  const { result } = source;
  const before = sittings.find(
    ({ state, instrument, submittedAt }) =>
      state === 'submitted' &&
      instrument === result.instrument &&
      submittedAt !== null &&
      submittedAt < result.submittedAt,
  );
  const earlier = before === undefined ? null : await resultOf(stores, before, now);
  return earlier === null ? null : { result: earlier, changes: changesBetween(earlier, result, source) };
}

/** The newest submitted sitting; a repeat that is still going on does not hide the result there is. */
export const shownSitting = (sittings: readonly SittingDocument[]): SittingDocument | null =>
  sittings.find(({ state }) => state === 'submitted') ?? sittings[0] ?? null;
