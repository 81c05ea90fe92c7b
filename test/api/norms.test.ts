import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyHead } from '../../server/contract/bench.schema.ts';
import type { CampaignNorms, NormDetail, NormHeadWire, NormList } from '../../server/contract/norm.schema.ts';
import type { Profile } from '../../server/contract/school.schema.ts';
import { makeResult } from '../../server/resources/make-result.ts';
import { endedStudy } from './ended-study.ts';
import { call, startService, type TestService } from './harness.ts';
import { ownCampaign } from './own-campaign.ts';
import { enterStaff } from './personas.ts';

const reason = { reason: 'Four hundred valid sittings; the panel agreed on 3 November.' };

describe('a campaign’s own norm', () => {
  let service: TestService;
  let token: string;
  let campaign: string;
  let draft: NormDetail;

  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-operator')).token;
    campaign = await ownCampaign(service, 'kasip-9', 460);
  }, 120_000);
  afterAll(() => service.close());

  const ask = <Body>(method: string, path: string, body?: unknown) =>
    call<Body>(service, method, path, { token, body });
  const norms = () => ask<CampaignNorms>('GET', `/api/campaigns/${campaign}/norms`);
  const order = async () => {
    const { status, body } = await ask<StudyHead>('POST', '/api/norms', { campaign, language: 'kk' });
    expect(status).toBe(200);
    return body;
  };
  const build = async () => {
    const study = await endedStudy(service, token, (await order()).id);
    if (study.report?.kind !== 'norm') throw new Error(`no norm: ${study.failure}`);
    expect(study.progress).toEqual({ done: 4, total: 4 });
    const { body } = await ask<NormDetail>('GET', `/api/norms/${study.report.norm}`);
    expect(body).toMatchObject({ study: study.id, n: study.n, effect: study.report.effect });
    return body;
  };
  const someResult = async () => {
    const [first] = await service.stores.results.pageOf(campaign, null, 1);
    if (first === undefined) throw new RangeError('the campaign has no result');
    return first;
  };

  it('waits for 400 valid sittings in the language', async () => {
    const { body } = await norms();
    expect(body.required).toBe(400);
    const [kk, ru] = body.languages;
    expect(kk).toMatchObject({ language: 'kk', submitted: 460, enough: true, inForce: null });
    expect(kk?.valid).toBeLessThanOrEqual(460);
    expect(ru).toEqual({ language: 'ru', submitted: 0, valid: 0, enough: false, inForce: null });
    const refused = await ask('POST', '/api/norms', { campaign, language: 'ru' });
    expect(refused.status).toBe(409);
  });

  it('before it, shows nobody a place among others, and leaves the index closed', async () => {
    const { scales, propensity, normId } = await someResult();
    expect(normId).toBeNull();
    expect(scales.every((scale) => scale.kind !== 'scored' || (scale.t === null && scale.stanine === null))).toBe(true);
    expect(propensity?.index).toBeNull();
    expect(propensity?.basis).toBe('answers');
  });

  it('is built as a draft that places nobody yet', async () => {
    draft = await build();
    expect(draft).toMatchObject({
      state: 'draft',
      campaign,
      language: 'kk',
      against: null,
      builtBy: expect.any(String),
    });
    expect(draft.n).toBeGreaterThanOrEqual(400);
    expect(draft.n).toBe(draft.sample.used);
    expect(draft.scales.every(({ current, shift }) => current === null && shift === null)).toBe(true);
    // The top 30 % of a normal index: about as many of the sample it was made from.
    expect(draft.effect?.byIndexAfter).toBeGreaterThan(0.24);
    expect(draft.effect?.byIndexAfter).toBeLessThan(0.36);
    expect((await norms()).body.languages[0]?.inForce).toBeNull();
    expect((await someResult()).normId).toBeNull();
  });

  it('is kept by nobody when its building is stopped', async () => {
    const { id } = await order();
    const stopped = await ask<StudyHead>('DELETE', `/api/studies/${id}/run`);
    expect(stopped.body.state).toBe('cancelled');
    const { builds, norms: kept } = (await norms()).body;
    expect(builds.map(({ state }) => state)).toEqual(['cancelled', 'done']);
    expect(kept.map((norm) => norm.id)).toEqual([draft.id]);
  });

  it('asks for a reason worth the name, and for a norm that is there', async () => {
    const path = `/api/norms/${draft.id}/publication`;
    expect((await ask('PUT', path, { reason: 'ok' })).status).toBe(422);
    expect((await ask('PUT', '/api/norms/nothing/publication', reason)).status).toBe(404);
  });

  it('comes into force by a named decision, once, and opens the index', async () => {
    const published = await ask<NormHeadWire>('PUT', `/api/norms/${draft.id}/publication`, reason);
    expect(published.status).toBe(200);
    expect(published.body.published).toMatchObject({ ...reason, name: expect.stringMatching(/\S/) });
    expect((await ask('PUT', `/api/norms/${draft.id}/publication`, reason)).status).toBe(409);
    const before = await someResult();
    const sitting = await service.stores.sittings.byId(before._id);
    if (sitting === null) throw new RangeError('no sitting');
    const after = await makeResult(service.stores, sitting, service.stores.now());
    expect(after).toMatchObject({ normId: draft.setId, normVersion: draft.setVersion });
    expect(after?.propensity?.basis).toBe('norm');
    expect(after?.propensity?.index?.t).toBeGreaterThan(0);
    expect(after?.quality?.referenceId).toBe(draft.setId);
    const audit = await service.stores.audit.about(draft.id, ['norm.publish']);
    expect(audit.map(({ action }) => action)).toEqual(['norm.publish']);
    const asked = await service.stores.audit.about(draft.study ?? '', ['norm.build']);
    expect(asked.map(({ action }) => action)).toEqual(['norm.build']);
  });

  it('stands in the profile with its size and population', async () => {
    const result = await someResult();
    const counsellor = await enterStaff(service, 'demo-counsellor');
    await service.stores.consents.add([
      ...(['guardian', 'pupil'] as const).map((party) => ({
        pid: result.pid,
        purpose: 'assessment' as const,
        party,
        action: 'given' as const,
        wording: 'assessment-1',
        language: 'kk' as const,
        recordedBy: 'test',
        how: 'simulated' as const,
        at: service.stores.now(),
        expiresAt: new Date(Date.now() + 86_400_000),
        signedBy: null,
      })),
    ]);
    const { token } = counsellor;
    const path = `/api/pupils/${result.pid}/profile?language=kk`;
    const { body } = await call<Profile>(service, 'GET', path, { token });
    expect(body.result?.norm).toMatchObject({
      id: draft.setId,
      version: draft.setVersion,
      n: draft.n,
      provisional: false,
    });
  });

  it('gives way to a later one, compared with it; the withdrawn one leaves anchored answers', async () => {
    const second = await build();
    expect(second.against).toBe(draft.id);
    // The same sittings but those that the new reference of quality no longer calls valid: nearly nothing moves.
    for (const { shift } of second.scales) expect(Math.abs(shift?.meanShift ?? 9)).toBeLessThan(0.5);
    await ask('PUT', `/api/norms/${second.id}/publication`, reason);
    const { norms: all } = (await ask<NormList>('GET', '/api/norms')).body;
    expect(all.map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'published'],
      [draft.id, 'superseded'],
    ]);
    expect((await ask('PUT', `/api/norms/${draft.id}/withdrawal`, reason)).status).toBe(409);
    const gone = await ask<NormHeadWire>('PUT', `/api/norms/${second.id}/withdrawal`, reason);
    expect(gone.body).toMatchObject({ state: 'withdrawn', withdrawn: { ...reason } });
    expect((await norms()).body.languages[0]?.inForce).toBeNull();
  });
});
