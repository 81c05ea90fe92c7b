import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import type { StudyHead } from '../../contract/bench.schema.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Study } from '../../domain/study.ts';
import { Reply } from '../../http/endpoint.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { authorOf } from '../named-decision.ts';
import { toStudyHead } from './study-wire.ts';

/** What is to be computed, from what. */
export type StudyOrder = Pick<Study, 'kind' | 'instrument' | 'instrumentVersion' | 'source' | 'settings'>;

/** What is computed from a campaign's sittings for a decision. No chance takes part: the seed is a matter of form. */
export const onCampaign = (
  { _id, instrument, instrumentVersion }: Pick<CampaignRecord, '_id' | 'instrument' | 'instrumentVersion'>,
  kind: Study['kind'],
  settings: Omit<Study['settings'], 'seed'> = {},
): StudyOrder => ({
  kind,
  instrument,
  instrumentVersion,
  source: { kind: 'campaign', id: _id },
  settings: { seed: 1, ...settings },
});

/** Who asks, and when. */
type Asking = { actor: Actor; now: Date };

/**
 * Puts a study in the line of those that are computed beside the service, and answers at once with where it stands; the line
 * of the log names the study.
 */
export async function startStudy(
  stores: Container,
  { kind, instrument, instrumentVersion, source, settings }: StudyOrder,
  { actor, now }: Asking,
): Promise<Reply<StudyHead>> {
  const study: Study = {
    _id: randomUUID(),
    ...{ kind, instrument, instrumentVersion, source, settings },
    asked: { ...(await authorOf(stores, actor)), at: now },
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
  return new Reply(toStudyHead(study), { auditTarget: study._id });
}
