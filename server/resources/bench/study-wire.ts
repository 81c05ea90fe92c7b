import type { PilotHead, StudyHead } from '../../contract/bench.schema.ts';
import type { StudyDetail } from '../../contract/study-report.ts';
import type { Pilot, Study } from '../../domain/study.ts';
import type { StoredStudy } from '../../store/studies.ts';

/** A study as it leaves: the name of who asked, never their id. */
export function toStudyHead(study: StoredStudy): StudyHead {
  const { _id, kind, state, instrument, instrumentVersion, source, settings, engine, asked, progress, n, failure } =
    study;
  return {
    id: _id,
    kind,
    state,
    instrument,
    instrumentVersion,
    source,
    settings,
    engine,
    askedBy: asked.name,
    askedAt: asked.at.toISOString(),
    startedAt: study.startedAt?.toISOString() ?? null,
    endedAt: study.endedAt?.toISOString() ?? null,
    progress,
    n,
    failure,
  };
}

export const toStudyDetail = (study: Study): StudyDetail => ({ ...toStudyHead(study), report: study.report });

export function toPilotHead(pilot: Omit<Pilot, 'codes' | 'groups'> & { groups: object }): PilotHead {
  const { _id, title, instrument, instrumentVersion, rows, left, items, groups, name, at } = pilot;
  const known = (['language', 'sex', 'locality', 'device'] as const).filter((group) => Object.hasOwn(groups, group));
  return {
    id: _id,
    title,
    instrument,
    instrumentVersion,
    rows,
    left,
    items: items.length,
    groups: known,
    by: name,
    at: at.toISOString(),
  };
}
