import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcVisit } from '../../server/contract/oidc.schema.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { Enrolment } from '../../server/contract/second-factor.schema.ts';
import type { StaffSession } from '../../server/contract/session.schema.ts';
import { isSafe, type OidcProvider } from '../../server/oidc-providers.ts';
import { call, startService, type TestService } from './harness.ts';
import { type IdentityProvider, signInAtProvider, startProvider } from './identity-provider.ts';
import { enterStaff, makeReal } from './personas.ts';

const of = (persona: string) => `${persona}@demo.ustaz.example`;

/** Sponsor and university stand for staff; the others are people whom the service does not know, or should not believe. */
const people = {
  'sub-sponsor': { email: of('sponsor').toUpperCase(), emailVerified: true },
  'sub-university': { email: of('university'), emailVerified: true },
  'sub-operator': { email: of('operator'), emailVerified: true },
  'sub-unverified': { email: of('counsellor'), emailVerified: false },
  'sub-stranger': { email: 'stranger@elsewhere.example', emailVerified: true },
  'sub-other-sponsor': { email: of('sponsor'), emailVerified: true },
};

describe('signing in through an identity provider', () => {
  let idp: IdentityProvider;
  let service: TestService;
  beforeAll(async () => {
    idp = await startProvider(people);
    const redirectUri = 'http://127.0.0.1:9/staff/oidc';
    idp.admit(redirectUri);
    const names = { kk: 'Сынақ', ru: 'Проба', en: 'Trial' };
    const known = { clientId: 'ustaz', clientSecret: 'a secret of the test', redirectUri, names };
    const providers: OidcProvider[] = [
      { id: 'trial', issuer: idp.issuer, ...known, secondFactor: false },
      { id: 'strong', issuer: idp.issuer, ...known, secondFactor: true },
    ];
    service = await startService({ providers });
  });
  afterAll(async () => {
    await service.close();
    await idp.close();
  });

  const begin = async (provider = 'trial') => {
    const reply = await call<OidcVisit>(service, 'POST', '/api/oidc/visits', { body: { provider } });
    return { url: reply.body.url, cookie: (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  const finish = (cookie: string, query: string, code?: string) =>
    call<StaffSession & ProblemBody>(service, 'POST', '/api/staff-sessions/oidc', {
      body: { query, ...(code === undefined ? {} : { code }) },
      headers: { cookie },
    });
  const walk = async (login: string, provider = 'trial') => {
    const { url, cookie } = await begin(provider);
    const query = await signInAtProvider(url, login);
    return { cookie, query, reply: await finish(cookie, query) };
  };
  const refused = (reply: { body: ProblemBody }) => reply.body.slug;

  it('sends a challenge, a state and a nonce along, and keeps the secrets to itself', async () => {
    const { url, cookie } = await begin();
    const asked = new URL(url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(cookie.startsWith('ustaz_oidc=')).toBe(true);
    expect(url).not.toContain(cookie.split('=')[1]);
  });

  it('opens a session for the account with the verified e-mail, and afterwards for the same person alone', async () => {
    const { reply } = await walk('sub-sponsor');
    expect(reply.body.me.id).toBe('demo-sponsor');
    expect(reply.headers.get('set-cookie')).toContain('ustaz_refresh=');
    expect((await call(service, 'GET', '/api/me', { token: reply.body.accessToken })).status).toBe(200);
    const [line] = await service.stores.audit.about('demo-sponsor', ['staff.sign-in-oidc']);
    expect(line).toMatchObject({ actor: 'demo-sponsor', role: 'sponsor' });
    expect((await walk('sub-sponsor')).reply.status).toBe(200);
    // Somebody else who got the address later is somebody else.
    expect(refused((await walk('sub-other-sponsor')).reply)).toBe('oidc-unknown');
  });

  it('makes no account, and believes no address that the provider has not verified', async () => {
    const before = await service.stores.staff.count();
    for (const login of ['sub-stranger', 'sub-unverified'])
      expect(refused((await walk(login)).reply)).toBe('oidc-unknown');
    expect(await service.stores.staff.count()).toBe(before);
  });

  it('takes an answer once, from the browser that asked, with the state that was given', async () => {
    const { cookie, query, reply } = await walk('sub-university');
    expect(reply.status).toBe(200);
    expect(refused(await finish(cookie, query))).toBe('oidc-refused');
    const [mine, other] = [await begin(), await begin()];
    const answer = await signInAtProvider(mine.url, 'sub-university');
    expect(refused(await finish('', answer))).toBe('oidc-refused');
    expect(refused(await finish(other.cookie, answer))).toBe('oidc-refused');
    const forged = new URLSearchParams(answer);
    forged.set('iss', 'http://127.0.0.1:1');
    expect(refused(await finish(mine.cookie, `?${forged}`))).toBe('oidc-refused');
    for (const query of ['', '?error=access_denied', '?code=made-up&state=made-up'])
      expect(refused(await finish((await begin()).cookie, query))).toBe('oidc-refused');
  });

  it('asks for our second factor too, unless the provider is trusted to have asked', async () => {
    const { token } = await enterStaff(service, 'demo-operator');
    const { secret } = (await call<Enrolment>(service, 'POST', '/api/me/second-factor', { token, body: {} })).body;
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const start = Date.now();
    service.setNow(new Date(start));
    const code = totp.generate({ timestamp: start });
    await call(service, 'PUT', '/api/me/second-factor', { token, body: { code } });
    const { cookie, query, reply } = await walk('sub-operator');
    expect(refused(reply)).toBe('second-factor-needed');
    expect(refused(await finish(cookie, query, '000000'))).toBe('second-factor-wrong');
    service.setNow(new Date(start + 30_000));
    expect((await finish(cookie, query, totp.generate({ timestamp: start + 30_000 }))).body.me.id).toBe(
      'demo-operator',
    );
    service.stores.policy.secondFactor = 'required';
    await makeReal(service, 'demo-university');
    const strong = await walk('sub-university', 'strong');
    expect(strong.reply.body.me.secondFactor).toBe('off');
    expect((await call(service, 'GET', '/api/country', { token: strong.reply.body.accessToken })).status).toBe(200);
    service.stores.policy.secondFactor = 'optional';
    service.setNow(null);
  });

  it('asks no issuer that is not on the list, nor one that is not https', async () => {
    const body = { provider: 'another' };
    expect((await call(service, 'POST', '/api/oidc/visits', { body })).status).toBe(404);
    expect(['http://login.example', 'https://login.example', 'http://127.0.0.1:99'].map(isSafe)).toEqual([
      false,
      true,
      true,
    ]);
  });
});
