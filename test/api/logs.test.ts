import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedPupil, IssuedCodes } from '../../server/contract/school.schema.ts';
import type { PupilSession, StaffSession } from '../../server/contract/session.schema.ts';
import { checkDigit } from '../../server/domain/iin.ts';
import { call } from './harness.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

/** The road and its accidents with marked people; then nothing of them may be found in what the service has written. */
describe('the logs', () => {
  let service: ServiceProcess;
  const marks = new Map<string, string>();
  const mark = (name: string, text: string): string => {
    marks.set(name, text);
    return text;
  };
  beforeAll(async () => {
    service = await startProcess({ env: { USTAZ_LOG: 'info' } });
  });
  afterAll(() => service.remove());

  const iin = (): string => {
    for (let number = 5000; ; number += 1) {
      const digit = checkDigit(`1105146${number}`);
      if (digit !== null) return `1105146${number}${digit}`;
    }
  };
  const raw = (path: string, bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: bytes,
    });

  it('are written', async () => {
    const email = mark('e-mail', 'counsellor@demo.ustaz.example');
    const password = mark('password', 'test-word-4711-horse');
    const staff = await call<StaffSession>(service, 'POST', '/api/staff-sessions', { body: { email, password } });
    const token = mark('staff token', staff.body.accessToken);
    mark('cookie', (staff.headers.get('set-cookie') ?? '').split(/[=;]/)[1] ?? '');
    const person = {
      familyName: mark('family name', 'Канарейкина'),
      givenName: mark('given name', 'Қанарай'),
      birthDate: mark('birth date', '2011-05-14'),
      sex: 'female',
      language: 'kk',
      iin: mark('IIN', iin()),
    };
    const added = await call<CreatedPupil>(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: person });
    const pid = mark('pupil id', added.body.pid);
    // The same IIN again: a duplicate key, whose message quotes the document.
    expect((await call(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: person })).status).toBe(409);
    const codes = await call<IssuedCodes>(service, 'POST', `/api/pupils/${pid}/codes`, { token, body: {} });
    const code = mark('code', codes.body.pupilCode);
    const paper = {
      purpose: 'assessment',
      party: 'guardian',
      action: 'given',
      wording: 'assessment-1',
      language: 'kk',
      signedOn: '2026-01-15',
      signedBy: mark('signature', 'Канарейкин Отец'),
    };
    await call(service, 'POST', `/api/pupils/${pid}/consents`, { token, body: paper });
    await call(service, 'GET', `/api/pupils/${pid}/profile?language=kk&q=${encodeURIComponent('Канарейкина')}`, {
      token,
    });
    await call(service, 'GET', `/api/pupils/${pid}/profile?language=kk`, { token });

    const entered = await call<PupilSession>(service, 'POST', '/api/pupil-sessions', {
      body: { code, sitting: randomUUID() },
    });
    const pupil = { token: mark('pupil token', entered.body.token) };
    const sitting = mark('sitting', entered.body.sitting.id);
    const upload = mark('upload token', entered.body.uploadToken);
    await call(service, 'POST', '/api/pupil/assents', {
      ...pupil,
      body: { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' },
    });
    await call(service, 'PUT', `/api/sittings/${sitting}`, { ...pupil, body: { language: 'kk' } });
    const path = `/api/sittings/${sitting}/batches/${randomUUID()}`;
    const answers = [{ item: 'E1', value: 4, seq: 1, atMs: 987_654_321, language: 'kk' }];
    mark('answer', '987654321');
    expect((await call(service, 'PUT', path, { token: upload, body: { answers } })).status).toBe(200);
    await call(service, 'PUT', path, { token: upload, body: { answers: [{ ...answers[0], value: 2 }] } });
    const bad = { answers: [{ ...answers[0], item: mark('free text', 'CANARY-ITEM'), value: 99 }] };
    await call(service, 'PUT', `/api/sittings/${sitting}/batches/${randomUUID()}`, { token: upload, body: bad });

    await raw('/api/pupil-sessions', `{"code":"${code}", "sitting": oops`);
    await raw('/api/pupil-sessions', `{"code":"${code}"}`, { 'content-type': 'text/plain' });
    await raw(
      '/api/staff-sessions',
      new Uint8Array(gzipSync(`{"email":"${email}","password":"${'x'.repeat(100_000)}"}`)),
      { 'content-encoding': 'gzip' },
    );
    await raw('/api/pupil-sessions', `garbage ${code}`, { 'content-encoding': 'gzip' });
    await raw(`/api/${code}/${encodeURIComponent('Канарейкина')}`, '{}', {
      'x-forwarded-for': mark('address', '203.0.113.77'),
      'user-agent': mark('agent', 'canary-browser'),
    });
    await fetch(`${service.url}/api/pupils/%ZZ${code}/profile`, { headers: { authorization: `Bearer ${token}x` } });
    expect(await service.end('SIGTERM')).toBe(0);
    expect(
      service
        .output()
        .split('\n')
        .filter((line) => line.includes('"route":"PUT /api/sittings/:sitting/batches/:batch"')),
    ).toHaveLength(3);
  });

  it('hold none of the marks', () => {
    expect(marks.size).toBeGreaterThan(14);
    const written = service.output();
    for (const [name, text] of marks) {
      expect(text.length, name).toBeGreaterThan(4);
      for (const form of [
        text,
        text.toLowerCase(),
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
        text.replaceAll('-', ''),
      ])
        expect(written.includes(form), `${name} is in the log`).toBe(false);
    }
  });

  it('are lines of known fields only', () => {
    const lines = service
      .output()
      .split('\n')
      .filter((line) => line !== '');
    const known = ['level', 'time', 'requestId', 'route', 'status', 'ms', 'role', 'error'];
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) for (const key of Object.keys(JSON.parse(line))) expect(known, line).toContain(key);
    for (const line of lines) expect(JSON.parse(line).status, line).not.toBe(500);
  });
});
