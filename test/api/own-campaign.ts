import { randomUUID } from 'node:crypto';
import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { createSimulator, demoGroup, type SimulatedRespondent } from '../../scoring/index.ts';
import { seedOf } from '../../server/domain/seed.ts';
import { makeResult } from '../../server/resources/make-result.ts';
import { demoPupil, demoSitting } from '../../server/task/demo/pupil.ts';
import type { TestService } from './harness.ts';

/** A campaign that is no demo, in the demo's first school, with so many finished sittings of a form in Kazakh. */
export async function ownCampaign(service: TestService, form: string, sittings: number): Promise<string> {
  const { instrument } = service.stores.instruments.current(form);
  const simulate = createSimulator(instrument);
  const { campaign } = await campaignOf(service, instrument, sittings, (index) =>
    simulate(1000 + index, demoGroup({ language: 'kk', rural: index % 2 === 0 })),
  );
  return campaign;
}

/** The same of any form that the service knows; `respond` answers for each pupil, knowing the seed of their sitting. */
export async function campaignOf(
  { stores }: TestService,
  instrument: Instrument,
  pupils: number,
  respond: (index: number, seed: number) => SimulatedRespondent,
): Promise<{ campaign: string; sittings: string[] }> {
  const now = stores.now();
  const school = await stores.catalogue.school('s-1');
  if (school === null) throw new RangeError('the demo has no school s-1');
  const campaign = {
    _id: `c-${randomUUID().slice(0, 13)}`,
    region: school.region,
    title: { kk: 'Науқан', ru: 'Кампания', en: 'Campaign' },
    year: 2026,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    languages: ['kk' as const, 'ru' as const],
    schools: null,
    opensAt: new Date(now.getTime() - 30 * 86_400_000),
    closesAt: new Date(now.getTime() + 30 * 86_400_000),
    demo: false,
  };
  await stores.catalogue.addCampaigns([campaign]);
  const people = Array.from({ length: pupils }, (_, index) => {
    const pupil = {
      ...demoPupil(
        {
          school: { ...school, classes: [] } as never,
          classId: 's-1-9-1',
          language: 'kk',
          sex: index % 2 === 0 ? 'female' : 'male',
        },
        now,
      ),
      demo: false,
    };
    const id = randomUUID();
    const sitting = {
      ...demoSitting({ id, pupil, campaign, instrument, openedAt: now }, respond(index, seedOf(id)), 1),
      origin: 'person' as const,
    };
    return { pupil, sitting };
  });
  await stores.pupils.add(people.map(({ pupil }) => pupil));
  await stores.sittings.insertMany(people.map(({ sitting }) => sitting));
  for (const { sitting } of people) await makeResult(stores, sitting, now);
  return { campaign: campaign._id, sittings: people.map(({ sitting }) => sitting._id) };
}
