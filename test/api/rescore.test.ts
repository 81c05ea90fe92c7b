import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyHead } from '../../server/contract/bench.schema.ts';
import type { RescoringList, RescoringWire } from '../../server/contract/rescoring.schema.ts';
import type { KeptForm } from '../../server/domain/kept-form.ts';
import { draftNorm, publishNorm } from '../../server/resources/norms/norm-desk.ts';
import { carryOut, openRun, previewRescore } from '../../server/resources/rescore/rescore.ts';
import { endedStudy } from './ended-study.ts';
import { call, startService, type TestService } from './harness.ts';
import { ownCampaign } from './own-campaign.ts';
import { enterStaff } from './personas.ts';

const author = { by: 'demo-operator', name: 'Operator' };
const order = { by: author, reason: 'The campaign has its own norm.' };

describe('rescoring a campaign', () => {
  let service: TestService;
  let campaign: string;
  let token: string;

  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-operator')).token;
    campaign = await ownCampaign(service, 'teaching-motives', 420);
  }, 120_000);
  afterAll(() => service.close());

  const record = async () => {
    const found = await service.stores.catalogue.campaign(campaign);
    if (found === null) throw new RangeError('no campaign');
    return found;
  };
  const results = () => service.stores.results.pageOf(campaign, null, 1000);

  it('changes nothing where every version is the same', async () => {
    const before = await results();
    const { looked, summary } = await previewRescore(service.stores, await record());
    expect([looked, summary.changed, summary.unexplained]).toEqual([420, 0, 0]);
    const run = await carryOut(service.stores, await openRun(service.stores, campaign, order));
    expect(run).toMatchObject({ state: 'done', looked: 420, summary: { changed: 0 } });
    expect(await results()).toEqual(before);
  });

  it('tells beforehand what a published norm would change, and changes nothing by telling', async () => {
    const { stores } = service;
    const now = stores.now();
    const draft = await draftNorm(stores, { campaign, language: 'kk' }, author, now);
    await publishNorm(stores, draft._id, { ...order.by, reason: order.reason, at: now });
    const before = await results();
    const path = `/api/campaigns/${campaign}/rescorings/preview`;
    const asked = await call<StudyHead>(service, 'POST', path, { token });
    // Whoever asks is answered at once; the look itself is a study beside the service.
    expect(asked.body).toMatchObject({ kind: 'rescore-preview', state: 'waiting', source: { id: campaign } });
    const { n, progress, report, failure } = await endedStudy(service, token, asked.body.id);
    if (report?.kind !== 'rescore-preview') throw new Error(`no report: ${failure}`);
    expect([n, progress.done, progress.total]).toEqual([420, 420, 420]);
    expect(report).toMatchObject({ results: 420, looked: 420, summary: { changed: 420, unexplained: 0 } });
    // The thread says what a run on the service itself would.
    expect(report.summary).toEqual((await previewRescore(stores, await record())).summary);
    const kept = await call<RescoringList>(service, 'GET', path.replace('/preview', ''), { token });
    expect(kept.body.previews.map(({ id }) => id)).toEqual([asked.body.id]);
    const norm = `${draft.set.id}@1.0.0`;
    expect(report.summary.why).toContainEqual({ basis: 'norm', from: null, to: norm, people: 420 });
    expect(report.summary.why).toContainEqual({ basis: 'reference', from: null, to: norm, people: 420 });
    for (const { kinds } of report.summary.scales) expect(Object.keys(kinds)).toEqual(['placed']);
    expect(await results()).toEqual(before);
  });

  it('goes on where it was cut short, tells the whole, and keeps every earlier result', async () => {
    const { stores } = service;
    const before = await results();
    const run = await openRun(stores, campaign, order);
    // The power goes after the third page.
    const reached = stores.rescorings.reached;
    let pages = 0;
    stores.rescorings.reached = (...given) => {
      pages += 1;
      if (pages === 3) throw new Error('power cut');
      return reached(...given);
    };
    await expect(carryOut(stores, run)).rejects.toThrow('power cut');
    stores.rescorings.reached = reached;
    const again = await openRun(stores, campaign, order);
    expect([again._id, again.looked]).toEqual([run._id, 100]);
    const done = await carryOut(stores, again);
    expect(done).toMatchObject({ state: 'done', looked: 420, summary: { changed: 420, unexplained: 0 } });
    for (const result of await results()) expect(result.normId).not.toBeNull();
    const [first] = before;
    const [earlier] = await stores.rescorings.earlierOf(first?.pid ?? '');
    const { _id, asideAt, uncounted, ...said } = { asideAt: null, uncounted: '', ...first };
    expect(earlier).toMatchObject({ sitting: _id, run: run._id, result: said });
    expect((await previewRescore(stores, await record())).summary.changed).toBe(0);
  });

  it('leaves alone what a withdrawn consent keeps out, and what was replaced meanwhile', async () => {
    const { stores } = service;
    const [first, second] = await results();
    if (first === undefined || second === undefined) throw new RangeError('no results');
    await stores.results.setAside(first.pid, new Date());
    expect((await previewRescore(stores, await record())).looked).toBe(419);
    await stores.results.setAside(first.pid, null);
    const missed = await stores.results.replaceFrom([
      { result: { ...second, engineVersion: 'other' }, computedFrom: new Date(0) },
    ]);
    expect(missed).toEqual([second._id]);
    expect((await stores.results.byId(second._id))?.engineVersion).toBe(second.engineVersion);
  });

  it('is ordered over HTTP with a reason, and seen to its end', async () => {
    const path = `/api/campaigns/${campaign}/rescorings`;
    expect((await call(service, 'POST', path, { token, body: { reason: 'no' } })).status).toBe(422);
    const body = { reason: 'A look after the norm was published.' };
    const ordered = await call<RescoringWire>(service, 'POST', path, { token, body });
    expect(ordered.body).toMatchObject({ state: 'running', reason: body.reason });
    await expect
      .poll(async () => (await call<RescoringList>(service, 'GET', path, { token })).body.rescorings[0]?.state, {
        timeout: 30_000,
      })
      .toBe('done');
    const lines = await service.stores.audit.about(campaign, ['campaign.rescore']);
    expect(lines).toHaveLength(1);
  });

  it('scores by another key of the same items, and explains the old result by the old key', async () => {
    const { stores } = service;
    const form = stores.instruments.formsOfToday().find(({ instrument }) => instrument.id === 'teaching-motives');
    if (form === undefined) throw new RangeError('no form');
    // What was sat is an earlier version, in which one item counted the other way.
    const [scale] = form.instrument.scales;
    const turned = { ...form.instrument, version: '0.9.0', scales: form.instrument.scales.map(turnedFirst) };
    const earlier: KeptForm = { ...form, instrument: turned };
    stores.instruments.admit([earlier]);
    const [first] = await results();
    if (first === undefined || scale === undefined) throw new RangeError('no result');
    const sitting = await stores.sittings.byId(first._id);
    if (sitting === null || sitting.submittedAt === null) throw new RangeError('no sitting');
    await stores.results.put({ ...first, instrumentVersion: '0.9.0', computedAt: new Date(5) });
    const { summary } = await previewRescore(stores, await record());
    expect(summary.why).toContainEqual({
      basis: 'form',
      from: 'teaching-motives@0.9.0',
      to: `teaching-motives@${form.instrument.version}`,
      people: 1,
    });
    expect(stores.instruments.version('teaching-motives', '0.9.0').instrument).toBe(turned);
  });
});

const turnedFirst = (scale: KeptForm['instrument']['scales'][number]) => ({
  ...scale,
  ...(scale.items === undefined
    ? {}
    : { items: scale.items.map((term, index) => (index === 0 ? { ...term, key: -1 as const } : term)) }),
});
