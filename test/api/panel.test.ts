import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyHead } from '../../server/contract/bench.schema.ts';
import type { ExpertPage, ExpertProgress, ExpertSession } from '../../server/contract/expert.schema.ts';
import type { ExpertLink, PanelDetail, PanelHead } from '../../server/contract/panel.schema.ts';
import { makeResult } from '../../server/resources/make-result.ts';
import { endedStudy } from './ended-study.ts';
import { call, startService, type TestService } from './harness.ts';
import { ownCampaign } from './own-campaign.ts';
import { enterStaff, makeReal } from './personas.ts';

const reason = { reason: 'Twelve experts of both languages agreed.' };

/** From two rounds of rating to a key that scores pupils, and back. */
describe('a panel of experts', () => {
  let service: TestService;
  let token: string;
  let campaign: string;
  let panel: PanelHead;
  const tokens: string[] = [];

  beforeAll(async () => {
    service = await startService();
    await makeReal(service, 'demo-operator');
    token = (await enterStaff(service, 'demo-operator')).token;
    campaign = await ownCampaign(service, 'kasip-9', 30);
  }, 120_000);
  afterAll(() => service.close());

  const ask = <Body>(method: string, path: string, body?: unknown, as = token) =>
    call<Body>(service, method, path, { token: as, body, headers: { 'accept-language': 'en' } });
  const detail = async () => (await ask<PanelDetail>('GET', `/api/panels/${panel.id}`)).body;
  const page = async (as: string | undefined) =>
    (await ask<ExpertPage>('GET', '/api/expert/panel', undefined, as)).body;

  /** What experts think: the authors' key turned round in the first situation, and one option nobody agrees on. */
  const opinion = (option: string, authors: number, expert: number): number => {
    if (option === 'S2a') return expert % 2 === 0 ? 1 : 5;
    const key = option.startsWith('S1') ? 6 - authors : authors;
    return Math.min(5, Math.max(1, Math.round(key + ((expert + option.length) % 4 === 0 ? 0.5 : 0))));
  };
  const rateAll = async (as: string, expert: number) => {
    const { situations } = await page(as);
    const authors = new Map((await detail()).rounds[0]?.options.map((one) => [one.option, one.authors ?? 3]));
    const options = situations.flatMap((one) =>
      one.options.map(({ id }) => ({ option: id, rating: opinion(id, authors.get(id) ?? 3, expert) })),
    );
    const borders = situations.map(({ id }) => ({ situation: id, share: 60 + (expert % 3) * 5 }));
    return ask<ExpertProgress>('PUT', '/api/expert/ratings', { options, borders }, as);
  };
  const firstResult = async () => {
    const [first] = await service.stores.results.pageOf(campaign, null, 1);
    const sitting = await service.stores.sittings.byId(first?._id ?? '');
    if (sitting === null) throw new RangeError('no sitting');
    return makeResult(service.stores, sitting, service.stores.now());
  };

  it('opens for situations only, and gives each expert a link of their own', async () => {
    expect((await ask('POST', '/api/panels', { title: 'Trial', instrument: 'personality-ipip30' })).status).toBe(409);
    panel = (await ask<PanelHead>('POST', '/api/panels', { title: 'Key 2026', instrument: 'situations' })).body;
    expect(panel).toMatchObject({ state: 'first', demo: false });
    for (let n = 0; n < 11; n++) {
      const invited = { name: `Expert ${n}`, background: 'teacher', language: n % 2 === 0 ? 'kk' : 'ru' };
      const { body } = await ask<ExpertLink>('POST', `/api/panels/${panel.id}/experts`, invited);
      const session = await ask<ExpertSession>('POST', '/api/expert-sessions', { secret: body.secret });
      expect(session.body).toMatchObject({ name: invited.name, language: invited.language });
      tokens.push(session.body.token);
    }
    const [first] = (await detail()).experts;
    await ask('POST', `/api/panels/${panel.id}/experts/${first?.id}/link`, {});
    expect((await ask('GET', '/api/expert/panel', undefined, tokens[0])).status).toBe(401);
    expect((await ask('GET', '/api/me', undefined, tokens[1])).status).toBe(403);
  });

  it('keeps what is rated as it goes, and counts a round only when it is whole and finished', async () => {
    const [, one = ''] = tokens;
    const some = { options: [{ option: 'S1a', rating: 4 }], borders: [{ situation: 'S1', share: 60 }] };
    expect((await ask<ExpertProgress>('PUT', '/api/expert/ratings', some, one)).body).toEqual({
      answered: 2,
      total: 50,
      done: false,
    });
    expect((await page(one)).situations[0]).toMatchObject({ border: 60, options: [{ rating: 4 }, {}, {}, {}] });
    expect((await ask('PUT', '/api/expert/completion', {}, one)).status).toBe(409);
    for (const wrong of [
      { option: 'S99a', rating: 3 },
      { option: 'S1a', rating: 0 },
    ])
      expect((await ask('PUT', '/api/expert/ratings', { options: [wrong], borders: [] }, one)).status).toBe(422);
    expect((await ask('PUT', `/api/panels/${panel.id}/second-round`, {})).status).toBe(409);
    for (const [n, as] of tokens.entries()) if (n > 0) await rateAll(as, n);
    for (const as of tokens.slice(1)) expect((await ask('PUT', '/api/expert/completion', {}, as)).status).toBe(200);
  });

  it('shows in the second round one’s own rating beside the group’s, and nobody else’s', async () => {
    expect((await ask<PanelHead>('PUT', `/api/panels/${panel.id}/second-round`, {})).body.state).toBe('second');
    const { round, situations } = await page(tokens[1]);
    expect(round).toBe('second');
    expect(situations[1]?.options[0]?.feedback).toEqual({ own: 5, median: 3, low: 1, high: 5, experts: 10 });
    const changed = { options: [{ option: 'S3a', rating: 5 }], borders: [{ situation: 'S3', share: 70 }] };
    expect((await ask<ExpertProgress>('PUT', '/api/expert/ratings', changed, tokens[1])).body.answered).toBe(50);
    await ask('PUT', '/api/expert/completion', {}, tokens[1]);
    expect(
      (await ask('POST', `/api/panels/${panel.id}/experts`, { name: 'Late', background: 'other', language: 'kk' }))
        .status,
    ).toBe(409);
    await ask('PUT', `/api/panels/${panel.id}/closing`, {});
    expect((await ask('PUT', '/api/expert/ratings', changed, tokens[1])).status).toBe(409);
  });

  it('drops what experts disagree on, and tells the agreement and the cut', async () => {
    const { rounds } = await detail();
    const second = rounds[1];
    expect(second).toMatchObject({ round: 'second', experts: 10, mayPublish: true, reasons: [] });
    expect(second?.icc).toBeGreaterThan(0.9);
    expect(second?.options.filter(({ dropped }) => dropped).map(({ option }) => option)).toEqual(['S2a']);
    expect(second?.cut?.judges).toBe(10);
    expect(second?.cut?.share).toBeCloseTo(65.1, 0);
  });

  it('tells what its key would move before anybody decides, and moves nothing by that', async () => {
    const before = await firstResult();
    const asked = await ask<StudyHead>('POST', `/api/campaigns/${campaign}/panels/${panel.id}/effect`);
    expect(asked.body).toMatchObject({ kind: 'key-effect', instrument: 'kasip-9', settings: { panel: panel.id } });
    const study = await endedStudy(service, token, asked.body.id);
    if (study.report?.kind !== 'key-effect') throw new Error(`no report: ${study.failure}`);
    expect(study).toMatchObject({ n: 30, progress: { done: 30, total: 30 }, report: { panel: panel.number } });
    const { effect } = study.report;
    expect(effect.looked).toBe(30);
    expect(effect.scored).toBeGreaterThan(20);
    // One situation of ten was turned round.
    expect(effect.correlation).toBeGreaterThan(0.5);
    expect(effect.correlation).toBeLessThan(0.999);
    expect(effect.leaveOneOut).toBeGreaterThanOrEqual(0);
    expect((await detail()).effects.map(({ id }) => id)).toEqual([study.id]);
    const again = await ask<StudyHead>('POST', `/api/studies/${study.id}/run`);
    expect((await endedStudy(service, token, again.body.id)).report).toEqual(study.report);
    expect((await firstResult())?.instrumentVersion).toBe(before?.instrumentVersion);
  });

  it('comes into force by a named decision: the scale counts, its pathway opens, the result names the key', async () => {
    expect((await ask('PUT', `/api/panels/${panel.id}/publication`, { reason: 'ok' })).status).toBe(422);
    const published = await ask<PanelHead>('PUT', `/api/panels/${panel.id}/publication`, reason);
    expect(published.body).toMatchObject({ state: 'published', published: reason });
    expect((await ask('PUT', `/api/panels/${panel.id}/publication`, reason)).status).toBe(409);
    const result = await firstResult();
    expect(result?.instrumentVersion).toBe(`1.${panel.number}00.0`);
    const { pathways, tableVersion } = result?.propensity ?? {};
    expect(tableVersion).toBe(`1.${panel.number}00.0`);
    const pathway = pathways?.find(({ id }) => id === 'situations');
    expect(['met', 'not-met', 'unknown']).toContain(pathway?.status);
    // Half the way is chance; the experts put the border at about 65 %.
    expect(pathway?.evidence[0]?.atLeast).toBeCloseTo(-3 * (1 - 0.651), 1);
    const { instrument, propensityTable } = service.stores.instruments.version('kasip-9', `1.${panel.number}00.0`);
    const scale = instrument.scales.find(({ id }) => id === 'situational-judgement');
    expect(scale?.use).toBe('profile');
    expect(scale?.items?.map(({ item }) => item)).not.toContain('S2a');
    expect(propensityTable?.parts.find((part) => part.scale === 'situational-judgement')?.weight).toBe(1);
    expect((await service.stores.audit.about(panel.id, ['panel.publish'])).map(({ action }) => action)).toEqual([
      'panel.publish',
    ]);
  });

  it('explains a result by the key it names after that key is withdrawn', async () => {
    const keyed = await firstResult();
    const gone = await ask<PanelHead>('PUT', `/api/panels/${panel.id}/withdrawal`, reason);
    expect(gone.body.state).toBe('withdrawn');
    expect((await firstResult())?.instrumentVersion).toBe('1.0.0');
    const kept = service.stores.instruments.version('kasip-9', keyed?.instrumentVersion ?? '');
    expect(kept.text('en').scales['situational-judgement']?.about).toMatch(/experts/);
  });
});
