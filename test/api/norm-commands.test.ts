import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAdaptive } from '../../instruments/integrity/adaptive.ts';
import { compileAdaptive, correlation, createRandom, mean } from '../../scoring/index.ts';
import type { CampaignReport } from '../../server/contract/campaign.schema.ts';
import { languages } from '../../server/domain/language.ts';
import type { StoredResult } from '../../server/domain/result.ts';
import { tokens } from '../../server/http/tokens.ts';
import { knowsOurKeys } from '../../server/task/replay/same-service.ts';
import type { DatabaseDoor } from '../../server/task/with-stores.ts';
import { ustazOn, workFolder } from '../oracle/run-command.ts';
import { answerAt, sitAt, trialForm } from '../unit/adaptive/trial-bank.ts';
import { call, startService, type TestService } from './harness.ts';
import { campaignOf, ownCampaign } from './own-campaign.ts';
import { enterStaff } from './personas.ts';

const by = ['--by', 'operator@demo.ustaz.example'];
const reason = ['--reason', 'Four hundred valid sittings; the panel agreed on 3 November.'];

function trialTruth(size: number, maxItems: number) {
  const form = trialForm(size, maxItems);
  const truth = compileAdaptive(form.instrument);
  if (truth === null) throw new RangeError('the trial declares a bank');
  return { form, truth };
}

function trialScore({ scales: [scale] }: Pick<StoredResult, 'scales'>) {
  if (scale?.kind !== 'scored') throw new Error('the scale has a score');
  return scale;
}

