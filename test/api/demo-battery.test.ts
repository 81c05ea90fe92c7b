import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation, PupilResult } from '../../server/contract/result.schema.ts';
import type { Profile } from '../../server/contract/school.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { withWish } from '../../server/domain/invitation.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { pdfText } from '../pdf-text.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

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

  it('has a school of the short form: it begins, and what is finished only guides', async () => {
    const body = { code: service.code('pupil-short'), sitting: crypto.randomUUID() };
    const { body: begun } = await call<PupilSession>(service, 'POST', '/api/pupil-sessions', { body });
    expect(begun).toMatchObject({ campaign: { instrument: 'kasip-9-short' }, sitting: { state: 'new' } });
    const done = await enterPupil(service, service.code('pupil-short-finished'));
    const path = `/api/sittings/${done.sitting}`;
    const { body: result } = await call<PupilResult>(service, 'GET', `${path}/result?language=kk`, done);
    expect(result).toMatchObject({ instrument: 'kasip-9-short', invitation: null, norm: null });
    expect(result.scales.filter(({ t, stanine, percentile }) => t ?? stanine ?? percentile)).toEqual([]);
    expect(result.fields?.fields.length).toBeGreaterThan(2);
  });

  it.each(['kk', 'ru', 'en'] as const)(
    'tells nobody of an invitation after the short form, in %s',
    async (language) => {
      const done = await enterPupil(service, service.code('pupil-short-finished'));
      const pid = (await service.stores.sittings.byId(done.sitting))?.pid ?? '';
      const counsellor = await enterStaff(service, 'demo-counsellor');
      const { body } = await call<Profile>(
        service,
        'GET',
        `/api/pupils/${pid}/profile?language=${language}`,
        counsellor,
      );
      expect(body.result?.propensity).toBeNull();
      const papers = ['pupil', 'guardian', 'counsellor', 'conversation'].map(
        (kind) => `/api/pupils/${pid}/reports/${kind}?language=${language}`,
      );
      for (const path of papers) {
        const headers = { authorization: `Bearer ${counsellor.token}` };
        const response = await fetch(`${service.url}${path}`, { headers });
        expect(response.status).toBe(200);
        const words = pdfText(new Uint8Array(await response.arrayBuffer())).join(' ');
        expect(words).not.toMatch(/бейімділі|шақыр|склонност|приглаш|propensity|invite|invitation/i);
      }
    },
  );

  it('does not open a theme of the law for one pupil: themes are for groups', async () => {
    const [{ pid = '' } = {}] = results;
    const counsellor = await enterStaff(service, 'demo-counsellor');
    const opened = async (scale: string) =>
      (await call(service, 'GET', `/api/pupils/${pid}/explanations/${scale}?language=kk`, counsellor)).status;
    expect([await opened('theme-dignity'), await opened('teaching-motives')]).toEqual([404, 200]);
  });

  it.each([
    ['kk', /T балы/, 'Кілтті әзірге сарапшылар панелі емес, авторлардың өзі жасаған.'],
    ['ru', /балл T/, 'Ключ пока составлен самими авторами, а не экспертной панелью.'],
    ['en', /T score/, 'The key is still the authors’ own, not set by a panel of experts.'],
  ])(
    'opens the situations to their answers, and places nobody by the authors’ key, in %s',
    async (language, t, why) => {
      const scored = results.find(({ scales }) =>
        scales.some((one) => one.scale === 'situational-judgement' && one.kind === 'scored' && one.t !== null),
      );
      const counsellor = await enterStaff(service, 'demo-counsellor');
      const path = `/api/pupils/${scored?.pid}/explanations`;
      const open = (scale: string) =>
        call<Explanation>(service, 'GET', `${path}/${scale}?language=${language}&sitting=${scored?._id}`, counsellor);
      const { body: situations } = await open('situational-judgement');
      expect(situations.items).toHaveLength(40);
      expect(situations.steps.filter((step) => t.test(step))).toEqual([]);
      expect(situations.steps.filter((step) => step.includes(why))).toHaveLength(1);
      const { body: motives } = await open('teaching-motives');
      expect(motives.steps.filter((step) => t.test(step))).toHaveLength(1);
      expect(motives.steps.filter((step) => step.includes(why))).toEqual([]);
    },
  );
});
