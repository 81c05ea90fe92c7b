import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import type { Study } from '../../domain/study.ts';

/** What is to be computed, from what. */
export type StudyOrder = Pick<Study, 'kind' | 'instrument' | 'instrumentVersion' | 'source' | 'settings'>;

/** Puts a study in the line of those that are computed beside the service, and returns at once. */
export async function startStudy(stores: Container, order: StudyOrder, asked: Study['asked']): Promise<Study> {
  const { kind, instrument, instrumentVersion, source, settings } = order;
  const study: Study = {
    _id: randomUUID(),
    ...{ kind, instrument, instrumentVersion, source, settings, asked },
    state: 'waiting',
    engine: stores.engineVersion,
    startedAt: null,
    endedAt: null,
    node: null,
    beatAt: null,
    progress: { done: 0, total: 1 },
    n: null,
    failure: null,
    report: null,
  };
  await stores.studies.add(study);
  stores.studyRunner.wake();
  return study;
}
