import type { Container } from '../../container.ts';
import type { Study } from '../../domain/study.ts';

const form = 'personality-ipip50';

/** What a specialist would ask first of the demo's answers. They wait to be computed, as if somebody had just asked. */
export async function seedStudies(stores: Container, campaign: string, now: Date): Promise<void> {
  const { instrument } = stores.instruments.current(form);
  const study = (id: string, kind: Study['kind'], settings: Omit<Study['settings'], 'seed'>): Study => ({
    _id: `demo-study-${id}`,
    kind,
    instrument: form,
    source: { kind: 'campaign', id: campaign },
    settings: { seed: 1, ...settings },
    state: 'waiting',
    instrumentVersion: instrument.version,
    engine: stores.engineVersion,
    asked: { by: 'demo-operator', name: 'Дархан Омаров', at: now },
    startedAt: null,
    endedAt: null,
    node: null,
    beatAt: null,
    progress: { done: 0, total: 1 },
    n: null,
    failure: null,
    report: null,
  });
  await stores.studies.add(study('items', 'items', {}));
  await stores.studies.add(study('calibration', 'calibration', { scale: 'extraversion', model: 'grm' }));
  await stores.studies.add(study('dif', 'dif', { group: 'sex', focal: 'female' }));
}
