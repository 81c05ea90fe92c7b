import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignList } from '../../server/contract/campaign.schema.ts';
import type { InstrumentForm } from '../../server/contract/instrument.schema.ts';
import type { Explanation, PupilResult } from '../../server/contract/result.schema.ts';
import type { ClassList, PupilList } from '../../server/contract/school.schema.ts';
import type { PupilSession, StaffSession } from '../../server/contract/session.schema.ts';
import { call, startService, type TestService } from './harness.ts';

/** The road end to end over HTTP: code → assent → answers → submission → result → counsellor → department. */
describe('the road', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const signIn = async (persona: string): Promise<string> => {
    const email = `${persona}@demo.ustaz.example`;
    const { body, status } = await call<StaffSession>(service, 'POST', '/api/staff-sessions', {
      body: { email, password: service.password },
    });
    expect(status).toBe(200);
    return body.accessToken;
  };

  it('takes a pupil from the code to the result', async () => {
    const sitting = randomUUID();
    const session = await call<PupilSession>(service, 'POST', '/api/pupil-sessions', {
      body: { code: service.code('pupil-kk'), sitting },
    });
    expect(session.status).toBe(200);
    const { token, uploadToken } = session.body;
    expect(session.body).toMatchObject({
      consent: { guardian: 'given', pupil: 'missing' },
      sitting: { id: sitting, state: 'new' },
    });

    const early = await call(service, 'PUT', `/api/sittings/${sitting}`, { token, body: { language: 'kk' } });
    expect([early.status, early.body]).toMatchObject([409, { slug: 'consent-missing' }]);

    const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    expect((await call(service, 'POST', '/api/pupil/assents', { token, body: assent })).status).toBe(200);
    const opened = await call(service, 'PUT', `/api/sittings/${sitting}`, { token, body: { language: 'kk' } });
    expect(opened.body).toMatchObject({ id: sitting, state: 'open', lastSeq: 0 });

    const form = await call<InstrumentForm>(service, 'GET', '/api/instruments/personality-ipip50/1.0.0');
    const items = form.body.items.map(({ id }) => id);
    expect(items).toHaveLength(50);
    const answers = items.map((item, index) => ({
      item,
      value: 1 + (index % 5),
      seq: index + 1,
      atMs: 1000 * index,
      language: 'kk',
    }));
    for (let from = 0; from < 50; from += 10) {
      const batch = randomUUID();
      const path = `/api/sittings/${sitting}/batches/${batch}`;
      const body = { answers: answers.slice(from, from + 10) };
      expect((await call(service, 'PUT', path, { token: uploadToken, body })).body).toMatchObject({
        batch,
        stored: 10,
      });
      expect((await call(service, 'PUT', path, { token: uploadToken, body })).status).toBe(200);
      const other = { answers: [{ ...answers[from], value: 3 }] };
      expect((await call(service, 'PUT', path, { token: uploadToken, body: other })).body).toMatchObject({
        slug: 'batch-conflict',
      });
    }
    const handedIn = await call(service, 'PUT', `/api/sittings/${sitting}/submission`, {
      token: uploadToken,
      body: { submission: randomUUID(), lastSeq: 50 },
    });
    expect([handedIn.status, handedIn.body]).toMatchObject([200, { answered: 50 }]);

    const result = await call<PupilResult>(service, 'GET', `/api/sittings/${sitting}/result?language=ru`, { token });
    expect(result.status).toBe(200);
    expect(result.body.scales).toHaveLength(5);
    expect(result.body).toMatchObject({ demo: true, language: 'ru' });
  });

  it('shows a counsellor the class and a profile, opened to the items', async () => {
    const token = await signIn('counsellor');
    const classes = await call<ClassList>(service, 'GET', '/api/schools/s-1/classes', { token });
    expect(classes.status).toBe(200);
    const list = classes.body.classes;
    const pupils = await call<PupilList>(service, 'GET', `/api/classes/${list[0]?.id}/pupils`, { token });
    const rows = pupils.body.pupils;
    const done = rows.find(({ sitting }) => sitting === 'submitted');
    const profile = await call(service, 'GET', `/api/pupils/${done?.pid}/profile?language=kk`, { token });
    expect([profile.status, profile.body]).toMatchObject([
      200,
      { pid: done?.pid, result: { instrument: 'personality-ipip50' } },
    ]);
    const opened = await call<Explanation>(
      service,
      'GET',
      `/api/pupils/${done?.pid}/explanations/extraversion?language=en`,
      {
        token,
      },
    );
    expect(opened.body.items).toHaveLength(10);
  });

  it('shows a department a frozen report of its region', async () => {
    const token = await signIn('department');
    const campaigns = await call<CampaignList>(service, 'GET', '/api/campaigns', { token });
    const [campaign] = campaigns.body.campaigns;
    expect(campaign?.region).toBe('KZ-61');
    const report = await call(service, 'GET', `/api/campaigns/${campaign?.id}/report`, { token });
    expect(report.status).toBe(200);
    const again = await call(service, 'GET', `/api/campaigns/${campaign?.id}/report`, { token });
    expect(again.body).toEqual(report.body);
    const elsewhere = await signIn('department-elsewhere');
    expect((await call(service, 'GET', `/api/campaigns/${campaign?.id}/report`, { token: elsewhere })).status).toBe(
      404,
    );
  });

  it('reports a campaign in a region where no school takes part yet', async () => {
    const token = await signIn('operator');
    const title = { kk: 'Сынақ', ru: 'Проба', en: 'Trial' };
    const body = {
      region: 'KZ-55',
      title,
      year: 2026,
      instrument: 'personality-ipip50',
      languages: ['kk'],
      opensAt: new Date(Date.now() - 1000).toISOString(),
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const opened = await call(service, 'POST', '/api/campaigns', { token, body });
    const report = await call(service, 'GET', `/api/campaigns/${opened.body.id}/report`, { token });
    expect([report.status, report.body]).toMatchObject([200, { rows: [{ level: 'region', id: 'KZ-55' }] }]);
  });
});