/** The road of a new operator at a terminal: each command tells what it did and which one comes next. */
describe('a campaign’s own norm at the terminal', () => {
  let service: TestService;
  let campaign: string;
  let norm: string;
  beforeAll(async () => {
    service = await startService();
    campaign = await ownCampaign(service, 'kasip-9', 460);
  }, 120_000);
  afterAll(() => service.close());

  const ustazIn = (found: object, ...argv: string[]) => {
    const { mongoUri, secretsFile } = service;
    const place = { mongoUri, secretsFile, ...found, close: async () => undefined, leave: () => undefined };
    const door: DatabaseDoor = { openDatabase: async () => place };
    return ustazOn(door, ...argv);
  };
  const ustaz = (...argv: string[]) => ustazIn({ wasRunning: true }, ...argv);
  const results = () => service.stores.results.pageOf(campaign, null, 1000);

  it('names the campaigns there are where one is mistyped', async () => {
    for (const command of [
      ['norm', 'status', 'nowhere'],
      ['norm', 'build', 'nowhere', '--language', 'kk', ...by],
      ['rescore', '--campaign', 'nowhere', '--dry-run'],
    ])
      await expect(ustaz(...command)).rejects.toThrow(`There is no campaign nowhere; there are`);
  });

  it('says in which data folder it looked where no service runs on it, and how to look elsewhere', async () => {
    const idle = { embedded: true, wasRunning: false, dataDir: '/srv/idle' };
    await expect(ustazIn(idle, 'norm', 'status', 'nowhere')).rejects.toThrow(
      /There is no campaign nowhere;.*\nLooked in the data folder \/srv\/idle, on which no service runs\. .*USTAZ_DATA/s,
    );
    const { told } = await ustazIn({ ...idle, isNew: true }, 'norm', 'list');
    expect(told).toContain('There was no database in the data folder /srv/idle');
    // A replay into another database than the service's would only be told that codes are unknown.
    const elsewhere = ['replay', 'personality-ipip50', 'none.csv', '--url', service.url];
    await expect(ustazIn(idle, ...elsewhere)).rejects.toThrow(
      `The service at ${service.url} does not work on the data`,
    );
    const silent = ['replay', 'personality-ipip50', 'none.csv', '--url', 'http://127.0.0.1:9'];
    await expect(ustazIn(idle, ...silent)).rejects.toThrow('Nothing answers at http://127.0.0.1:9: start the service');
    expect(await knowsOurKeys(service.stores, service.url)).toBe(true);
    const strange = tokens([{ id: 'other', key: createSecretKey(randomBytes(32)) }]);
    expect(await knowsOurKeys({ ...service.stores, tokens: strange }, service.url)).toBe(false);
  });

  it('tells where there is enough, and how to build', async () => {
    const { out, told } = await ustaz('norm', 'status', campaign);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^language +handed in +valid +needed +norm in force$/);
    expect(lines.slice(1).map((line) => line.slice(0, 2))).toEqual(languages);
    expect(lines[1]).toMatch(/^kk +460 +4\d\d +400 +–$/);
    expect(told).toContain(`npx ustaz norm build ${campaign} --language kk`);
    expect(told).not.toContain('--language ru');
  });

  it('builds a draft in the operator’s name, and refuses anybody else’s', async () => {
    const build = ['norm', 'build', campaign, '--language', 'kk'];
    const few = ['norm', 'build', campaign, '--language', 'ru', ...by];
    await expect(ustaz(...few)).rejects.toThrow(/too few valid sittings in this language yet.*\(0 < 400\)/);
    await expect(ustaz(...build, '--by', 'counsellor@demo.ustaz.example')).rejects.toThrow('is no operator');
    const { out, told } = await ustaz(...build, ...by);
    norm = /^(\S+): draft, n = 4\d\d of 4\d\d valid of 460 handed in/.exec(out)?.[1] ?? '';
    expect(norm).not.toBe('');
    expect(out).toContain('There was no norm in force to compare with.');
    expect(out).toMatch(/^invited to talk: [\d.]+ % → [\d.]+ % \(by the index [\d.]+ %\)$/m);
    expect(out).toMatch(/^teaching-motives +4\d\d +\d\.\d{3}/m);
    expect(out).not.toContain('undefined');
    expect(told).toContain(`npx ustaz norm publish ${norm}`);
  });

  it('puts it into force for a reason, and points to rescoring', async () => {
    await expect(ustaz('norm', 'publish', norm, ...by, '--reason', 'ok')).rejects.toThrow('ten characters');
    await expect(ustaz('norm', 'publish', 'no-such', ...by, ...reason)).rejects.toThrow('«ustaz norm list»');
    const { out, told } = await ustaz('norm', 'publish', norm, ...by, ...reason);
    expect(out).toMatch(new RegExp(`^${norm} +4\\d\\d +published`, 'm'));
    expect(told).toContain(`npx ustaz rescore --campaign ${campaign} --dry-run`);
    await expect(ustaz('norm', 'publish', norm, ...by, ...reason)).rejects.toThrow(
      `${norm} is published; only a draft`,
    );
    expect((await ustaz('norm', 'status', campaign)).out).toMatch(new RegExp(`^kk .*${norm}$`, 'm'));
  });

  it('tells what rescoring would change without changing it, and then changes just that', async () => {
    const before = await results();
    const dry = await ustaz('rescore', '--campaign', campaign, '--dry-run');
    expect(dry.out).toContain(`${campaign}: 460 results looked at, 460 would change`);
    expect(dry.out).toMatch(/^ {2}norm +none → \S+@1\.0\.0 +460$/m);
    expect(dry.out).toMatch(/^ {2}teaching-motives +4\d\d +4\d\d have a T now/m);
    // Themes are for groups: nobody has a T on them.
    expect(dry.out).not.toMatch(/^ {2}theme-.* T /m);
    expect(dry.told).toContain('Nothing was written');
    expect(await results()).toEqual(before);
    await expect(ustaz('rescore', '--campaign', campaign)).rejects.toThrow('somebody’s decision');
    const done = await ustaz('rescore', '--campaign', campaign, ...by, ...reason);
    expect(done.out).toContain(`${campaign}: 460 results looked at, 460 changed`);
    expect(done.out).not.toContain('although every version is the same');
    for (const { normId } of await results()) expect(normId).not.toBeNull();
    const again = await ustaz('rescore', '--campaign', campaign, '--dry-run');
    expect(again.out).toContain(', 0 would change');
    expect(again.told).toContain('All results stand on today’s versions.');
  });

  it('takes it out of force again, and the results follow', async () => {
    const { out, told } = await ustaz('norm', 'withdraw', norm, ...by, ...reason);
    expect(out).toMatch(/withdrawn/);
    expect(told).toContain('--dry-run');
    const dry = await ustaz('rescore', '--campaign', campaign, '--dry-run');
    expect(dry.out).toMatch(/have no T any more/);
    const { out: list } = await ustaz('norm', 'list');
    expect(list).toContain(norm);
  });

  it('is beside a report that tells the department the five themes of the law as shares, with how to read them', async () => {
    const department = await enterStaff(service, 'demo-department');
    const path = `/api/campaigns/${campaign}/report`;
    const { body: report } = await call<CampaignReport>(service, 'GET', path, department);
    const themes = report.scales.filter(({ id }) => id.startsWith('theme-'));
    expect(themes).toHaveLength(5);
    const region = report.rows.find(({ level }) => level === 'region');
    for (const { id, note, lowest, highest } of themes) {
      expect([note === undefined, lowest, highest]).toEqual([false, 0, 1]);
      const cell = region?.scales.find(({ scale }) => scale === id);
      if (cell?.kind !== 'shown' || cell.mean === null) throw new Error(`${id} is not told of the region`);
      expect(cell.mean).toBeGreaterThan(0.3);
      expect(cell.mean).toBeLessThan(1);
    }
  });

  it('closes the loop of an adaptive form: pilot answers, calibration, declaration, sittings, its own norm, T scores', async () => {
    const { stores } = service;
    const files = workFolder();
    // The truth that nobody knows: 24 items; 400 people answer all of them in a pilot.
    const { form, truth } = trialTruth(24, 6);
    const names = truth.items.map(({ item }) => item);
    const pilot = Array.from({ length: 400 }, (_, person) => {
      const random = createRandom(9000 + person);
      const theta = random.normal();
      return truth.items.map((item) => answerAt(theta, item, random)).join(',');
    });
    const csv = files.file('pilot.csv', [names.join(','), ...pilot].join('\n'));
    const key = files.file(
      'key.json',
      JSON.stringify({ trial: truth.items.map(({ item, reversed }) => (reversed ? `-${item}` : item)) }),
    );
    const bank = await ustaz('calibrate', csv, '--key', key, '--model', 'grm', '--no-se', '--json');
    const params = files.file('bank.json', bank.out);
    const limits = ['--min', '3', '--max', '6'];
    const simulated = await ustaz('adaptive', 'simulate', '--params', params, ...limits, '--persons', '100', '--json');
    expect(simulated.json()).toMatchObject({ advice: 'adaptive', bank: 24 });
    const declared = await ustaz(
      'adaptive',
      'declare',
      '--params',
      params,
      '--scale',
      'trial',
      '--source',
      'a pilot',
      ...limits,
    );
    files.remove();
    // Of a few items some answers were too rare to be calibrated: the form does without them, and that is said.
    expect(declared.told).toMatch(/^left out, because rare answers were joined .*: T\d+/);
    const instrument = { ...form.instrument, adaptive: declared.json() };
    expect([...checkAdaptive(instrument)]).toEqual([]);
    await stores.forms.keep([{ ...form, instrument }], stores.now());
    stores.instruments.admit([{ ...form, instrument }]);

    const asked = compileAdaptive(instrument);
    if (asked === null) throw new RangeError('the form declares a bank');
    const thetas = Array.from({ length: 410 }, (_, person) => createRandom(500 + person).normal());
    const sat = await campaignOf(service, instrument, thetas.length, (person, seed) => ({
      answers: sitAt(thetas[person] ?? 0, seed, asked, truth),
      timesMs: {},
      traits: new Map(),
    }));
    const scored = async () => (await stores.results.pageOf(sat.campaign, null, 500)).map(trialScore);
    for (const { t, of, answered } of await scored()) {
      expect([t, of]).toEqual([null, asked.items.length]);
      expect(answered).toBeLessThanOrEqual(6);
    }

    const built = await ustaz('norm', 'build', sat.campaign, '--language', 'kk', ...by);
    const own = /^(\S+): draft/.exec(built.out)?.[1] ?? '';
    expect((await stores.norms.byId(own))?.set.scales.trial).toMatchObject({ asked: 'adaptively' });
    await ustaz('norm', 'publish', own, ...by, ...reason);
    const done = await ustaz('rescore', '--campaign', sat.campaign, ...by, ...reason);
    expect(done.out).toMatch(/^ {2}trial +4\d\d +4\d\d have a T now/m);
    const ts = new Map(
      (await stores.results.pageOf(sat.campaign, null, 500)).map((one) => [one._id, trialScore(one).t]),
    );
    const placed = sat.sittings.map((id) => ts.get(id) ?? Number.NaN);
    expect(mean(placed)).toBeCloseTo(50, 0);
    // Calibrated on a pilot and asked at most six of some twenty items: the T still tells who is where.
    expect(correlation(placed, thetas) ?? 0).toBeGreaterThan(0.85);
  }, 60_000);
});
