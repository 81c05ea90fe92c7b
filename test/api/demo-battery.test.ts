import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { withWish } from '../../server/domain/invitation.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { call, startService, type TestService } from './harness.ts';

describe('the demo school that sits the whole battery', () => {
  let service: TestService;
  let results: ResultDocument[];
  beforeAll(async () => {
    service = await startService({ battery: true });
    results = await service.stores.results.ofCampaign('demo-61-battery').toArray();
  });
  afterAll(() => service.close());

  it('has sat in all three languages', () => {
    for (const language of ['kk', 'ru', 'en']) {
      expect(results.filter((result) => result.language === language).length, language).toBeGreaterThan(4);
    }
  });

  it('has someone whom each open pathway alone invites', async () => {
    const alone = new Set<string>();
    for (const { propensity, pid } of results) {
      const wish = (await service.stores.pupils.byId(pid))?.teachingWish?.wish ?? null;
      const told = propensity === null || propensity === undefined ? null : withWish(propensity, wish);
      const met = told?.pathways.filter(({ status }) => status === 'met') ?? [];
      if (met.length === 1) alone.add(met[0]?.id ?? '');
    }
    expect([...alone].sort()).toEqual(['index', 'motive', 'prosocial', 'wish']);
  });

  it('has someone whose answers ask for a repeat, and someone who sat half a year ago too', async () => {
    expect(results.some(({ quality }) => quality?.state === 'repeat-offered')).toBe(true);
    const earlier = await service.stores.results.ofCampaign('demo-61-earlier').toArray();
    const again = earlier.filter(({ pid }) => results.some((result) => result.pid === pid));
    expect(again.length).toBeGreaterThan(0);
  });

  it.each(['pupil-kk', 'pupil-ru', 'pupil-en'] as const)('lets %s begin it', async (name) => {
    const body = { code: service.code(name), sitting: crypto.randomUUID() };
    const { body: session } = await call<PupilSession>(service, 'POST', '/api/pupil-sessions', { body });
    expect(session).toMatchObject({
      campaign: { instrument: 'kasip-9' },
      pupil: { language: name.slice(-2) },
      sitting: { state: 'new' },
      consent: { guardian: 'given' },
    });
  });
});
