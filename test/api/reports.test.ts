import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PupilResult } from '../../server/contract/result.schema.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { pdfText } from '../pdf-text.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

const languages = ['kk', 'ru', 'en'] as const;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a report as a PDF', () => {
  let service: TestService;
  let counsellor: string;
  let finished: { token: string; sitting: string };
  let results: ResultDocument[];
  beforeAll(async () => {
    service = await startService({ battery: true });
    counsellor = (await enterStaff(service, 'demo-counsellor')).token;
    finished = await enterPupil(service, service.code('pupil-finished'));
    results = await service.stores.results.ofCampaign('demo-61-battery').toArray();
  });
  afterAll(() => service.close());

  const fetched = async (path: string, token: string) => {
    const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { response, bytes };
  };
  const opened = async (path: string, token: string) => {
    const { response, bytes } = await fetched(path, token);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(bytes.length).toBeLessThan(200_000);
    const pages = pdfText(bytes);
    const text = oneLine(pages.join(' '));
    expect(text).not.toMatch(/undefined|NaN|null|\?\?|�|\[object/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    return { response, pages, text };
  };

  it.each(languages)('tells the pupil in %s what the page tells, in two pages', async (language) => {
    const path = `/api/sittings/${finished.sitting}`;
    const { response, pages, text } = await opened(`${path}/report?language=${language}`, finished.token);
    const { body } = await call<PupilResult>(service, 'GET', `${path}/result?language=${language}`, finished);
    expect(pages).toHaveLength(2);
    expect(text).toContain(oneLine(body.headline));
    expect(text).toContain(oneLine(body.summary));
    expect(text).toContain(oneLine(body.invitation?.text ?? 'an invitation'));
    for (const { name } of body.fields?.fields.slice(0, 4) ?? []) expect(text).toContain(name);
    // The picture holds every scale of the page, whole.
    for (const { name } of body.scales) for (const word of name.split(' ')) expect(text).toContain(word);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="ustaz-pupil-${language}.pdf"`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('has every letter of Kazakh', async () => {
    const { text } = await opened(`/api/sittings/${finished.sitting}/report?language=kk`, finished.token);
    for (const letter of 'әғқңөұүһі') if (letter !== 'һ') expect(text).toContain(letter);
  });

  it('keeps the pupil’s name out of the file’s title and name', async () => {
    const { bytes } = await fetched(`/api/sittings/${finished.sitting}/report?language=en`, finished.token);
    const pid = (await service.stores.sittings.byId(finished.sitting))?.pid ?? '';
    const identity = await service.stores.identities.of(pid);
    const title = /Title (\d+) 0 R/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    expect(Buffer.from(bytes).toString('latin1')).toContain(`\n${title} 0 obj\n(My result)`);
    expect(pdfText(bytes).join()).toContain(identity?.givenName);
  });

  it('waits until the sitting is handed in, and is nobody else’s', async () => {
    const fresh = await enterPupil(service, service.code('pupil-kk'));
    const early = await fetched(`/api/sittings/${fresh.sitting}/report?language=kk`, fresh.token);
    expect(early.response.status).toBe(404);
    const foreign = await fetched(`/api/sittings/${finished.sitting}/report?language=kk`, fresh.token);
    expect(foreign.response.status).toBe(404);
  });

  /** Someone who sat half a year ago as well. */
  const twice = async () => {
    const earlier = await service.stores.results.ofCampaign('demo-61-earlier').toArray();
    return earlier[0]?.pid ?? '';
  };

  it.each(
    languages.flatMap((language) =>
      (['guardian', 'counsellor', 'conversation'] as const).map((kind) => [kind, language] as const),
    ),
  )('for the %s in %s is words and never a verdict', async (kind, language) => {
    const pid = await twice();
    const { pages, text } = await opened(`/api/pupils/${pid}/reports/${kind}?language=${language}`, counsellor);
    expect(text).not.toMatch(/unfit|unsuitable|не годен|непригод|жарамсыз|отказано|rejected/i);
    if (kind === 'conversation') expect(pages).toHaveLength(1);
    // Every number of a scale stands with its interval: a mean or a T is always followed by one in brackets.
    if (kind === 'counsellor') {
      const rows = pages
        .join('\n')
        .split('\n')
        .filter((line) => /\d+ \/ \d+$/.test(line) && !/^\d+ \/ \d+$/.test(line));
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows.filter((one) => !one.includes('——')))
        expect(row).toMatch(/^\D.*\d[.,]\d \(\d[.,]\d–\d[.,]\d\).*\d+ \(\d+–\d+\)/);
    } else expect(text).not.toMatch(/\bT \d|T балы|балл T|T score|percentile|stanine/);
  });

  it.each(['pupil', 'guardian', 'counsellor', 'conversation'] as const)(
    '(%s) leaves a line the pupil can see',
    async (kind) => {
      const pid = results[0]?.pid ?? '';
      await opened(`/api/pupils/${pid}/reports/${kind}?language=ru`, counsellor);
      const [line] = await service.stores.audit.about(pid, ['pupil-report.read']);
      expect(line).toMatchObject({ actor: 'demo-counsellor', action: 'pupil-report.read', target: pid });
    },
  );

  it('is gone for the counsellor the moment a consent is withdrawn', async () => {
    const pid = results[1]?.pid ?? '';
    const path = `/api/pupils/${pid}/reports/pupil?language=kk`;
    await opened(path, counsellor);
    const { wording } = (await service.stores.consents.of(pid))[0] ?? { wording: '' };
    const at = new Date();
    await service.stores.consents.add([
      {
        pid,
        purpose: 'assessment',
        party: 'guardian',
        action: 'withdrawn',
        wording,
        language: 'kk',
        recordedBy: 'guardian',
        how: 'own-code',
        at,
        expiresAt: at,
        signedBy: null,
      },
    ]);
    expect((await fetched(path, counsellor)).response.status).toBe(404);
  });
});
