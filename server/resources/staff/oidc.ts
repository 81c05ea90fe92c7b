import { randomBytes } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type OidcProviders,
  type OidcReturn,
  type OidcStart,
  type OidcVisit,
  oidcProviders,
  oidcReturn,
  oidcStart,
  oidcVisit,
} from '../../contract/oidc.schema.ts';
import { type StaffSession, staffSession } from '../../contract/session.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { type Cookie, endpoint, Reply } from '../../http/endpoint.ts';
import type { StaffRecord } from '../../store/staff.ts';
import { openSession } from '../staff-sessions.ts';
import { checkFactor } from './check-factor.ts';

const visitMs = 10 * 60_000;
const cookieName = 'ustaz_oidc';

export const listProviders = endpoint({
  method: 'get',
  path: '/api/oidc/providers',
  summary: 'The identity providers staff may sign in through',
  permission: 'anyone',
  scope: 'none',
  reply: shape<OidcProviders>(oidcProviders),
  audit: null,
  handle: async ({ oidc }) => ({ providers: oidc.providers.map(({ id, names }) => ({ id, names })) }),
});

export const startVisit = endpoint({
  method: 'post',
  path: '/api/oidc/visits',
  summary: 'Begin signing in through a provider; a cookie binds the way back to this browser',
  permission: 'anyone',
  scope: 'none',
  body: shape<OidcStart>(oidcStart),
  bodyLimit: 1024,
  reply: shape<OidcVisit>(oidcVisit),
  audit: null,
  async handle(stores, { body, now }) {
    const { url, secrets } = await stores.oidc.begin(body.provider);
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + visitMs);
    await stores.oidcFlows.begin(secret, { provider: body.provider, ...secrets, expiresAt });
    return new Reply({ url }, { cookies: [cookie(secret, visitMs / 1000)] });
  },
});

export const finishVisit = endpoint({
  method: 'post',
  path: '/api/staff-sessions/oidc',
  summary: 'Sign in with what a provider sent back; an account has to be there already, none is made',
  permission: 'anyone',
  scope: 'none',
  body: shape<OidcReturn>(oidcReturn),
  bodyLimit: 8192,
  reply: shape<StaffSession>(staffSession),
  audit: { action: 'staff.sign-in-oidc', target: 'self' },
  async handle(stores, { body, cookies, now }) {
    const secret = cookies[cookieName] ?? '';
    const flow = await stores.oidcFlows.of(secret, now);
    if (flow === null) throw new Problem('oidc-refused');
    const account =
      flow.staff === null ? await whoCame(stores, secret, flow, body.query) : await stores.staff.byId(flow.staff);
    if (account === null || account.disabledAt !== null) throw new Problem('oidc-unknown');
    const { secondFactor: isStrong } = stores.oidc.byId(flow.provider);
    if (!isStrong) await checkFactor(stores, account, body.code, now);
    await stores.oidcFlows.end(secret);
    const { family, refresh } = await stores.staffSessions.start(account._id, now, isStrong);
    const session = await openSession(stores, account, family, refresh, now);
    const cookiesToo = [...(session.extras.cookies ?? []), cookie('', 0)];
    return new Reply(session.value, { ...session.extras, cookies: cookiesToo });
  },
});

type Flow = NonNullable<Awaited<ReturnType<Container['oidcFlows']['of']>>>;

/** The account of whoever came back; remembered with the visit, in case the second factor is still asked for. */
async function whoCame(stores: Container, secret: string, flow: Flow, query: string): Promise<StaffRecord | null> {
  if (!(await stores.oidcFlows.use(secret))) throw new Problem('oidc-refused');
  const { issuer, subject, email } = await stores.oidc.finish(flow.provider, query, flow);
  const linked = await stores.staff.byLink({ issuer, subject });
  const account = linked ?? (email === null ? null : await firstTime(stores, { issuer, subject }, email));
  if (account !== null) await stores.oidcFlows.verified(secret, account._id);
  return account;
}

/** By the verified e-mail, once: afterwards the provider's own id of the person counts, whoever the address belongs to. */
async function firstTime(stores: Container, link: { issuer: string; subject: string }, email: string) {
  const account = await stores.staff.byEmail(email);
  const isTaken = account?.links?.some(({ issuer }) => issuer === link.issuer) ?? false;
  if (account === null || isTaken || account.disabledAt !== null) return null;
  await stores.staff.link(account._id, link);
  return account;
}

const cookie = (value: string, maxAgeS: number): Cookie => ({
  name: cookieName,
  value,
  path: '/api/staff-sessions',
  maxAgeS,
});
